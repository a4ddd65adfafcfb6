// Who sits at the table and who answers for what was agreed, told apart by part, never by name (cases C2, C5; domain
// reference §4.1, §4.7: attendance by party). "Who really came" is a count and role titles, not a list of persons.

/** In which part does somebody come, or answer for an action point? */
export type MeetingParty =
  | 'owners'
  | 'representatives'
  | 'party-branch'
  | 'members'
  | 'building-leads'
  | 'community'
  | 'street-office'
  | 'contractor'
  | 'supervisor'
  | 'designer'
  | 'agencies'
  | 'origin-unit'
  | 'property';

/** What is each part called? */
export const meetingPartyNames: Record<MeetingParty, string> = {
  owners: '业主',
  representatives: '居民代表',
  'party-branch': '楼院党支部',
  members: '党员群众代表',
  'building-leads': '楼栋长',
  community: '社区居委会',
  'street-office': '街道办事处',
  contractor: '施工方',
  supervisor: '监理方',
  designer: '设计单位',
  agencies: '部门和专营单位',
  'origin-unit': '原产权单位',
  property: '物业服务方',
};

/** All parts in their order. */
export const meetingParties = Object.keys(meetingPartyNames) as MeetingParty[];

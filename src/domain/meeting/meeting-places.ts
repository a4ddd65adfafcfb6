// Where is met? Case C2 met in the corridors (廊道议事) as well as in rooms (domain reference §4.7: place).

/** Where is a meeting held? */
export type MeetingPlace = 'yard' | 'corridor' | 'community' | 'street' | 'online' | 'other';

/** What is each place called? */
export const meetingPlaceNames: Record<MeetingPlace, string> = {
  yard: '院内',
  corridor: '楼道、廊道',
  community: '社区会议室',
  street: '街道会议室',
  online: '线上',
  other: '其他地方',
};

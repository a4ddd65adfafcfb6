// The invitation of a foreman: a secret link and a PIN for one contract and nothing else, given by the street manager, with
// an end, and revocable at any time (field lessons §2.1 14, flow 5.1; GB/T 22239-2019 等保二级 身份鉴别 for the throttling).
import type { Blocker } from '../kernel/blocker';
import { addDays, CalendarDate, dayInWords } from '../kernel/calendar-date';
import { Role, roleNames } from '../people/roles';
import type { RenovationState } from '../renovation/stages';
import { valueOn } from '../rules/rule-book';
import { byOffice, worksOverBlockers } from './blocked';
import { Contract, contractStateNames, isContractOpen } from './contract';
import { pinSettings } from './invitation-pin';

/** Settings of the house: random bytes of the secret in the link (256 bits), how many invitations a contract may have at once. */
export const invitationSettings = { secretBytes: 32, openPerContract: 5 } as const;

/** An invitation; the last day belongs to it. */
export interface Invitation {
  id: number;
  contractId: number;
  /** For whom, as a title: '现场负责人'. */
  label: string;
  givenOn: CalendarDate;
  endsOn: CalendarDate;
  revokedOn: CalendarDate | null;
  /** Wrong PINs since the last right one. */
  wrongPins: number;
}

/** Is it open, past its end, revoked, or locked by wrong PINs? */
export type InvitationState = 'open' | 'ended' | 'revoked' | 'locked';

/** What is each called? */
export const invitationStateNames: Record<InvitationState, string> = {
  open: '可用',
  ended: '已到期',
  revoked: '已撤销',
  locked: 'PIN 输错太多，已锁定',
};

/** How does it stand today? */
export function invitationState(
  { revokedOn, endsOn, wrongPins }: Pick<Invitation, 'revokedOn' | 'endsOn' | 'wrongPins'>,
  today: CalendarDate,
): InvitationState {
  if (revokedOn !== null) return 'revoked';
  if (today > endsOn) return 'ended';
  return wrongPins >= pinSettings.lockedAfter ? 'locked' : 'open';
}

/** Until when does an invitation of this day hold? */
export const invitationEndsOn = (givenOn: CalendarDate): CalendarDate =>
  addDays(givenOn, valueOn('works.invitation-days', givenOn));

/** Until when need a phone that gave the right PIN today not give it again? Never longer than the invitation. */
export function phoneTrustedUntil({ endsOn }: Pick<Invitation, 'endsOn'>, today: CalendarDate): CalendarDate {
  const until = addDays(today, valueOn('works.phone-days', today));
  return until < endsOn ? until : endsOn;
}

/** What speaks against inviting somebody to this contract? */
export function invitingBlockers(
  place: {
    renovation: RenovationState;
    role: Role;
    contract: Pick<Contract, 'role' | 'state'>;
    invitations: readonly Pick<Invitation, 'revokedOn' | 'endsOn' | 'wrongPins'>[];
  },
  label: string,
  today: CalendarDate,
): Blocker[] {
  const { contract, invitations } = place;
  const found = worksOverBlockers(place.renovation);
  const against = (code: string, text: string) => found.push(byOffice(`invitation-${code}`, text));
  if (place.role !== 'street-manager') against('role', `邀请由${roleNames['street-manager']}发出`);
  if (contract.role !== 'contractor') against('contract', '只能邀请施工合同的现场负责人，请选择施工合同');
  if (!isContractOpen(contract)) {
    against('contract-over', `合同${contractStateNames[contract.state]}，不能再邀请`);
  }
  if (!label.trim()) against('label', '请填写邀请给谁，如「现场负责人」');
  const open = invitations.filter((one) => invitationState(one, today) === 'open').length;
  if (open >= invitationSettings.openPerContract) {
    against('many', `这份合同已有 ${open} 个可用的邀请，请先撤销不用的`);
  }
  return found;
}

/** What speaks against coming in by this link? The same words whatever is wrong with the secret itself. */
export function enteringBlockers(
  invitation: Invitation | null,
  contract: Pick<Contract, 'state'> | null,
  today: CalendarDate,
): Blocker[] {
  if (!invitation || !contract) {
    return [byOffice('invitation-unknown', '这个邀请链接不能用，请向街道项目负责人要新的链接')];
  }
  const state = invitationState(invitation, today);
  if (state === 'ended') {
    const text = `邀请 ${dayInWords(invitation.endsOn)} 到期，请向街道项目负责人要新的链接，手机里的日报不会丢`;
    return [byOffice('invitation-ended', text)];
  }
  if (state !== 'open') {
    const text = `邀请${invitationStateNames[state]}，请向街道项目负责人要新的链接，手机里的日报不会丢`;
    return [byOffice(`invitation-${state}`, text)];
  }
  if (contract.state === 'running' || contract.state === 'prepared') return [];
  return [byOffice('invitation-contract', `合同${contractStateNames[contract.state]}，不用再报日报`)];
}

/** What speaks against revoking it? */
export function revokingBlockers({ revokedOn }: Pick<Invitation, 'revokedOn'>, role: Role): Blocker[] {
  const found: Blocker[] = [];
  if (role !== 'street-manager') {
    found.push(byOffice('invitation-role', `邀请由${roleNames['street-manager']}撤销`));
  }
  if (revokedOn !== null) {
    found.push(byOffice('invitation-revoked', `邀请 ${dayInWords(revokedOn)} 已经撤销，不用再办`));
  }
  return found;
}

import type { Frame } from '../compounds/workspace';
import type { QrFigure } from '../compounds/public-address';
import {
  invitationState,
  InvitationState,
  invitationStateNames,
  invitingBlockers,
  revokingBlockers,
} from '../domain/construction/invitation';
import { stopping } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import type { StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import type { ContractAtPlace } from '../works/works.desk';
import { worksPaths } from '../works/works.paths';
import type { InvitationRecord } from './invitation.entities';
import { invitationsPaths } from './invitations.paths';
import type { GivenInvitation } from './invitations.service';

/** The invitations of a contract (views/invitations/index). */
export interface InvitationsPage extends Frame {
  title: string;
  about: string;
  contractLink: string;
  rows: {
    label: string;
    state: StatusMark;
    given: string;
    ends: string;
    phones: string;
    /** Missing where it was taken back already. */
    revocation?: { action: string; version: number };
  }[];
  /** Every reason against one more; the form stands where there is none. */
  reasons: { text: string }[];
  form: FormState;
  action: string;
}

/** A new invitation, shown once (views/invitations/given). */
export interface GivenInvitationPage extends Frame {
  title: string;
  label: string;
  pin: string;
  address: string;
  qr: QrFigure;
  ends: string;
  isLocalOnly: boolean;
  backLink: string;
}

const marks: Record<InvitationState, StatusMark['state']> = {
  open: 'done',
  ended: 'idle',
  revoked: 'idle',
  locked: 'late',
};

/** What the page of the invitations shows. */
export interface InvitationsView {
  place: ContractAtPlace;
  invitations: readonly InvitationRecord[];
  phones: ReadonlyMap<number, number>;
  actor: Actor;
  today: CalendarDate;
}

/** The invitations of one contract, the newest first. */
export function toInvitations(view: InvitationsView, form: FormState, frame: Frame): InvitationsPage {
  const { place, invitations, phones, actor, today } = view;
  const { contract, renovation } = place;
  const asked = { renovation: renovation.state, role: actor.role, contract, invitations };
  return {
    ...frame,
    title: '现场邀请',
    about: `${contract.name}：扫码、输 PIN，就能用手机填报这一份合同的日报，不用账号`,
    contractLink: worksPaths.contract(contract.id),
    rows: invitations.map((one) => toRow(one, phones.get(one.id) ?? 0, { actor, today })),
    reasons: stopping(invitingBlockers(asked, '现场负责人', today)),
    form,
    action: invitationsPaths.ofContract(contract.id),
  };
}

function toRow(
  invitation: InvitationRecord,
  phones: number,
  { actor, today }: Pick<InvitationsView, 'actor' | 'today'>,
): InvitationsPage['rows'][number] {
  const { id, label, givenOn, endsOn, version } = invitation;
  const state = invitationState(invitation, today);
  const mayRevoke = !revokingBlockers(invitation, actor.role).length;
  return {
    label,
    state: { state: marks[state], word: invitationStateNames[state] },
    given: dayInWords(givenOn),
    ends: dayInWords(endsOn),
    phones: `${phones} 部`,
    ...(mayRevoke && { revocation: { action: invitationsPaths.revoke(id), version } }),
  };
}

/** What opens an invitation; it is told on this page and never again. */
export function toGiven(
  { invitation, pin }: GivenInvitation,
  { text: address, qr }: { text: string; qr: QrFigure },
  frame: Frame,
): GivenInvitationPage {
  return {
    ...frame,
    title: '邀请已发出',
    label: invitation.label,
    pin: pin.replace(/^(\d{3})/, '$1 '),
    address,
    qr,
    ends: dayInWords(invitation.endsOn),
    isLocalOnly: /^https?:\/\/(127\.|localhost|\[::1\])/.test(address),
    backLink: invitationsPaths.ofContract(invitation.contractId),
  };
}

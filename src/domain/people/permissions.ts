// Which role may do which action (role × action). Where it may be done is the scope's question, not this file's.
import { Role } from './roles';

const survey: Role[] = ['community-worker', 'street-manager'];
const offices: Role[] = ['district-officer', 'street-manager', 'community-worker'];
const everyone: Role[] = [...offices, 'supervisor', 'contractor', 'auditor'];

const table = {
  'work.read': everyone,
  'board.read': everyone,
  'compound.read': everyone,
  'compound.register': ['street-manager', 'community-worker'],
  'compound.edit': ['street-manager', 'community-worker'],
  'doors.read': [...offices, 'auditor'],
  'doors.edit': survey,
  'renovation.open': ['street-manager', 'district-officer'],
  'renovation.assign-firm': ['street-manager'],
  'survey.read': [...offices, 'auditor'],
  'survey.edit': survey,
  'survey.sign': survey,
  'household.read': [...offices, 'auditor'],
  'household.edit': survey,
  'wish.read': [...offices, 'auditor'],
  'wish.edit': survey,
  'notice.read': [...offices, 'auditor'],
  'notice.post': survey,
  'meeting.read': everyone,
  'meeting.edit': survey,
  'vote.read': [...offices, 'auditor'],
  'vote.edit': survey,
  'plan.read': everyone,
  'plan.edit': survey,
  'plan.fix': ['street-manager'],
  'zone.read': everyone,
  'zone.edit': survey,
  'zone.acknowledge': ['contractor', 'supervisor'],
  'removal.read': [...offices, 'auditor'],
  'removal.edit': survey,
  'removal.decide': ['street-manager'],
  'works.read': everyone,
  'works.edit': ['street-manager'],
  'works.step': ['contractor', 'supervisor', 'street-manager'],
  'post.read': everyone,
  'post.write': ['contractor', 'street-manager'],
  'post.confirm': ['supervisor', 'street-manager'],
  'post.invite': ['street-manager'],
  'check.read': everyone,
  'check.write': [...offices, 'supervisor', 'contractor'],
  'check.stop': ['district-officer', 'street-manager', 'supervisor'],
  'point.read': everyone,
  'point.edit': survey,
  'point.photograph': [...survey, 'supervisor', 'contractor'],
  'hint.read': [...offices, 'supervisor', 'auditor'],
  'hint.answer': ['supervisor', 'street-manager'],
  'disruption.read': everyone,
  'disruption.edit': survey,
  'quiet-day.read': [...offices, 'auditor'],
  'quiet-day.edit': ['district-officer', 'street-manager'],
  'dig.read': everyone,
  'dig.edit': ['street-manager'],
  'progress.read': everyone,
  'progress.edit': ['street-manager'],
  'progress.forecast': [...offices, 'supervisor', 'auditor'],
  'diary.read': everyone,
  'bulletin.publish': ['street-manager'],
  'stage.read': everyone,
  'stage.move': ['street-manager', 'district-officer'],
  'stage.schedule': ['street-manager'],
  'stage.milestone': ['street-manager'],
  'stage.override': ['district-officer'],
  'file.read': everyone,
  'file.upload': survey,
  'file.publish': ['street-manager'],
  'file.read-original': ['street-manager', 'auditor'],
  'import.read': offices,
  'import.run': offices,
  'audit.read': ['district-officer', 'street-manager', 'auditor'],
  'people.read': ['system-admin', 'auditor'],
  'people.edit': ['system-admin'],
  'account.own': [...everyone, 'system-admin'],
} satisfies Record<string, Role[]>;

/** Everything that can be allowed or not; each staff route names exactly one. */
export type Action = keyof typeof table;

export const actions = Object.keys(table) as Action[];

/** Which roles may do this action, wherever their scope lets them. */
export const rolesFor = (action: Action): readonly Role[] => table[action];

/** May this role do this action at all? */
export const mayDo = (role: Role, action: Action): boolean => rolesFor(action).includes(role);

/** May this role send files at all? Asked before the body of an upload is read. */
export const maySendFiles = (role: Role): boolean =>
  (
    ['file.upload', 'survey.edit', 'stage.milestone', 'import.run', 'post.write', 'check.write'] as const
  ).some((action) => mayDo(role, action));

import { BlockerLevel, blockerLevelNames } from '../domain/kernel/blocker';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { mayDo } from '../domain/people/permissions';
import { Role, organisationKindOf } from '../domain/people/roles';
import { GateCheck, GateState, gateStateMarks } from '../domain/renovation/gate-checks';
import { GateLine, StatusMark } from '../platform/web/figures';
import { stagesPaths } from './stages.paths';

/** Who looks at the gates of which compound, and whether its records may still change. */
export interface GateViewer {
  role: Role;
  code: string;
  isOpen: boolean;
  today: CalendarDate;
}

/** The gates of a passage as a list: how each stands, who brings it, by which source, and the one thing to do about it. */
export const toGateLines = (checks: readonly GateCheck[], viewer: GateViewer): GateLine[] =>
  checks.map((check) => {
    const action = actionOf(check, viewer);
    return {
      text: check.text,
      status: statusOf(check),
      level: check.level,
      levelWord: blockerLevelNames[check.level],
      who: check.who,
      source: check.source,
      note: noteOf(check, viewer.today),
      ...(action && { action }),
    };
  });

const markOf: Record<GateState, StatusMark['state']> = {
  met: 'done',
  missing: 'late',
  'not-applicable': 'idle',
  overridden: 'doing',
};

/** The mark and word of a gate; one that only reminds is never red. */
export function statusOf({ state, level }: { state: GateState; level: BlockerLevel }): StatusMark {
  if (state === 'missing' && level === 'warning') return { state: 'doing', word: blockerLevelNames.warning };
  return { state: markOf[state], word: state === 'met' ? '已具备' : gateStateMarks[state] };
}

function noteOf({ detail, on, by, state }: GateCheck, today: CalendarDate): string {
  const recorded = [by, on && nearDay(on, today)].filter(Boolean).join('，');
  return recorded && state !== 'overridden' ? `${detail}（${recorded}）` : detail;
}

function actionOf(check: GateCheck, viewer: GateViewer): GateLine['action'] {
  const { role, code, isOpen } = viewer;
  const inOffice = organisationKindOf[role] !== 'firm';
  if (check.state !== 'missing')
    return check.link && inOffice ? { label: '查看', link: check.link } : undefined;
  if (!isOpen) return undefined;
  if (check.overridable && mayDo(role, 'stage.override'))
    return { label: '例外放行', link: stagesPaths.newOverride(code, check.gate) };
  if (check.link && inOffice) return { label: '去补齐', link: check.link };
  if (check.milestone && mayDo(role, 'stage.milestone'))
    return { label: '登记节点', link: stagesPaths.newMilestone(code, { gate: check.gate }) };
  return undefined;
}

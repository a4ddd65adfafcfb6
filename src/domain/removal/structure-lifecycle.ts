// Which steps may be taken with a structure, by whom, and what speaks against each: persuasion and agreement by the
// community or the street, force, retaining and leaving out by the street manager alone, verifying by somebody else than
// who removed it (domain reference §1.3 G9, §3.3–3.5; the roles are a setting of the house).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { Lifecycle, stepBlockers } from '../kernel/lifecycle';
import type { WorkCalendar } from '../kernel/work-calendar';
import { Role, roleNames } from '../people/roles';
import type { RenovationState } from '../renovation/stages';
import { byOffice } from './blocked';
import { RemovalHours, hourBlockers, unbegunHourBlockers } from './removal-hours';
import { measuredAreaBlockers, RemovalResult, resultBlockers, twoPeopleBlockers } from './removal-result';
import {
  DemolitionFirm,
  firmBlockers,
  proofBlockers,
  RemovalProof,
  WeatherCheck,
  weatherBlockers,
} from './removal-rules';
import { agreementBlockers, RemovalWay, wayBlockers, WayFacts } from './removal-ways';
import { ownershipBlockers, removalOverBlockers } from './structure';
import { StructureState, structureStateNames } from './structure-states';

/** What can be done with a structure? */
export type StructureStep =
  | 'check-ownership'
  | 'settle-ownership'
  | 'agree'
  | 'withdraw-agreement'
  | 'remove'
  | 'remove-by-force'
  | 'verify'
  | 'send-back'
  | 'retain-legal'
  | 'retain-rectified'
  | 'scope-out'
  | 'reopen'
  | 'strike-out';

/** What a step is judged by; what a step does not ask about may be left at its plainest. */
export interface StructureStepFacts {
  renovation: RenovationState;
  today: CalendarDate;
  /** What the clock on the wall shows, 'HH:mm'; left out where nothing of an hour is written down. */
  now?: string;
  calendar: WorkCalendar;
  actorId: number;
  foundOn: CalendarDate;
  /** The day the step was taken: signed, removed, looked at. */
  happenedOn: CalendarDate;
  /** The step before it; null while there is none. */
  last: { step: StructureStep; happenedOn: CalendarDate } | null;
  /** The way agreed on, or to be agreed on; null while none is. */
  way: RemovalWay | null;
  ways: WayFacts;
  hours: RemovalHours | null;
  emergency: string;
  weather: WeatherCheck | null;
  firm: DemolitionFirm | null;
  result: RemovalResult | null;
  proof: RemovalProof;
  removedBy: number | null;
  /** Statutory papers on record. */
  papers: number;
  /** Why, in words. */
  reason: string;
  /** Scans of the document it rests on. */
  documents: number;
}

type Arrows = Lifecycle<StructureStep, StructureState, Role, StructureStepFacts>;
type Reasons = (facts: StructureStepFacts) => Blocker[];

const both: readonly Role[] = ['street-manager', 'community-worker'];
const manager: readonly Role[] = ['street-manager'];

const arrow = (
  label: string,
  by: readonly Role[],
  [from, to]: [readonly StructureState[], StructureState],
  more: Reasons,
): Arrows[StructureStep] => ({
  label,
  by,
  from,
  to,
  blockers: (facts) => [...removalOverBlockers(facts.renovation), ...dayBlockers(facts, to), ...more(facts)],
});

// What is signed or removed has words of its own for days to come, and a removal for days before it was found.
function dayBlockers(
  { happenedOn, foundOn, last, today }: StructureStepFacts,
  to: StructureState,
): Blocker[] {
  const found: Blocker[] = [];
  const against = (text: string) => found.push(byOffice('step-day', text));
  if (happenedOn > today && to !== 'agreed' && to !== 'removed') {
    against(`「办理日期」不能晚于今天 ${dayInWords(today)}`);
  }
  if (happenedOn < foundOn && to !== 'removed') {
    against(`这一步的日期不能早于发现日期 ${dayInWords(foundOn)}，请核对`);
  }
  if (last && happenedOn < last.happenedOn && last.happenedOn <= today) {
    const before = `「${structureLifecycle[last.step].label}」（${dayInWords(last.happenedOn)}）`;
    against(`这一步的日期不能早于上一步${before}，请核对`);
  }
  return found;
}

const reason =
  (what: string): Reasons =>
  ({ reason: said }) =>
    said.trim() ? [] : [byOffice('reason', `请写明${what}`)];
const documented =
  (what: string): Reasons =>
  ({ documents }) =>
    documents > 0 ? [] : [byOffice('document', `请上传${what}`)];
const all =
  (...parts: Reasons[]): Reasons =>
  (facts) =>
    parts.flatMap((part) => part(facts));

/** Every step of a structure. */
export const structureLifecycle: Arrows = {
  'check-ownership': arrow(
    '转权属核查',
    both,
    [['standing', 'agreed'], 'ownership-check'],
    reason('权属的疑问'),
  ),
  'settle-ownership': arrow(
    '登记核查结果',
    both,
    [['ownership-check'], 'standing'],
    all(documented('权属核查的依据'), ({ ways }) => ownershipBlockers(ways.sheet)),
  ),
  agree: arrow('登记同意拆除', both, [['standing'], 'agreed'], ({ way, ways, today }) => [
    ...(way ? agreementBlockers(way, ways.consent, today) : [byOffice('way', '请选择自行拆除或助拆')]),
    ...ownershipBlockers(ways.sheet),
  ]),
  'withdraw-agreement': arrow('登记反悔', both, [['agreed'], 'standing'], reason('反悔的情况')),
  remove: arrow('登记拆除', both, [['agreed'], 'removed'], (facts) =>
    facts.way === null || facts.way === 'forced'
      ? [byOffice('way', '同意拆除的请选自行拆除或助拆；强制拆除请走强制程序')]
      : removing(facts.way, facts),
  ),
  'remove-by-force': arrow(
    '登记强制拆除',
    manager,
    [['standing'], 'removed'],
    all((facts) => removing('forced', facts), documented('执行笔录的扫描件')),
  ),
  verify: arrow('复核销号', both, [['removed'], 'verified'], (facts) => [
    ...twoPeopleBlockers(facts.removedBy, facts.actorId),
    ...proofBlockers(facts.ways.sheet, facts.proof),
    ...measuredAreaBlockers(facts.ways.sheet.kind, facts.proof.removedArea, facts.today),
  ]),
  'send-back': arrow('退回，没有拆到位', both, [['removed'], 'standing'], reason('没有拆到位的地方')),
  'retain-legal': arrow(
    '认定合法，保留',
    manager,
    [['standing', 'ownership-check'], 'retained-legal'],
    all(documented('合法手续'), reason('保留的理由')),
  ),
  'retain-rectified': arrow(
    '整改后保留',
    manager,
    [['standing', 'agreed'], 'retained-rectified'],
    all(documented('整改验收的依据'), reason('整改的情况')),
  ),
  'scope-out': arrow(
    '划出施工范围',
    manager,
    [['standing', 'ownership-check', 'agreed'], 'scoped-out'],
    all(documented('划出范围的决定'), reason('划出的理由')),
  ),
  reopen: arrow(
    '重新打开',
    both,
    [['verified', 'retained-legal', 'retained-rectified', 'scoped-out'], 'standing'],
    reason('复查发现的情况'),
  ),
  'strike-out': arrow(
    '撤销登记',
    manager,
    [['standing'], 'struck-out'],
    all(reason('登记有误的情况'), ({ papers }) =>
      papers > 0 ? [byOffice('papers', '已有法定文书，不能撤销登记，请按程序终结或结案')] : [],
    ),
  ),
};

// A removal is judged by the day it was done, not by the day it is written down.
function removing(way: RemovalWay, facts: StructureStepFacts): Blocker[] {
  const { result, ways, hours, weather, firm, calendar, emergency, today, now } = facts;
  if (!result) return [byOffice('result', '请填写拆除日期、实测面积和物品处理')];
  const { kind } = ways.sheet;
  const found = resultBlockers(result, { kind, foundOn: facts.foundOn }, today);
  found.push(...wayBlockers(way, ways, result.removedOn, calendar));
  if (way === 'voluntary') return found;
  if (!hours) return [...found, byOffice('hours', '请填写拆除的开始和结束时间，如 08:00')];
  return [
    ...found,
    ...hourBlockers(way, { ...hours, on: result.removedOn }, calendar, emergency),
    ...(result.removedOn === today ? unbegunHourBlockers(hours, now) : []),
    ...weatherBlockers(weather, result.removedOn),
    ...firmBlockers(ways.sheet, firm, result.removedOn),
  ];
}

/** What speaks against this step of a structure in this state? */
export const structureStepBlockers = (
  step: StructureStep,
  state: StructureState,
  role: Role,
  facts: StructureStepFacts,
): Blocker[] =>
  stepBlockers(
    structureLifecycle,
    step,
    { state, role, facts },
    { states: structureStateNames, roles: roleNames },
  );

/** Where does a new structure begin? What may be property of the former unit goes to the ownership check first. */
export const firstStructureState = (sheet: Parameters<typeof ownershipBlockers>[0]): StructureState =>
  ownershipBlockers(sheet).length > 0 ? 'ownership-check' : 'standing';

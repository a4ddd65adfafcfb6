// How does each gate of a passage stand: there, missing, not applicable, or let pass by the district officer? Gates of
// the law are never let pass; gates of policy are, with a reason that is audited and shown (domain reference §0.2).
import type { Area } from '../kernel/area';
import type { Blocker, BlockerLevel } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import type { Fen } from '../kernel/money';
import { Role, roleNames } from '../people/roles';
import { withRules } from '../rules/rule-book';
import { Fact, factOf, FactState } from './facts';
import { gateOf, gatesAt } from './gates';
import type { Gate, Passage } from './gates/gate';
import { permitVerdict } from './permit';
import { Track, trackNames } from './stages';

/** Which gate was let pass, why, by whom (title), and when? */
export interface GateOverride {
  gate: string;
  reason: string;
  by: string;
  on: CalendarDate;
}

/** What the gates judge a renovation by; `estimatedFen` and `floorArea` are null while unknown. */
export interface GateFacts {
  track: Track;
  floorArea: Area | null;
  estimatedFen: Fen | null;
  facts: readonly Fact[];
  overrides: readonly GateOverride[];
}

/** How does a gate stand? */
export type GateState = FactState | 'overridden';

/** The mark of each state on a page. */
export const gateStateMarks: Record<GateState, string> = {
  met: '✓',
  missing: '缺',
  'not-applicable': '不适用',
  overridden: '例外放行',
};

/** One line of the checklist: what, how strong, how it stands, who brings it and where. */
export interface GateCheck {
  gate: string;
  text: string;
  level: BlockerLevel;
  state: GateState;
  detail: string;
  who: string;
  source: string;
  on?: CalendarDate;
  by?: string;
  link?: string;
  /** May the street manager supply it as a dated milestone with a document? */
  milestone: boolean;
  /** May the district officer let it pass with a reason? */
  overridable: boolean;
}

/** Every gate of this passage, as it stands on this day. */
export function gateChecks(passage: Passage, renovation: GateFacts, day: CalendarDate): GateCheck[] {
  return gatesAt(passage, renovation.track).map((gate) => checkOf(gate, renovation, day));
}

/** The gates that hold the renovation back: missing, and more than a reminder. */
export const gateBlockers = (checks: readonly GateCheck[]): Blocker[] =>
  checks.filter(({ state, level }) => state === 'missing' && level !== 'warning').map(blockerOf);

/** The gates that are missing but only a reminder. */
export const gateWarnings = (checks: readonly GateCheck[]): Blocker[] =>
  checks.filter(({ state, level }) => state === 'missing' && level === 'warning').map(blockerOf);

/** Why may this gate not be let pass by this role for this reason? */
export function overrideBlockers(
  code: string,
  asked: { role: Role; reason: string },
  renovation: GateFacts,
  day: CalendarDate,
): Blocker[] {
  const gate = gateOf(code);
  if (!gate || !gate.levels[renovation.track]) {
    return [reason('override.unknown', `「${trackNames[renovation.track]}」没有这项条件，请刷新页面`)];
  }
  const check = checkOf(gate, renovation, day);
  const found: Blocker[] = [];
  if (asked.role !== 'district-officer') {
    found.push(reason('override.role', `例外放行由${roleNames['district-officer']}办理`));
  }
  if (check.level === 'law') {
    const text = `「${check.text}」是法定要求，不能例外放行，请由${check.who}补齐`;
    found.push({ code: 'override.law', level: 'law', text, source: check.source });
  }
  if (check.level === 'warning') {
    found.push(reason('override.warning', `「${check.text}」只是提醒，不拦推进，不需要例外放行`));
  }
  if (check.state !== 'missing' && check.level === 'policy') {
    found.push(reason('override.needless', `「${check.text}」不缺，不需要例外放行`));
  }
  if (!asked.reason.trim()) found.push(reason('override.reason', '请写明例外放行的原因'));
  return found;
}

function checkOf(gate: Gate, renovation: GateFacts, day: CalendarDate): GateCheck {
  const level = levelOf(gate, renovation, day);
  const fact = judgedFact(gate, renovation, day);
  const override = renovation.overrides.find((entry) => entry.gate === gate.code);
  const passed = override !== undefined && fact.state === 'missing' && level === 'policy';
  return {
    gate: gate.code,
    text: withRules(gate.text, day),
    level,
    state: passed ? 'overridden' : fact.state,
    detail: passed ? `${override.reason}（${override.by}，${dayInWords(override.on)}）` : fact.detail,
    who: gate.suppliedBy,
    source: gate.source,
    ...(fact.on === undefined ? {} : { on: fact.on }),
    ...(fact.by === undefined ? {} : { by: fact.by }),
    ...(fact.link === undefined ? {} : { link: fact.link }),
    milestone: gate.milestone.includes(renovation.track),
    overridable: level === 'policy' && fact.state === 'missing' && !passed,
  };
}

function levelOf(gate: Gate, renovation: GateFacts, day: CalendarDate): BlockerLevel {
  const level = gate.levels[renovation.track] ?? 'warning';
  if (gate.withoutPermit === undefined) return level;
  return permitVerdict(renovation, day).need === 'exempt' ? gate.withoutPermit : level;
}

// Two facts follow from others: no permit is missing where none is needed, and an area is clear once all is clear.
function judgedFact(gate: Gate, renovation: GateFacts, day: CalendarDate): Fact {
  const fact = factOf(renovation.facts, gate.fact);
  if (fact.state !== 'missing') return fact;
  if (gate.fact === 'works.construction-permit') {
    const { need, detail } = permitVerdict(renovation, day);
    return { ...fact, state: need === 'exempt' ? 'not-applicable' : 'missing', detail };
  }
  if (gate.fact === 'removal.first-area-clear') {
    const all = factOf(renovation.facts, 'removal.all-closed');
    return all.state === 'missing' ? fact : { ...all, code: fact.code };
  }
  return fact;
}

function blockerOf({ gate, level, text, detail, who, source }: GateCheck): Blocker {
  return { code: `gate.${gate}`, level, text: `还缺：${text}（${detail}），由${who}提供`, source };
}

const reason = (code: string, text: string): Blocker => ({ code, level: 'policy', text });

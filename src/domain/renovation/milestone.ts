// A dated milestone: the street manager's evidence, with a document, that a gate is met or does not apply. It is the way
// of a small yard, where the rooms that would supply the fact are not used. The survey speaks for itself, and what the
// law asks without exception cannot be declared as not applying (settings of the house).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { Role, roleNames } from '../people/roles';
import type { Fact } from './facts';
import { gateOf } from './gates';
import { RenovationState, renovationStateNames, Track, trackNames } from './stages';

/** What does the milestone say of its gate? */
export type MilestoneOutcome = 'met' | 'not-applicable';

/** What is each outcome called? */
export const milestoneOutcomeNames: Record<MilestoneOutcome, string> = {
  met: '已办',
  'not-applicable': '不适用',
};

/** What the street manager wants to record; `documents` counts the attached files. */
export interface MilestoneDraft {
  gate: string;
  on: CalendarDate;
  outcome: MilestoneOutcome;
  note: string;
  documents: number;
}

/** What speaks against recording it? `beganOn` is the day the renovation was opened. */
export function milestoneBlockers(
  draft: MilestoneDraft,
  renovation: { track: Track; state: RenovationState; beganOn: CalendarDate },
  role: Role,
  today: CalendarDate,
): Blocker[] {
  const found: Blocker[] = [];
  const add = (code: string, text: string) =>
    found.push({ code: `milestone.${code}`, level: 'policy', text });
  if (role !== 'street-manager') add('role', `节点由${roleNames['street-manager']}登记`);
  if (renovation.state === 'cancelled' || renovation.state === 'closed') {
    add('state', `改造${renovationStateNames[renovation.state]}，不能再登记节点`);
  }
  const gate = gateOf(draft.gate);
  if (!gate || !gate.levels[renovation.track]) {
    add('gate', `「${trackNames[renovation.track]}」没有这项条件，请刷新页面`);
  } else {
    if (!gate.milestone.includes(renovation.track)) {
      add('gate', `「${gate.text}」以系统里的记录为准，不能用节点代替`);
    }
    if (draft.outcome === 'not-applicable' && !gate.conditional) {
      add('outcome', '这一项没有例外情形，不能登记为不适用');
    }
  }
  if (draft.outcome === 'not-applicable' && !draft.note.trim()) add('note', '请写明为什么不适用');
  if (draft.on > today) add('future', `日期不能晚于今天 ${dayInWords(today)}`);
  if (draft.on < renovation.beganOn) add('early', `日期不能早于改造立项 ${dayInWords(renovation.beganOn)}`);
  if (draft.documents < 1) add('document', '请附上一份文件，如纪要、合同、验收单的扫描件或照片');
  return found;
}

/** The fact a recorded milestone supplies; `by` is the title of who recorded it, `link` leads to its document. */
export function milestoneFact(
  milestone: Pick<MilestoneDraft, 'gate' | 'on' | 'outcome' | 'note'> & { by: string; link: string },
): Fact | undefined {
  const gate = gateOf(milestone.gate);
  if (!gate) return undefined;
  return {
    code: gate.fact,
    state: milestone.outcome,
    detail: milestone.note.trim() || `${dayInWords(milestone.on)} 办理，附文件`,
    on: milestone.on,
    by: milestone.by,
    link: milestone.link,
  };
}

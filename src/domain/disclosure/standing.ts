// How is it said in one sentence where a renovation stands? The words on top of a public page and in every public list:
// '正在施工，预计6月18日完工', '已完工，7月11日移交', '已暂停：原因'. Every word of lateness carries its number of days.
import { CalendarDate, daysBetween } from '../kernel/calendar-date';
import { nearDay } from '../kernel/near-day';
import type { StageCode } from '../renovation/stages';
import type { PublicRenovation, PublicStage } from './renovation';

/** Where it stands: the mark and word, the big sentence, what stands beside it, and why it is late or halted. */
export interface PublicStanding {
  mark: 'done' | 'doing' | 'late' | 'idle';
  word: string;
  sentence: string;
  aside: string | null;
  reason: string | null;
  /** All in one line, for titles and lists. */
  headline: string;
}

const doing: Record<StageCode, string> = {
  survey: '正在摸底',
  consultation: '正在议事',
  removal: '正在拆违清障',
  construction: '正在施工',
  acceptance: '正在验收',
  handover: '正在移交',
};

const ending: Record<StageCode, string> = {
  survey: '做完摸底',
  consultation: '议定方案',
  removal: '完成拆违',
  construction: '完工',
  acceptance: '完成验收',
  handover: '移交',
};

const notYet: Record<StageCode, string> = {
  survey: '摸底还没做完',
  consultation: '方案还没议定',
  removal: '拆违清障还没完成',
  construction: '还没完工',
  acceptance: '验收还没完成',
  handover: '还没移交',
};

/** Says where a compound stands today; null before a renovation is opened. */
export function publicStanding(renovation: PublicRenovation | null, today: CalendarDate): PublicStanding {
  if (!renovation) return plain('idle', '未开始', '还没有改造安排', '还没有改造安排');
  const { state, stage, stateReason } = renovation;
  if (state === 'closed') return closed(renovation, today);
  if (state === 'cancelled' || state === 'paused') {
    const word = state === 'paused' ? '已暂停' : '已取消';
    const name = renovation.stages.find((entry) => entry.stage === stage)!.name;
    const sentence = state === 'paused' ? `停在「${name}」这一步` : '这次改造不再进行';
    const reason = stateReason?.trim() || null;
    const mark = state === 'paused' ? 'late' : 'idle';
    return { ...plain(mark, word, sentence, reason ? `${word}：${reason}` : word), reason };
  }
  return active(
    renovation.stages.find((entry) => entry.stage === stage)!,
    today,
  );
}

function active(stage: PublicStage, today: CalendarDate): PublicStanding {
  const { keeping, days, plannedEndOn, forecastEndOn, delay } = stage;
  const word = doing[stage.stage];
  if (!plannedEndOn) return plain('doing', word, '完成日期还没有定', `${word}，完成日期还没有定`);
  const reason = delay && delayInWords(delay);
  const expected = forecastEndOn && forecastEndOn >= today ? forecastEndOn : plannedEndOn;
  const end = `预计 ${nearDay(expected, today)} ${ending[stage.stage]}`;
  if (keeping === 'overdue') {
    const known = expected !== plannedEndOn;
    return {
      mark: 'late',
      word: `逾期 ${days} 天`,
      sentence: known ? end : notYet[stage.stage],
      aside: `计划 ${nearDay(plannedEndOn, today)}`,
      reason,
      headline: `${word}，逾期${days}天`,
    };
  }
  const left = daysBetween(today, expected);
  const aside = left === 0 ? '就是今天' : `还有 ${left} 天`;
  return {
    mark: 'doing',
    word,
    sentence: end,
    aside,
    reason,
    headline: `${word}，${end.replaceAll(' ', '')}`,
  };
}

/** Why it is late: '比计划晚 2 天：上周下雨（天气）。' */
export function delayInWords({ days, reason, who }: NonNullable<PublicStage['delay']>): string {
  const late = `比计划晚 ${days} 天`;
  if (!reason) return `${late}，原因还没有写明，已列入街道的待办。`;
  return `${late}：${reason.replace(/[。.；;]$/, '')}${who ? `（${who}）` : ''}。`;
}

function closed({ closedOn, stages }: PublicRenovation, today: CalendarDate): PublicStanding {
  const handedOver = stages.find(({ stage }) => stage === 'handover')?.endedOn ?? closedOn;
  if (!handedOver) return plain('done', '已完工', '已经移交', '已完工，已移交');
  const day = nearDay(handedOver, today);
  return plain('done', '已完工', `${day} 移交`, `已完工，${day}移交`);
}

const plain = (
  mark: PublicStanding['mark'],
  word: string,
  sentence: string,
  headline: string,
): PublicStanding => ({ mark, word, sentence, aside: null, reason: null, headline });

// What is usually on the agenda of each kind of meeting, so that nobody begins with an empty sheet (settings of the
// house, after cases C1, C2, C5, C8 and the stages of domain reference §1.1).
import { Blocker, houseRule } from '../kernel/blocker';
import type { MeetingKind } from './meeting-kinds';

/** The longest line of an agenda, and the most lines, so that it fits on one sheet. */
export const agendaLimits = { lineLength: 120, lines: 12 } as const;

/** The usual items of each kind, in their order. */
export const agendaTemplates: Record<MeetingKind, readonly string[]> = {
  owners: [
    '通报会议召集情况和业主名册',
    '说明要共同决定的事项',
    '发放、收回表决票',
    '公布表决安排和结果公示日期',
  ],
  representatives: [
    '通报摸底情况和改造政策',
    '讲解拆违政策，听取当事户意见',
    '看效果图，商议改造内容',
    '商议改造后怎样管理',
    '议定事项举手计票',
  ],
  'four-party': [
    '逐条核对上次督办事项',
    '施工方通报进度和下一步安排',
    '监理方通报质量和安全',
    '党员群众代表反映居民问题，当面答复',
    '议定督办事项、责任方和期限',
  ],
  'renovation-council': ['通报方案公示情况', '逐条商议异议和心愿', '提出处理意见和答复人'],
  'building-leads': ['各楼报情况：漏水、飞线、垃圾、危房、纠纷', '核对督办事项', '分派这几天的事'],
  'on-site': ['到现场看问题', '定归谁办、什么时候办完', '当场办不了的列入督办清单'],
};

/** The lines of a text in which each line is an item; empty lines do not count. */
export const agendaLinesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What speaks against this agenda? `lines` are those typed by hand, `others` counts the ticked ones. */
export function agendaBlockers(lines: readonly string[], others: number): Blocker[] {
  const { lineLength, lines: most } = agendaLimits;
  const found = lines.flatMap((line, at) => {
    const length = [...line].length;
    if (length <= lineLength) return [];
    const text = `自拟议程第 ${at + 1} 行最多 ${lineLength} 个字，现在是 ${length} 个，请删减`;
    return [houseRule('agenda.long-line', text)];
  });
  const count = lines.length + others;
  if (count === 0) found.push(houseRule('agenda.empty', '请至少选择或填写一项议程'));
  if (count > most) {
    found.push(houseRule('agenda.many', `议程最多 ${most} 项，现在是 ${count} 项，请合并或减少`));
  }
  return found;
}

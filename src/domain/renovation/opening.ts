// May a renovation be opened, and may this firm be put on it? One renovation at a time (a setting of the house); who
// builds does not supervise (建设工程质量管理条例 §35).
import { Blocker, houseRule } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { isGoingOn } from './going-on';
import type { RenovationState } from './stages';

/** What speaks against opening a renovation on this day, after the last one? */
export function openingBlockers(
  last: { name: string; state: RenovationState; openedOn: CalendarDate } | undefined,
  openedOn: CalendarDate,
  today: CalendarDate,
): Blocker[] {
  const found: Blocker[] = [];
  if (last && isGoingOn(last.state)) {
    found.push(
      houseRule('renovation.one-current', `「${last.name}」还没有办结，办结或取消后才能开始下一次改造`),
    );
  }
  if (openedOn > today) found.push(houseRule('renovation.opened-on', '「立项日期」不能晚于今天'));
  if (last && openedOn < last.openedOn) {
    const text = `「立项日期」不能早于上一次改造的立项日期 ${dayInWords(last.openedOn)}`;
    found.push(houseRule('renovation.opened-on', text));
  }
  return found;
}

/** In which part does a firm work on a renovation? */
export type PartyRole = 'contractor' | 'supervisor' | 'designer';

export const partyRoleNames: Record<PartyRole, string> = {
  contractor: '施工方',
  supervisor: '监理',
  designer: '设计',
};

/** What speaks against this part for a firm that already holds others on the same renovation? */
export function partyBlockers(firmName: string, role: PartyRole, held: readonly PartyRole[]): Blocker[] {
  if (held.includes(role)) return [houseRule('party.twice', `${firmName}已经登记过`)];
  const both = [role, ...held];
  if (!both.includes('contractor') || !both.includes('supervisor')) return [];
  return [
    {
      code: 'party.same-firm',
      level: 'law',
      text: `${firmName}不能在同一改造里既做施工又做监理，请另选一家`,
      source: '建设工程质量管理条例 第三十五条',
    },
  ];
}

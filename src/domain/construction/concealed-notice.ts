// Before work is covered the contractor gives notice of it: what, where, and when it can be looked at (建设工程质量管理条例
// §30; 民法典 §798; the 48 hours are a norm of contracts, domain reference §1.3 G10).
import type { Blocker } from '../kernel/blocker';
import { ruleInWords, ruleOn } from '../rules/rule-book';
import { Role, roleNames } from '../people/roles';
import type { RenovationState } from '../renovation/stages';
import { byOffice, remark, wordsBlockers, worksOverBlockers } from './blocked';
import type { ConcealedState } from './concealed-work';
import { addHours, dayOf, isWallMoment, minutesBetween, momentInWords, WallMoment } from './wall-moment';
import { isItemCounted, WorkItem, workItemStateNames } from './work-item';

/** The notice: when it was given and for when the check is asked; `agreed` is why a shorter one was agreed on. */
export interface ConcealedNotice {
  part: string;
  noticedAt: WallMoment;
  checkAt: WallMoment;
  agreed: string;
}

/** Who gives the notice? Whoever builds; the street manager writes down what a builder without an account told. */
export const noticingRoles: readonly Role[] = ['contractor', 'street-manager'];

/** What speaks against this person giving notice of work of this item? `item` is null where there is none such. */
export function noticeGiverBlockers(
  role: Role,
  item: Pick<WorkItem, 'name' | 'state'> | null,
  renovation: RenovationState,
): Blocker[] {
  const found = worksOverBlockers(renovation);
  if (!noticingRoles.includes(role)) {
    const who = noticingRoles.map((one) => roleNames[one]).join('、');
    found.push(byOffice('concealed-role', `隐蔽检查由${who}通知`));
  }
  if (!item) found.push(byOffice('concealed-foreign', '选择的项目不在这次改造里，请重新选择'));
  else if (!isItemCounted(item)) {
    found.push(
      byOffice('concealed-dropped', `「${item.name}」${workItemStateNames[item.state]}，请选别的项目`),
    );
  }
  return found;
}

/** What speaks against giving this notice? `now` is what the clock on the wall shows. */
export function concealedNoticeBlockers(notice: ConcealedNotice, now: WallMoment): Blocker[] {
  const { noticedAt, checkAt, agreed } = notice;
  const found = wordsBlockers('concealed-part', notice.part, '隐蔽的部位，如「3号楼西侧排水管 20 米」');
  if (!isWallMoment(noticedAt) || !isWallMoment(checkAt)) {
    return [...found, byOffice('concealed-time', '时间请按 24 小时制填写，如 08:00')];
  }
  if (noticedAt > now) found.push(byOffice('concealed-future', '「通知时间」不能晚于现在，通知以后再登记'));
  if (checkAt <= noticedAt) found.push(byOffice('concealed-order', '「检查时间」要晚于通知时间，请核对'));
  const rule = ruleOn('works.concealed-notice-hours', dayOf(noticedAt));
  if (!rule || agreed.trim() || minutesBetween(noticedAt, checkAt) >= rule.value * 60) return found;
  const text = `隐蔽前 ${ruleInWords(rule)}要通知检查，最早 ${momentInWords(addHours(noticedAt, rule.value))} 检查。监理同意提前的，请写明`;
  return [...found, byOffice('concealed-hours', text, rule.source)];
}

/** What is said where the check was asked for and nobody came? The works wait, and the days are the contractor's to claim. */
export const concealedWaitWarnings = (
  { state, checkAt }: { state: ConcealedState; checkAt: WallMoment },
  now: WallMoment,
): Blocker[] =>
  state === 'noticed' && now > checkAt
    ? [
        remark(
          'concealed-waits',
          `约定 ${momentInWords(checkAt)} 检查，还没有结果。没有及时检查的，工期可以顺延，请尽快到场`,
          '民法典 §798',
        ),
      ]
    : [];

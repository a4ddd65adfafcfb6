import { houseRule } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { notOpened } from '../domain/renovation/going-on';

/** What is said where something is to be written down before a renovation was opened. */
export const noRenovation = notOpened('structure.no-renovation', '登记拆除对象');

/** What is said where a zone was chosen that is not one of this renovation. */
export const foreignZone = houseRule('structure.foreign-zone', '「所在施工区域」请从页面上列出的区域里选择');

/** What is said where it would have been found after somebody was there because of it. */
export const foundTooLate = (first: CalendarDate) =>
  houseRule('structure.found-late', `已有 ${dayInWords(first)}的记录，「发现日期」不能晚于这一天`);

/** What is said where its whole sheet is sent though it is gone by now. */
export const goneMeanwhile = houseRule(
  'structure.gone',
  '已经登记拆除，只能补照片和「腾出的地方」，其他内容不能再改',
);

import { houseRule } from '../domain/kernel/blocker';
import { notOpened } from '../domain/renovation/going-on';

/** What is said where a plan is to be written before a renovation was opened. */
export const noRenovation = notOpened('plan.no-renovation', '编制方案');

/** What is said where something is to be written before the first version was begun. */
export const noPlan = houseRule('plan.none', '还没有开始编制方案。请先在「方案」页点「开始编制方案」');

/** What is said where a row was chosen that is not one of this compound. */
export const foreignRow = houseRule('plan.foreign-row', '请从页面上列出的内容里选择');

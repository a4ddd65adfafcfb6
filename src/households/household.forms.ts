import { ArrayNotEmpty } from 'class-validator';
import { CallOutcome, callOutcomeNames } from '../domain/meeting/household-call';
import {
  HouseholdAnswer,
  HouseholdQuestion,
  householdQuestions,
} from '../domain/meeting/household-questions';
import { WishKind, wishKindNames, wishLimits } from '../domain/meeting/wish';
import { VisitorRole, visitorRoleNames } from '../domain/survey/door-visit';
import { PostingForm } from '../notices/posting.form';
import { Choice, Day, OnceKey, Text, Tick, Version } from '../platform/web/fields';
import { Cell, Choices, Column } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

const answer = (question: HouseholdQuestion) => {
  const { about, answers } = householdQuestions[question];
  return Choice({ label: about, of: Object.keys(answers), optional: true });
};

class CallGiven {
  @Choices({ label: '走访人', of: keysOf(visitorRoleNames) })
  @ArrayNotEmpty({ message: '请选择「走访人」，至少一项' })
  callers: VisitorRole[];
  /** Today or yesterday, as one tap. */
  @Day({ label: '走访日期', optional: true }) calledOn?: string;
  /** Another day; typed by hand, it wins over the tap. */
  @Day({ label: '别的日期', optional: true }) otherOn?: string;
  @OnceKey() onceKey: string;
}

/** One call at one door. */
export class CallForm extends CallGiven {
  @Choice({ label: '到户结果', of: keysOf(callOutcomeNames), optional: true }) outcome?: CallOutcome;
  @answer('renovation') renovation?: HouseholdAnswer;
  @answer('removal') removal?: HouseholdAnswer;
  @answer('fee') fee?: HouseholdAnswer;
  @answer('satisfaction') satisfaction?: HouseholdAnswer;
  @answer('gate-card') gateCard?: HouseholdAnswer;
  @Text({ label: '情况记录', max: 1000, multiline: true, optional: true }) note?: string;
  @Choice({ label: '类别', of: keysOf(wishKindNames), optional: true }) wishKind?: WishKind;
  @Text({ label: '心愿或异议', max: wishLimits.text, multiline: true, optional: true }) wishText?: string;
  /** Which button was pressed: on to the next door, or back. */
  @Tick() next: boolean;
}

/** Taking back a call that was written down by mistake. */
export class CallWithdrawalForm {
  @Text({ label: '作废原因', max: 500, multiline: true }) reason: string;
  @Version() version: number;
}

/** An evening sheet typed back in: one day, the same callers, a row for each door. */
export class SheetForm extends CallGiven {
  @Text({ label: '单元', max: 20, optional: true }) unit?: string;
  @Text({ label: '问题', max: 20, optional: true }) questions?: string;
  @Text({ label: '范围', max: 20, optional: true }) only?: string;
  @Text({ label: '顺序', max: 20, optional: true }) order?: string;
  @Column({ label: '到户结果' }) outcome: Cell[];
  @Column({ label: '改造方案' }) renovation: Cell[];
  @Column({ label: '拆违清障' }) removal: Cell[];
  @Column({ label: '物业费' }) fee: Cell[];
  @Column({ label: '满意度' }) satisfaction: Cell[];
  @Column({ label: '门禁卡' }) gateCard: Cell[];
  @Column({ label: '备注' }) note: Cell[];
}

/** The result of asking, to be posted. */
export class PublicationForm extends PostingForm {
  @Day({ label: '公示到' }) endsOn: string;
  /** The numbers the person looked at. */
  @Text({ label: '核对过的数字', max: 120 }) seen: string;
}

import { PreviewStep, previewSteps } from '../compounds/redaction-preview';
import { WishKind, WishOutcome, wishKindNames, wishLimits } from '../domain/meeting/wish';
import { Choice, Day, OnceKey, Text, Version, WholeNumber } from '../platform/web/fields';
import { keysOf } from '../platform/web/options';

const row = (label: string) => WholeNumber({ label, min: 1, max: 2_000_000_000, optional: true });
const words = (label: string, max: number, optional = false) =>
  Text({ label, max, multiline: true, optional });
const PreviewStepField = () => Choice({ label: '步骤', of: previewSteps, optional: true });

/** Where somebody can write a wish down on its own page: at the door, or in the office. */
const sourcesByHand = ['door', 'office'] as const;

/** The ways a person can end a wish on its page; the plan adopts. */
const outcomesByHand = ['not-adopted', 'otherwise'] as const satisfies readonly WishOutcome[];

/** A wish or an objection that is written down. */
export class NewWishForm {
  @Choice({ label: '类别', of: keysOf(wishKindNames) }) kind: WishKind;
  @words('居民说了什么', wishLimits.text) text: string;
  @words('居民看到的文字', wishLimits.text, true) publicText?: string;
  @Choice({ label: '从哪里听到', of: sourcesByHand }) source: (typeof sourcesByHand)[number];
  @row('哪一户') dwellingId?: number;
  @row('针对哪份公示') noticeId?: number;
  @Day({ label: '听到的日期' }) heardOn: string;
  @PreviewStepField() step?: PreviewStep;
  @OnceKey() onceKey: string;
}

/** The answer that ends a wish. */
export class WishConclusionForm {
  @Choice({ label: '结果', of: outcomesByHand }) outcome: (typeof outcomesByHand)[number];
  @words('答复', wishLimits.answer) answer: string;
  @PreviewStepField() step?: PreviewStep;
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** What residents read of a wish, looked at by a person. */
export class PublicTextForm {
  @words('居民看到的文字', wishLimits.text) publicText: string;
  @Version() version: number;
}

/** Why an answered wish is opened again. */
export class ReopenForm {
  @words('重新打开的原因', 500) reason: string;
  @Version() version: number;
}

import { PreviewStep, previewSteps } from '../compounds/redaction-preview';
import { Choice, Day, OnceKey, Text, Version } from '../platform/web/fields';

/** A bulletin: its days, and the one paragraph that is written by hand; first looked at, then published. */
export class NewBulletinForm {
  @Day({ label: '从' }) from: string;
  @Day({ label: '到' }) to: string;
  /** Its length is a matter of the law, so that it is refused in one sentence. */
  @Text({ label: '街道的话', max: 2000, multiline: true, optional: true }) paragraph?: string;
  /** What was looked at, so that nothing else is published. */
  @Text({ label: '预览', max: 64, optional: true }) seen?: string;
  @Choice({ label: '步骤', of: previewSteps }) step: PreviewStep;
  @OnceKey() onceKey: string;
}

/** Withdrawing one. */
export class BulletinWithdrawalForm {
  @Text({ label: '撤回原因', max: 300, multiline: true }) reason: string;
  @Version() version: number;
}

import { ContactKind, contactKindNames } from '../domain/compound/words';
import { Choice, Day, OnceKey, Phone, Text, Tick, Version } from '../platform/web/fields';
import { keysOf } from '../platform/web/options';

/** Whom residents may ask, as posted. */
class ContactForm {
  @Choice({ label: '身份', of: keysOf(contactKindNames) }) kind: ContactKind;
  @Text({ label: '称呼', max: 40 }) title: string;
  @Text({ label: '姓名', max: 40, optional: true }) personName?: string;
  @Phone({ label: '工作电话', optional: true }) workPhone?: string;
  @Text({ label: '接听时间', max: 60, optional: true }) hours?: string;
  @Tick() mayPublish: boolean;
  @Day({ label: '本人同意公开的日期', optional: true }) consentOn?: string;
}

/** A contact that is added. */
export class NewContactForm extends ContactForm {
  @OnceKey() onceKey: string;
}

/** A contact that is corrected or taken off. */
export class EditContactForm extends ContactForm {
  @Choice({ label: '操作', of: ['change', 'remove'] }) step: 'change' | 'remove';
  @Version() version: number;
}

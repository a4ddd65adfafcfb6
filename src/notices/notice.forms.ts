import { KeptFilesField } from '../files/kept-files.field';
import { OnceKey, Text, Version } from '../platform/web/fields';

/** Photos of a notice where it hangs. */
export class NoticePhotosForm {
  @KeptFilesField() nearKept: string[];
  @KeptFilesField() farKept: string[];
  @OnceKey() onceKey: string;
}

/** Taking a notice down before its time, or because it was wrong. */
export class NoticeWithdrawalForm {
  @Text({ label: '撤下原因', max: 500, multiline: true }) reason: string;
  @Version() version: number;
}

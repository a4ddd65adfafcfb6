import { returnReasons } from '../domain/construction/post-lifecycle';
import { Text, Tick, Version } from '../platform/web/fields';
import { Choices, RowIds } from '../platform/web/list-fields';

/** Which photos of a post everybody may see, by their files. */
export class PhotoChoiceForm {
  @RowIds() shown: number[];
  @Tick() unrecognisable: boolean;
  @Version() version: number;
}

/** Confirming a post; the street manager chooses its photos with the same press. */
export class ConfirmationForm extends PhotoChoiceForm {}

/** Sending a post back: reasons of one tap each, and a sentence. */
export class ReturnForm {
  @Choices({ label: '退回原因', of: returnReasons }) reasons: string[];
  @Text({ label: '补充说明', max: 200, optional: true }) words?: string;
  @Version() version: number;
}

import { ArrayNotEmpty } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { PreviewStep, previewSteps } from '../compounds/redaction-preview';
import { NoticePlace, noticeLimits, noticePlaceNames } from '../domain/meeting/notice';
import { Choice, Day, OnceKey, Text } from '../platform/web/fields';
import { Choices } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

/** Where a notice hangs; none is refused unless it may hang later. */
export const PlacesField = ({ optional = false } = {}) => {
  const places = Choices({ label: '张贴地点', of: keysOf(noticePlaceNames) });
  return optional
    ? places
    : applyDecorators(places, ArrayNotEmpty({ message: '请选择「张贴地点」，至少一处' }));
};

/** What a room posts, in the words that hang in the yard: first looked at, then posted. */
export class PostingForm {
  @Text({ label: '标题', max: noticeLimits.title }) title: string;
  @Text({ label: '内容', max: noticeLimits.body, multiline: true }) body: string;
  @PlacesField() places: NoticePlace[];
  @Day({ label: '张贴日期' }) postedOn: string;
  @Choice({ label: '步骤', of: previewSteps }) step: PreviewStep;
  @OnceKey() onceKey: string;
}

/** Its words, as they are looked at before it is posted. */
export const textsOf = ({ title, body }: Pick<PostingForm, 'title' | 'body'>) => [
  { label: '标题', text: title },
  { label: '内容', text: body },
];

import { PreviewStep, previewSteps } from '../compounds/redaction-preview';
import { NoticePlace } from '../domain/meeting/notice';
import { PlacesField } from '../notices/posting.form';
import { Choice, Day, OnceKey, Text, Version } from '../platform/web/fields';
import { RowTexts } from './meeting.fields';
import { RowTable } from './posted-rows';

/** What residents will read of a meeting: looked at first, then published. */
export class PublicationForm {
  @Text({ label: '标题', max: 40 }) title: string;
  /** One for each decision; an emptied one is left out. */
  @RowTexts() decisionText: string[];
  @Text({ label: '公布的纪要', max: 4000, multiline: true }) minutes: string;
  @PlacesField() places: NoticePlace[];
  @Day({ label: '张贴日期' }) postedOn: string;
  @Day({ label: '公示到' }) endsOn: string;
  @Text({ label: '更正原因', max: 500, multiline: true, optional: true }) reason?: string;
  @Choice({ label: '步骤', of: previewSteps }) step: PreviewStep;
  @Version() version: number;
  @OnceKey() onceKey: string;
}

class PublicDecisionForm {
  @Text({ label: '公布的议定事项', max: 2000, multiline: true }) text: string;
}

export const publicDecisionTable: RowTable<PublicDecisionForm> = {
  prefix: 'decision',
  row: PublicDecisionForm,
  columns: ['text'],
  filled: ['text'],
  called: (number) => `第 ${number} 条议定事项`,
};

import {
  Holdup,
  holdupNames,
  postPhotos,
  PostWeather,
  postWeatherNames,
  ResidentEffect,
  residentEffectNames,
} from '../domain/construction/daily-post';
import { KeptFilesField } from '../files/kept-files.field';
import { Choice, Day, Text, WholeNumber } from '../platform/web/fields';
import { Cell, Choices, Column, RowIds, TextList } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

/** How a post is sent: as it was filled in, like the last working day, or as a day without work. */
export type SendKind = 'work' | 'same' | 'stopped';

/** A post as the form of a day or the script sends it (field-api.ts). */
export class FieldPostForm {
  @Text({ label: '日报编号', max: 40 }) uuid: string;
  @WholeNumber({ label: '合同', min: 1, max: 2_000_000_000 }) contractId: number;
  @Day({ label: '日期' }) workedOn: string;
  @Choice({ label: '提交方式', of: ['work', 'same', 'stopped'] }) kind: SendKind;
  @Column({ label: '进度' }) value: Cell[];
  @Column({ label: '原来的进度' }) was: Cell[];
  @Column({ label: '原因' }) reason: Cell[];
  @WholeNumber({ label: '工人数', min: -9999, max: 999_999, optional: true }) workers?: number;
  @Choice({ label: '天气', of: keysOf(postWeatherNames), optional: true }) weather?: PostWeather;
  @Choices({ label: '受阻原因', of: keysOf(holdupNames) }) holdups: Holdup[];
  @Choices({ label: '影响居民', of: keysOf(residentEffectNames) }) effects: ResidentEffect[];
  @Text({ label: '一句话', max: 2000, multiline: true, optional: true }) sentence?: string;
  @WholeNumber({ label: '更正的日报', min: 1, max: 2_000_000_000, optional: true }) corrects?: number;
  @Text({ label: '更正原因', max: 500, optional: true }) correctionReason?: string;
  @RowIds() keep: number[];
  /** Photos that were sent before the post, by their numbers. */
  @TextList({ label: '照片', max: 40, most: postPhotos.most * 4 }) sent: string[];
  @KeptFilesField() photosKept: string[];
  @WholeNumber({ label: '拍照点', min: 1, max: 2_000_000_000, optional: true }) pointId?: number;
}

/** One photo, sent before its post. */
export class FieldPhotoForm {
  @Text({ label: '照片编号', max: 40 }) uuid: string;
  @WholeNumber({ label: '合同', min: 1, max: 2_000_000_000 }) contractId: number;
  @Text({ label: '拍摄时间', max: 40, optional: true }) takenAt?: string;
  @WholeNumber({ label: '拍照点', min: 1, max: 2_000_000_000, optional: true }) pointId?: number;
}

import { MeetingKind, meetingKindCodes } from '../domain/meeting/meeting-kinds';
import { MeetingPlace, meetingPlaceNames } from '../domain/meeting/meeting-places';
import { NoticePlace } from '../domain/meeting/notice';
import { PlacesField } from '../notices/posting.form';
import { Choice, Day, OnceKey, Text, Version } from '../platform/web/fields';
import { Choices, RowIds } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';
import { WallTimeField } from './meeting.fields';

class PlanForm {
  @Text({ label: '会议名称', max: 40 }) title: string;
  @Day({ label: '召开日期' }) plannedOn: string;
  @WallTimeField({ label: '开始时间' }) plannedFrom: string;
  @WallTimeField({ label: '结束时间', optional: true }) plannedTo?: string;
  @Choice({ label: '地点', of: keysOf(meetingPlaceNames) }) place: MeetingPlace;
  @Text({ label: '具体位置', max: 60, optional: true }) placeNote?: string;
  @Text({ label: '主持人', max: 40 }) chair: string;
  @Text({ label: '记录人', max: 40 }) recorder: string;
  /** Places of the ticked items in the template of its kind. */
  @Choices({ label: '常用议程', of: ['0', '1', '2', '3', '4', '5', '6', '7'] }) template: string[];
  /** Open action points that are asked after. */
  @RowIds() points: number[];
  @Text({ label: '自拟议程', max: 1500, multiline: true, optional: true }) own?: string;
  @OnceKey() onceKey: string;
}

/** A meeting that is planned. */
export class NewMeetingForm extends PlanForm {
  @Choice({ label: '会议类型', of: meetingKindCodes }) kind: MeetingKind;
  @Day({ label: '通知张贴日期', optional: true }) postedOn?: string;
  @PlacesField({ optional: true }) places: NoticePlace[];
}

/** A planned meeting that is changed; `keep` are the items of its agenda that stay. */
export class EditMeetingForm extends PlanForm {
  @RowIds() keep: number[];
  @Version() version: number;
}

/** The notice of a meeting. */
export class MeetingNoticeForm {
  @Day({ label: '通知张贴日期' }) postedOn: string;
  @PlacesField() places: NoticePlace[];
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** Steps that are confirmed with a reason. */
export type ConfirmedStep = 'cancel' | 'reopen' | 'withdraw';

export const confirmedSteps: readonly ConfirmedStep[] = ['cancel', 'reopen', 'withdraw'];

/** A step that is confirmed with a reason. */
export class MeetingStepForm {
  @Choice({ label: '办理', of: confirmedSteps }) step: ConfirmedStep;
  @Text({ label: '原因', max: 500, multiline: true }) reason: string;
  @Version() version: number;
}

import { agendaLimits } from '../domain/meeting/agenda';
import { meetingParties } from '../domain/meeting/meeting-parties';
import { KeptFilesField } from '../files/kept-files.field';
import { Choice, Day, OnceKey, Text, Version } from '../platform/web/fields';
import { RowIds } from '../platform/web/list-fields';
import { RowTexts, WallTimeField } from './meeting.fields';

/** What a press asks for: keep the record, finish the minutes, or one more row in a table. */
export type MinutesPress = 'save' | 'finish' | 'decision' | 'point' | 'wish';

const presses: readonly MinutesPress[] = ['save', 'finish', 'decision', 'point', 'wish'];

/** The record of a meeting; its tables are read row by row (minutes-rows). */
export class MinutesForm {
  @Day({ label: '召开日期' }) heldOn: string;
  @WallTimeField({ label: '开始时间' }) heldFrom: string;
  @WallTimeField({ label: '结束时间' }) heldTo: string;
  @RowTexts(meetingParties.length) attendanceParty: string[];
  @RowTexts(meetingParties.length) attendanceExpected: string[];
  @RowTexts(meetingParties.length) attendancePresent: string[];
  @RowTexts(meetingParties.length) attendanceWho: string[];
  /** Parties that signed the sheet. */
  @RowTexts(meetingParties.length) signed: string[];
  @RowTexts(agendaLimits.lines) agendaSaid: string[];
  @RowTexts() decisionMatter: string[];
  @RowTexts() decisionText: string[];
  @RowTexts() decisionYes: string[];
  @RowTexts() decisionNo: string[];
  @RowTexts() decisionAbstain: string[];
  @RowTexts() pointText: string[];
  @RowTexts() pointAnswers: string[];
  @RowTexts() pointRole: string[];
  @RowTexts() pointDueOn: string[];
  @RowTexts() wishKind: string[];
  @RowTexts() wishText: string[];
  @Text({ label: '纪要', max: 5000, multiline: true, optional: true }) minutes?: string;
  @KeptFilesField() signInKept: string[];
  @KeptFilesField() photosKept: string[];
  /** Photos to be taken off. */
  @RowIds() drop: number[];
  @Choice({ label: '按钮', of: presses }) press: MinutesPress;
  @Version() version: number;
  @OnceKey() onceKey: string;
}

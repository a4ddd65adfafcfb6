import { Frame } from '../compounds/workspace';
import { addDays } from '../domain/kernel/calendar-date';
import { noticePlaceNames } from '../domain/meeting/notice';
import { valueOn } from '../domain/rules/rule-book';
import { FactLine, Option } from '../platform/web/figures';
import { FormState, RawForm, typedList } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { MeetingRecords, livePublication } from './meeting-records';
import { decisionForPublic } from './meeting-texts';
import { Calendar, meetingHeading, meetingMark } from './meeting-words';
import { meetingPaths } from './meetings.paths';
import { cellName } from './posted-rows';

/** What residents will read, to be edited before it is looked at (views/meetings/publication). */
export interface PublicationPage extends Frame {
  title: string;
  heading: string;
  about: string;
  isCorrection: boolean;
  decisions: { id: string; number: number; value: string; error: string }[];
  places: Option[];
  /** What is published now, where somebody else was faster. */
  latest: FactLine[];
  action: string;
  form: FormState;
  backLink: string;
}

/** The form of a publication. */
export function toPublication(
  records: MeetingRecords,
  parts: { form: FormState; calendar: Calendar; wasStale: boolean },
  frame: Frame,
): PublicationPage {
  const { meeting, compound } = records;
  const { form, calendar, wasStale } = parts;
  const live = livePublication(records);
  const heading = live ? '更正已公布的纪要' : '公布纪要';
  return {
    ...frame,
    title: `${heading} · ${compound.name}`,
    heading: `${heading}：${meeting.title}`,
    about: meetingHeading(meeting),
    isCorrection: live !== undefined,
    decisions: typedList(form.values.decisionText).map((value, at) => {
      const id = cellName('decisionText', at);
      return { id, number: at + 1, value, error: form.errors[id] ?? '' };
    }),
    places: toOptions(noticePlaceNames),
    latest: wasStale
      ? [
          { term: '现在', value: meetingMark(meeting, calendar).word },
          ...(live ? [{ term: `第 ${live.number} 版`, value: live.minutes }] : []),
        ]
      : [],
    action: meetingPaths.publications(meeting.id),
    form,
    backLink: meetingPaths.show(meeting.id),
  };
}

/** What is proposed: the record as it is, or what is published now. */
export function proposedPublication(records: MeetingRecords, today: string): RawForm {
  const { meeting, decisions, attendance } = records;
  const live = livePublication(records);
  const endsOn = addDays(today, valueOn('notice.days', today));
  return {
    title: live?.title ?? meeting.title,
    decisionText: live?.decisions ?? decisions.map((one) => decisionForPublic(meeting, one, attendance)),
    minutes: live?.minutes ?? meeting.minutes ?? '',
    places: ['gate-board'],
    ...{ postedOn: today, endsOn, version: String(meeting.version) },
  };
}

/** The texts as they are looked at before they are published. */
export const textsToLookAt = (
  { title, minutes }: { title: string; minutes: string },
  decisions: readonly string[],
): { label: string; text: string }[] => [
  { label: '标题', text: title },
  ...decisions.map((text, at) => ({ label: `第 ${at + 1} 条议定事项`, text })),
  { label: '纪要', text: minutes },
];

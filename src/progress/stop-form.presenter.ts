import type { Frame } from '../compounds/workspace';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { answerableNames } from '../domain/renovation/schedule';
import { stopKinds, traitNames } from '../domain/progress/stop-days';
import type { FactLine, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import type { StopAtPlace, WorksAtPlace } from './progress.desk';
import { progressPaths } from './progress.paths';
import { toStopLines } from './stop-lines.presenter';

/** The form of a stop (views/progress/stop). */
export interface StopFormPage extends Frame {
  title: string;
  form: FormState;
  kinds: Option[];
  items: Option[];
  action: string;
  backLink: string;
}

/** The page on which a stop is ended or taken back (views/progress/stop-end, stop-withdraw). */
export interface StopStepPage extends Frame {
  title: string;
  heading: string;
  facts: FactLine[];
  form: FormState;
  action: string;
  isFinal?: true;
  backLink: string;
}

/** The form of a stop, empty or as it was typed. */
export const toStopForm = (
  { compound, items }: WorksAtPlace,
  form: FormState,
  frame: Frame,
): StopFormPage => ({
  ...frame,
  title: '登记停工',
  form,
  kinds: Object.entries(stopKinds).map(([value, { name, stops, answerable }]) => ({
    value,
    label: `${name}（${stops === 'all' ? '全部施工项目' : traitNames[stops]}，责任方：${answerableNames[answerable]}）`,
  })),
  items: items
    .filter(({ state }) => state !== 'dropped')
    .map(({ id, name }) => ({ value: String(id), label: name })),
  action: progressPaths.stops(compound.code),
  backLink: progressPaths.index(compound.code),
});

/** Ending a stop, or saying another last day. */
export const toStopEnd = (found: StopAtPlace, form: FormState, about: About): StopStepPage => ({
  ...about.frame,
  title: '停工到哪天为止',
  heading: '停工到哪天为止',
  facts: factsOf(found, about),
  form,
  action: progressPaths.stopEnds(found.window.id),
  backLink: progressPaths.index(found.compound.code),
});

/** Taking back a stop that was written by mistake. */
export const toStopWithdrawal = (found: StopAtPlace, form: FormState, about: About): StopStepPage => ({
  ...about.frame,
  title: '作废停工记录',
  heading: '作废停工记录',
  facts: factsOf(found, about),
  form,
  action: progressPaths.stopWithdrawals(found.window.id),
  isFinal: true,
  backLink: progressPaths.index(found.compound.code),
});

interface About {
  frame: Frame;
  items: WorksAtPlace['items'];
  today: CalendarDate;
}

function factsOf({ window }: StopAtPlace, { items, today }: About): FactLine[] {
  const seenItemIds = new Set(items.map(({ id }) => id));
  const seenContractIds = new Set<number>();
  const works = { windows: [window], course: null, items, seenItemIds, seenContractIds };
  const [line] = toStopLines(works, { mayEdit: false, today });
  return [
    { term: '原因', value: line.kind },
    { term: '时间', value: line.days },
    { term: '停的施工项目', value: line.what },
    { term: '情况和依据', value: window.note || '—' },
  ];
}

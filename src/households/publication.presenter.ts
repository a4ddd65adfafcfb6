import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { CalendarDate, addDays } from '../domain/kernel/calendar-date';
import { exactShare } from '../domain/kernel/ratio';
import { householdQuestions } from '../domain/meeting/household-questions';
import { resultText, totalsAsWord } from '../domain/meeting/household-result';
import type { ConsentTotals } from '../domain/meeting/household-standing';
import { noticeDays, noticeLimits, noticePlaceNames } from '../domain/meeting/notice';
import { NoticeFigure, toNoticeFigure } from '../notices/notice.figure';
import type { ProvedNotice } from '../notices/notices.service';
import type { Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { householdPaths } from './households.paths';

/** What the households say to one question. */
export interface ConsentRow {
  name: string;
  agree: number;
  against: number;
  undecided: number;
  notAsked: number;
  share: string;
}

/** What all say to the three questions, as rows of a table. */
export const toConsentRows = ({ households, counts }: ConsentTotals): ConsentRow[] =>
  counts.map(({ question, ...count }) => ({
    ...count,
    name: householdQuestions[question].about,
    share: exactShare(count.agree, households),
  }));

/** Posting the result of asking (views/households/publication). */
export interface PublicationPage extends Frame {
  title: string;
  /** Why nothing can be posted; empty where the form is shown. */
  closed: string;
  about: string;
  rows: ConsentRow[];
  form: FormState;
  action: string;
  places: Option[];
  notice?: NoticeFigure;
  backLink: string;
}

interface PublicationView {
  compound: Compound;
  totals: ConsentTotals;
  notice: ProvedNotice | null;
  closed: string;
  today: CalendarDate;
}

/** The numbers as they are now, the notice that hangs, and the form of a new one. */
export function toPublication(view: PublicationView, form: FormState, frame: Frame): PublicationPage {
  const { compound, totals, notice, today } = view;
  // The numbers a refused form is looked at with are those of now.
  const values = { ...form.values, seen: totalsAsWord(totals) };
  return {
    ...frame,
    title: `公布征询结果 · ${compound.name}`,
    closed: view.closed,
    about: `住宅 ${totals.households} 户，问到业主 ${totals.reached} 户`,
    rows: toConsentRows(totals),
    form: { ...form, values },
    action: householdPaths.publication(compound.code),
    places: toOptions(noticePlaceNames),
    notice: notice ? toNoticeFigure(notice, notice.photos, today) : undefined,
    backLink: householdPaths.index(compound.code),
  };
}

/** What is proposed: the numbers in sentences, on the board in the yard, for as many days as the rule asks. */
export const proposedNotice = (
  { name }: Pick<Compound, 'name'>,
  totals: ConsentTotals,
  today: CalendarDate,
): Record<string, unknown> => ({
  title: [...`${name}居民意愿征询结果`].slice(-noticeLimits.title).join(''),
  body: resultText(name, totals, today),
  places: ['gate-board'],
  postedOn: today,
  endsOn: addDays(today, noticeDays('consent-result', today)),
});

/** How the result stands on the board, beside the matrix. */
export interface ResultLine {
  notice?: NoticeFigure;
  words: string;
  link: string;
}

/** The notice that hangs, or that none was posted yet; `mayPost` offers the way to it. */
export const toResultLine = (
  notice: ProvedNotice | null,
  code: string,
  { mayPost, today }: { mayPost: boolean; today: CalendarDate },
): ResultLine => ({
  notice: notice ? toNoticeFigure(notice, notice.photos, today) : undefined,
  words: notice ? '' : '征询结果还没有公布。',
  link: mayPost ? householdPaths.publication(code) : '',
});

import { FindingState, findingSeverityNames } from '../domain/construction/finding';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import type { OpenFinding } from '../inspections/open-findings';
import type { KeptFile } from '../files/kept-files';
import type { StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { fieldPaths } from './field.paths';

/** Something to be mended, and the form that says it was (views/field/finding). */
export interface FieldFindingPage {
  title: string;
  page: string;
  heading: string;
  about: string;
  aside: { label: string; link: string };
  mark: StatusMark;
  what: string;
  facts: { term: string; value: string }[];
  /** The last words of whoever looked; empty where nobody did yet. */
  said: string;
  mayMend: boolean;
  kept: KeptFile[];
  form: FormState;
  action: string;
}

const marks: Partial<Record<FindingState, StatusMark>> = {
  mended: { state: 'doing', word: '已整改，等复查' },
};

/** A finding as the phone shows it. */
export function toFieldFinding(
  finding: OpenFinding,
  { today, kept }: { today: CalendarDate; kept: readonly KeptFile[] },
  form: FormState,
): FieldFindingPage {
  const { id, state, what, place, itemName, severity, foundOn, dueOn, steps } = finding;
  const late: StatusMark = { state: 'late', word: `逾期，期限 ${dayInWords(dueOn)}` };
  const open: StatusMark = { state: 'doing', word: `待整改，${dayInWords(dueOn)} 前` };
  return {
    ...{ title: '整改', page: 'finding', heading: '要整改的问题', about: itemName || '现场' },
    aside: { label: '今天', link: fieldPaths.today() },
    mark: marks[state] ?? (dueOn < today ? late : open),
    what,
    facts: [
      { term: '部位', value: place },
      { term: '严重程度', value: findingSeverityNames[severity] },
      { term: '发现', value: dayInWords(foundOn) },
    ].filter(({ value }) => value !== ''),
    said: steps.filter(({ step }) => step === 'send-back').at(-1)?.reason ?? '',
    mayMend: state === 'open',
    kept: [...kept],
    form,
    action: fieldPaths.mendings(id),
  };
}

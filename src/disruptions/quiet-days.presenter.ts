import type { Blocker } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import {
  keepsQuietDays,
  quietPeriodInWords,
  quietWithdrawnBlockers,
} from '../domain/construction/quiet-period';
import type { Crumb, FactLine, StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { disruptionPaths } from './disruptions.paths';
import type { QuietDayAtPlace } from './quiet-days.desk';

/** The quiet days of examinations (views/disruptions/quiet-days). */
export interface QuietDaysPage {
  title: string;
  crumbs: Crumb[];
  about: string;
  /** For whom what is written down here holds; empty for those who only read. */
  scope: string;
  rows: QuietDayRow[];
  /** For whoever may write them down. */
  mayEdit: boolean;
  form: FormState;
  action: string;
}

interface QuietDayRow {
  name: string;
  days: string;
  place: string;
  source: string;
  status: StatusMark;
  note: string;
  withdrawLink: string;
}

interface QuietDaysView {
  rows: readonly QuietDayAtPlace[];
  names: ReadonlyMap<number, string>;
  mayEdit: boolean;
  /** The office of whoever looks. */
  office: { id: number; name: string };
  today: CalendarDate;
}

/** All of them, the latest first. */
export function toQuietDays(view: QuietDaysView, form: FormState): QuietDaysPage {
  const { office, mayEdit } = view;
  return {
    title: '考试静音日',
    crumbs: [{ label: '考试静音日' }],
    about:
      '高考日期全国统一，中考日期由当地确定，按文件登记。静音日里的噪音施工要写明原因，有噪音的内容按静音日停工计算工期。',
    scope: mayEdit ? `登记以后，对${office.name}的全部楼院有效。` : '',
    rows: view.rows.map((one) => toRow(one, view)),
    mayEdit,
    form,
    action: disruptionPaths.quietDays(),
  };
}

function toRow({ row, place }: QuietDayAtPlace, view: QuietDaysView): QuietDayRow {
  const { today, mayEdit, office, names } = view;
  const { id, name, source, withdrawnOn, withdrawnReason } = row;
  return {
    ...{ name, days: quietPeriodInWords(row), place: place.shortName, source },
    status: markOf(row, today),
    note: withdrawnOn
      ? `${dayInWords(withdrawnOn)}作废：${withdrawnReason}`
      : `${names.get(row.recordedBy) ?? '—'} ${instantInWords(row.recordedAt)}登记`,
    withdrawLink:
      mayEdit && keepsQuietDays(office.id, place) && withdrawnOn === null
        ? disruptionPaths.withdrawQuietDays(id)
        : '',
  };
}

function markOf({ fromOn, untilOn, withdrawnOn }: QuietDayAtPlace['row'], today: CalendarDate): StatusMark {
  if (withdrawnOn) return { state: 'idle', word: '已作废' };
  if (untilOn < today) return { state: 'done', word: '已经过去' };
  return fromOn <= today ? { state: 'doing', word: '正在静音' } : { state: 'idle', word: '还没有到' };
}

/** The question before one is struck out (views/disruptions/quiet-day-withdraw). */
export interface QuietDayWithdrawalPage {
  title: string;
  crumbs: Crumb[];
  heading: string;
  note: string;
  facts: FactLine[];
  reasons: Blocker[];
  form: FormState;
  action: string;
  backLink: string;
}

/** What it is, what happens, and why it is struck out. */
export const toQuietDayWithdrawal = (
  { row, place }: QuietDayAtPlace,
  form: FormState,
): QuietDayWithdrawalPage => ({
  title: '作废静音日',
  crumbs: [{ label: '考试静音日', link: disruptionPaths.quietDays() }, { label: '作废' }],
  heading: `作废静音日：${row.name}`,
  note: '作废以后仍能看到，但不再用于判断和计算工期。日期有变的请作废以后重新登记。',
  facts: [
    { term: '日期', value: quietPeriodInWords(row) },
    { term: '范围', value: place.name },
    { term: '依据', value: row.source },
  ],
  reasons: quietWithdrawnBlockers(row),
  form,
  action: disruptionPaths.quietDaysWithdrawals(row.id),
  backLink: disruptionPaths.quietDays(),
});

import type { WaitingItem } from '../compounds/waiting-work';
import { findingOverdueDays } from '../domain/construction/finding';
import { dayOf, momentInWords } from '../domain/construction/wall-moment';
import { CalendarDate, compareDates, daysBetween } from '../domain/kernel/calendar-date';
import { beginning } from '../domain/kernel/text';
import type { Track } from '../domain/renovation/stages';
import type { ConcealedRecord } from './concealed.entities';
import type { FindingRecord } from './finding.entities';
import { inspectionPaths } from './inspections.paths';
import type { StopRecord } from './stop.entities';

interface Place {
  where: string;
  code: string;
  track: Track;
  compoundId: number;
  renovationId: number;
}

/** A finding of a list over several compounds. */
export type FoundFinding = Place &
  Pick<FindingRecord, 'id' | 'what' | 'state' | 'dueOn' | 'mendedBy' | 'mendedFirmId'>;

/** A concealed work of such a list. */
export type FoundConcealed = Place &
  Pick<ConcealedRecord, 'id' | 'part' | 'state' | 'checkAt' | 'noticedBy' | 'noticedFirmId'>;

/** An order to stop of such a list, with how many of its findings are not closed. */
export type FoundStop = Place &
  Pick<StopRecord, 'id' | 'number' | 'stoppedOn' | 'orderedRole'> & { open: number };

const about = ({ compoundId, where }: Place, kind: string) => ({ kind, compoundId, where });

const leadingTo = (findings: readonly FoundFinding[]): string =>
  findings.length === 1 ? inspectionPaths.finding(findings[0].id) : inspectionPaths.checks(findings[0].code);

const named = (findings: readonly FoundFinding[], what: string): string =>
  findings.length === 1
    ? `「${beginning(findings[0].what, 30)}」${what}`
    : `${findings.length} 个问题${what}`;

const firstDue = (findings: readonly FoundFinding[]): CalendarDate =>
  findings.map(({ dueOn }) => dueOn).sort(compareDates)[0];

/** Findings of one renovation to be mended: one line. */
export const toMendFindings = (findings: readonly FoundFinding[]): WaitingItem => ({
  ...about(findings[0], '整改'),
  what: named(findings, '要整改'),
  why: '整改后在同一位置拍照，提交复查',
  dueOn: firstDue(findings),
  action: { label: '去整改', link: leadingTo(findings) },
});

/** Findings of one renovation to be looked at again: one line. */
export const toLookAgain = (findings: readonly FoundFinding[]): WaitingItem => ({
  ...about(findings[0], '复查'),
  what: named(findings, '已整改，等复查'),
  why: '到现场看过再通过，没有改到位的退回',
  dueOn: firstDue(findings),
  action: { label: '去复查', link: leadingTo(findings) },
});

/** Findings of one renovation nobody mended in time: one line for the street. */
export const toPress = (findings: readonly FoundFinding[], today: CalendarDate): WaitingItem => ({
  ...about(findings[0], '整改'),
  what: named(
    findings,
    `整改逾期，最长 ${Math.max(...findings.map((one) => findingOverdueDays(one, today)))} 天`,
  ),
  why: '请督促施工方整改，需要的可以调整期限或停工',
  dueOn: firstDue(findings),
  action: { label: '去看', link: leadingTo(findings) },
});

/** A concealed work that waits for its check. */
export const toCheckConcealed = (work: FoundConcealed): WaitingItem => ({
  ...about(work, '隐蔽验收'),
  what: `「${beginning(work.part, 30)}」请求 ${momentInWords(work.checkAt)} 检查`,
  why: '检查合格以前不能覆盖，没有及时检查的工期可以顺延',
  dueOn: dayOf(work.checkAt),
  action: { label: '去检查', link: inspectionPaths.concealed(work.id) },
});

/** A concealed work whose builder goes on: mend and give notice again, or cover. */
export const toGoOn = (work: FoundConcealed): WaitingItem => {
  const isAccepted = work.state === 'accepted';
  return {
    ...about(work, '隐蔽验收'),
    what: `「${beginning(work.part, 30)}」${isAccepted ? '检查合格，可以覆盖' : '检查不合格'}`,
    why: isAccepted ? '覆盖以后登记覆盖时间' : '整改以后再通知检查，检查合格以前不能覆盖',
    dueOn: null,
    action: { label: isAccepted ? '登记覆盖' : '去整改', link: inspectionPaths.concealed(work.id) },
  };
};

/** An order to stop that holds, for the rank that gave it. */
export const toLift = (stop: FoundStop, today: CalendarDate): WaitingItem => ({
  ...about(stop, '停工'),
  what: `停工令第 ${stop.number} 号，停工第 ${daysBetween(stop.stoppedOn, today) + 1} 天`,
  why: stop.open > 0 ? `还有 ${stop.open} 个问题没有复查通过` : '整改到位的，检查以后复工',
  dueOn: null,
  action: { label: '去看停工令', link: inspectionPaths.stop(stop.id) },
});

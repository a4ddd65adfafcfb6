import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { dayInWords } from '../domain/kernel/calendar-date';
import {
  attitudeNames,
  persuaderRoleNames,
  persuasionLimit,
  visitTimeNames,
} from '../domain/removal/persuasion';
import type { FactLine, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { StructureHead } from '../structures/structure-head.presenter';
import { structurePaths } from '../structures/structures.paths';
import { attitudeMark, personsInWords, promiseInWords } from './persuasion-column.presenter';
import type { PersuasionVisitRecord } from './persuasion.entity';
import { persuasionPaths } from './persuasion.paths';

/** Writing down a visit (views/persuasion/visit-form). */
export interface VisitFormPage extends Frame {
  title: string;
  about: StructureHead;
  /** What was said last time; empty before the first visit. */
  lastTime: string;
  form: FormState;
  attitudes: Option[];
  times: Option[];
  roles: Option[];
  limit: number;
  action: string;
  backLink: string;
}

interface VisitView {
  compound: Compound;
  about: StructureHead;
  structureId: number;
  last: PersuasionVisitRecord | undefined;
}

/** The form of a visit to one structure. */
export const toVisitForm = (
  { compound, about, structureId, last }: VisitView,
  form: FormState,
  frame: Frame,
): VisitFormPage => ({
  ...frame,
  title: `登记走访 ${about.number} · ${compound.name}`,
  about,
  lastTime: last ? lastTime(last) : '',
  form,
  attitudes: toOptions(attitudeNames),
  times: toOptions(visitTimeNames),
  roles: toOptions(persuaderRoleNames),
  limit: persuasionLimit,
  action: persuasionPaths.create(structureId),
  backLink: structurePaths.show(structureId),
});

/** '2026年3月15日 观望。诉求：东西没有地方放。承诺：月底拆'. */
export function lastTime(visit: PersuasionVisitRecord): string {
  const promise = promiseInWords(visit);
  return [
    `${dayInWords(visit.visitedOn)} ${attitudeMark(visit.attitude).word}`,
    ...(visit.asked ? [`诉求：${visit.asked}`] : []),
    ...(promise ? [`承诺：${promise}`] : []),
  ].join('。');
}

/** Taking a visit back (views/persuasion/withdraw). */
export interface VisitWithdrawalPage extends Frame {
  title: string;
  heading: string;
  note: string;
  facts: FactLine[];
  form: FormState;
  action: string;
  backLink: string;
}

/** The question before a visit is taken back. */
export const toVisitWithdrawal = (
  { compound, about, visit }: { compound: Compound; about: StructureHead; visit: PersuasionVisitRecord },
  form: FormState,
  frame: Frame,
): VisitWithdrawalPage => ({
  ...frame,
  title: `作废走访记录 · ${compound.name}`,
  heading: `作废走访记录：${about.number}`,
  note: '作废后这条记录仍可查看，但不再计入走访次数，也不再影响下次走访日期。情况变化请另记一条。',
  facts: [
    { term: '位置', value: about.place },
    { term: '走访', value: `${dayInWords(visit.visitedOn)} ${visitTimeNames[visit.time]}` },
    { term: '走访人', value: personsInWords(visit.visitors) },
    { term: '态度', value: attitudeNames[visit.attitude] },
    { term: '诉求', value: visit.asked || '—' },
    { term: '承诺', value: promiseInWords(visit) || '—' },
  ],
  form,
  action: persuasionPaths.withdrawals(visit.id),
  backLink: structurePaths.show(visit.structureId),
});

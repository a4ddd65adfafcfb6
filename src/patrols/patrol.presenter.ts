import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { dayInWords } from '../domain/kernel/calendar-date';
import { mayDo } from '../domain/people/permissions';
import type { Role } from '../domain/people/roles';
import { patrolKindNames, patrolWithdrawalBlockers, relapseAnswers } from '../domain/removal/patrol';
import { structureNumber } from '../domain/removal/structure-kinds';
import { filesOf, toLinkedPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { FactLine, PhotoFigure, StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { structurePaths } from '../structures/structures.paths';
import type { SeenPatrol } from './patrols.desk';
import { patrolPaths } from './patrols.paths';
import { patrolMark, roundsInWords } from './patrols.presenter';

/** One round (views/patrols/show). */
export interface PatrolPage extends Frame {
  title: string;
  heading: string;
  finding: StatusMark;
  facts: FactLine[];
  /** As it was typed, line by line. */
  note: string;
  relapsed: { name: string; link: string; answer: string }[];
  photos: PhotoFigure[];
  /** Set where it may be taken back, or where it is said why not. */
  withdrawLink: string;
  backLink: string;
}

interface PatrolView {
  compound: Compound;
  patrol: SeenPatrol;
  photos: ReadonlyMap<number, StoredFile>;
  recordedBy: string;
  role: Role;
}

/** One round with everything known of it. */
export function toPatrol(view: PatrolView, frame: Frame): PatrolPage {
  const { compound, patrol, photos, role } = view;
  const heading = headingOf(patrol);
  const mayWithdraw = mayDo(role, 'removal.edit') && patrol.withdrawnOn === null;
  return {
    ...frame,
    title: `${heading} · ${compound.name}`,
    heading,
    finding: patrolMark(patrol),
    facts: factsOf(view),
    note: patrol.note ?? '',
    relapsed: patrol.relapsed.map(({ id, number, place, isReopened }) => ({
      name: `${structureNumber(number)}，${place}`,
      link: structurePaths.show(id),
      answer: isReopened ? relapseAnswers.reopened : relapseAnswers.over,
    })),
    photos: filesOf(patrol.photoIds, photos).map(toLinkedPhoto),
    withdrawLink: mayWithdraw ? patrolPaths.withdraw(patrol.id) : '',
    backLink: patrolPaths.index(compound.code),
  };
}

/** Taking a round back: what it is, what speaks against it, the reason (views/patrols/withdraw). */
export interface PatrolWithdrawalPage extends Frame {
  title: string;
  heading: string;
  note: string;
  facts: FactLine[];
  reasons: { text: string }[];
  form: FormState;
  action: string;
  backLink: string;
}

/** The question before a round is taken back. */
export function toPatrolWithdrawal(view: PatrolView, form: FormState, frame: Frame): PatrolWithdrawalPage {
  const { compound, patrol } = view;
  return {
    ...frame,
    title: `作废巡查 · ${compound.name}`,
    heading: `作废巡查：${headingOf(patrol)}`,
    note: '作废后这次巡查仍可查看，但不再计入最近查看和达标判断。记错了才作废，情况有变请另记一次。',
    facts: factsOf(view),
    reasons: againstWithdrawal(patrol),
    form,
    action: patrolPaths.withdrawals(patrol.id),
    backLink: patrolPaths.show(patrol.id),
  };
}

const headingOf = ({ kind, lookedOn }: SeenPatrol): string =>
  `${dayInWords(lookedOn)}${patrolKindNames[kind]}`;

const againstWithdrawal = (patrol: SeenPatrol) =>
  patrolWithdrawalBlockers(
    patrol,
    patrol.relapsed.filter(({ isReopened }) => isReopened).map(({ number }) => number),
  );

function factsOf({ patrol, recordedBy }: PatrolView): FactLine[] {
  const { lookedOn, places, recordedAt, withdrawnOn, withdrawnReason } = patrol;
  return [
    { term: '巡查日期', value: dayInWords(lookedOn) },
    { term: '巡查结果', value: patrolMark({ ...patrol, withdrawnOn: null }).word },
    { term: '巡查人', value: roundsInWords(patrol) },
    ...(places === null ? [] : [{ term: '飞线', value: `${places} 处` }]),
    { term: '登记', value: recordedBy || '—', note: instantInWords(recordedAt) },
    ...(withdrawnOn
      ? [{ term: '作废', value: dayInWords(withdrawnOn), note: withdrawnReason ?? undefined }]
      : []),
  ];
}

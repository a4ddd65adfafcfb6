import type { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { Frame } from '../compounds/workspace';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { beginning } from '../domain/kernel/text';
import { mayDo } from '../domain/people/permissions';
import type { Role } from '../domain/people/roles';
import { ledgerInWords } from '../domain/removal/ledger-totals';
import {
  PatrolFinding,
  patrolFindingNames,
  patrolKindNames,
  patrolOpenBlockers,
  PatrollerRole,
  patrollerRoleNames,
} from '../domain/removal/patrol';
import { structureNumbers } from '../domain/removal/structure-kinds';
import type { ActionLink, EmptyNote, Pager, StatusMark } from '../platform/web/figures';
import { toPager } from '../platform/web/pager';
import { dueInWords, signMark } from './ledger-words';
import type { LedgerEntry } from './ledger.totals';
import type { PatrolRecord } from './patrol.entities';
import { patrolsPerPage, SeenPatrol } from './patrols.desk';
import { patrolPaths } from './patrols.paths';

const findingStates: Record<PatrolFinding, StatusMark['state']> = {
  clear: 'done',
  mended: 'doing',
  relapse: 'late',
};

/** What came of a round; one that was taken back says so. */
export const patrolMark = ({
  finding,
  withdrawnOn,
}: Pick<PatrolRecord, 'finding' | 'withdrawnOn'>): StatusMark =>
  withdrawnOn === null
    ? { state: findingStates[finding], word: patrolFindingNames[finding] }
    : { state: 'idle', word: '已作废' };

/** Who went round, by role. */
export const roundsInWords = ({ rounds }: Pick<PatrolRecord, 'rounds'>): string =>
  rounds
    .split(',')
    .map((role) => patrollerRoleNames[role as PatrollerRole])
    .join('、');

/** One round in a list. */
export interface PatrolRow {
  link: string;
  day: string;
  kind: string;
  finding: StatusMark;
  /** What was found, and which structures stand again. */
  what: string;
  rounds: string;
  photos: string;
}

/** Tab 巡查: the sign of the compound, and every round (views/patrols/index). */
export interface PatrolsPage extends Frame {
  title: string;
  /** Missing while nothing was registered or looked at. */
  sign?: { mark: StatusMark; words: string; counts: string; advice: string; due: string[] };
  newLinks: ActionLink[];
  ledgerLink: string;
  caption: string;
  rows: PatrolRow[];
  pager: Pager;
  empty?: EmptyNote;
}

interface PatrolsView {
  compound: Compound;
  openedOn: CalendarDate | null;
  entry: LedgerEntry | null;
  patrols: readonly SeenPatrol[];
  total: number;
  page: number;
  role: Role;
  today: CalendarDate;
}

/** The tab as a page. */
export function toPatrols(view: PatrolsView, frame: Frame): PatrolsPage {
  const { compound, openedOn, entry, patrols, total, page, role, today } = view;
  const { code, name } = compound;
  const mayRecord = mayDo(role, 'removal.edit') && !patrolOpenBlockers({ openedOn }).length;
  const isWiringNext = entry?.due[0]?.kind === 'wiring';
  return {
    ...frame,
    title: `巡查 · ${name}`,
    ...(entry && {
      sign: {
        mark: signMark(entry.standing),
        words: entry.standing.words,
        counts: ledgerInWords(entry.counts),
        advice: entry.standing.advice,
        due: entry.due.map((one) => dueInWords(one, today)),
      },
    }),
    newLinks: mayRecord
      ? [
          { label: '登记拆后回访', link: patrolPaths.new(code, 'structures'), primary: !isWiringNext },
          { label: '登记飞线巡查', link: patrolPaths.new(code, 'wiring'), primary: isWiringNext },
        ]
      : [],
    ledgerLink: patrolPaths.ledger(),
    caption: `巡查记录，最近的在前，共 ${total} 次`,
    rows: patrols.map((patrol) => toPatrolRow(patrol, today)),
    pager: toPager(page, total, patrolsPerPage, (other) => patrolPaths.index(code, other)),
    ...(!patrols.length && { empty: emptyNote(code, openedOn) }),
  };
}

function toPatrolRow(patrol: SeenPatrol, today: CalendarDate): PatrolRow {
  const { id, kind, lookedOn, places, note, relapsed, photoIds } = patrol;
  const parts = [
    places === null ? '' : `飞线 ${places} 处`,
    structureNumbers(relapsed),
    note ? beginning(note, 60) : '',
  ];
  return {
    link: patrolPaths.show(id),
    day: nearDay(lookedOn, today),
    kind: patrolKindNames[kind],
    finding: patrolMark(patrol),
    what: parts.filter(Boolean).join('；') || '—',
    rounds: roundsInWords(patrol),
    photos: photoIds.length ? `${photoIds.length} 张` : '—',
  };
}

const emptyNote = (code: string, openedOn: CalendarDate | null): EmptyNote =>
  openedOn === null
    ? toNotOpened(code, '从摸底起就可以登记巡查')
    : { text: '还没有巡查记录。拆除以后定期回来看，飞线每周清一次，都登记在这里。' };

import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { Blocker, stopping } from '../domain/kernel/blocker';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { wayOffers, wayWarnings, removalWayNames, removalWayPapers } from '../domain/removal/removal-ways';
import { resultWarnings } from '../domain/removal/removal-result';
import { isIdentified } from '../domain/removal/statutory-case';
import { isClosedState, isOpenState, stillStands } from '../domain/removal/structure-states';
import type { ItemGround } from '../domain/removal/work-zones';
import { zoneShortName } from '../domain/removal/zone-draft';
import type { StoredFile } from '../files/stored-file.entity';
import type { EnforcementColumn } from '../enforcement/enforcement-column.presenter';
import type { PersuasionColumn } from '../persuasion/persuasion-column.presenter';
import { FactLine, StatusMark } from '../platform/web/figures';
import { toStructureHead, StructureHead } from '../structures/structure-head.presenter';
import { structureFacts } from '../structures/structures.presenter';
import type { WorkZone } from '../zones/zone.entities';
import { zonesPaths } from '../zones/zones.paths';
import { ActionsView, CaseActions, toCaseActions } from './case-actions.presenter';
import { CasePhoto, toCasePapers, toCasePhotos } from './case-files.presenter';
import { HistoryLine, resultFacts, toHistory } from './case-record.presenter';
import { nextThing } from './next-thing';
import type { RemovalCheck } from './removal.entities';
import { removalsPaths } from './removals.paths';

/** A reason as the partial `reasons` prints it. */
type Reason = Pick<Blocker, 'text' | 'source'>;

/** One way to remove it, with what it still lacks today. */
export interface WayLine {
  name: string;
  status: StatusMark;
  papers: string;
  reasons: Reason[];
  remarks: Reason[];
}

/** The case of a structure (views/removals/case). */
export interface CasePage extends Frame, CaseActions {
  title: string;
  structure: StructureHead;
  /** What comes next, in words. */
  next: StatusMark;
  /** From which day force is possible; empty where nothing is known. */
  nextNote: string;
  facts: FactLine[];
  photos: CasePhoto[];
  papers: { label: string; link: string }[];
  remarks: Reason[];
  persuasion: PersuasionColumn;
  enforcement: EnforcementColumn;
  ways: WayLine[];
  result: FactLine[];
  /** The items of the plan it holds back. */
  grounds: { name: string; words: string }[];
  zones: string;
  groundLink: string;
  history: HistoryLine[];
  backLink: string;
}

/** Everything the page of a case is made of. */
export interface CaseView extends ActionsView {
  compound: Compound;
  persuasion: PersuasionColumn;
  enforcement: EnforcementColumn;
  files: ReadonlyMap<number, StoredFile>;
  checks: readonly RemovalCheck[];
  zones: readonly WorkZone[];
  grounds: readonly ItemGround[];
  /** Names of the items of the plan by their line. */
  items: ReadonlyMap<number, string>;
  names: ReadonlyMap<number, string>;
  today: CalendarDate;
  calendar: WorkCalendar;
  mayPublish: boolean;
}

/** One case: both tracks, the ways, what may be done now, what was done. */
export function toCase(view: CaseView, frame: Frame): CasePage {
  const { compound, known, names } = view;
  const { structure, renovation } = known.found;
  const isOpen = isOpenState(structure.state);
  const head = toStructureHead(structure, isIdentified(known.ways.statutory));
  const next = nextThing({
    ...{ structure, persuasion: view.standing, statutory: known.ways.statutory },
    ...{ today: view.today, calendar: view.calendar },
  });
  return {
    ...frame,
    title: `${head.number} ${head.name} · ${compound.name}`,
    structure: head,
    next: { state: next.isLate ? 'late' : isOpen ? 'doing' : 'done', word: next.words },
    nextNote: next.note,
    facts: structureFacts(structure, view.zones, names.get(structure.recordedBy) ?? ''),
    photos: toCasePhotos(known.files, view.files, view.mayPublish),
    papers: toCasePapers(known.files, view.files),
    remarks: remarksOf(view),
    ...{ persuasion: view.persuasion, enforcement: view.enforcement },
    ways: stillStands(structure.state) ? waysOf(view) : [],
    ...toCaseActions(view),
    result: resultFacts(known.found.structure, view.checks.at(-1), names),
    ...groundOf(view),
    history: toHistory(known.events, names),
    backLink: removalsPaths.index(compound.code, sequenceOf(renovation)),
  };
}

/** What is to be said along with the case and stops nothing. */
function remarksOf({ known, standing }: CaseView): Reason[] {
  const { structure } = known.found;
  const { removedOn, removedArea, belongings, wasteCleared, way, area, state } = structure;
  if (removedOn === null || belongings === null || isClosedState(state)) return [];
  const hasInventory = known.counts.inventory > 0;
  return [
    ...resultWarnings({ removedOn, removedArea, belongings, hasInventory, wasteCleared }, area),
    ...(way ? wayWarnings(way, standing.visits) : []),
  ];
}

function waysOf({ known, today, calendar, standing }: CaseView): WayLine[] {
  return wayOffers(known.ways, today, calendar).map(({ way, isKnown, blockers }) => {
    const reasons = stopping(blockers);
    const remarks = [
      ...blockers.filter((one) => !reasons.includes(one)),
      ...wayWarnings(way, standing.visits),
    ];
    return {
      name: removalWayNames[way],
      status: statusOf(isKnown, reasons.length, known.found.structure.way === way),
      papers: removalWayPapers[way].join('、'),
      ...{ reasons, remarks },
    };
  });
}

const statusOf = (isKnown: boolean, lacks: number, isChosen: boolean): StatusMark => {
  if (!isKnown) return { state: 'idle', word: '不适用' };
  if (lacks > 0) return { state: isChosen ? 'doing' : 'idle', word: `还缺 ${lacks} 项` };
  return { state: 'done', word: isChosen ? '已选，可以拆除' : '可以走' };
};

function groundOf({ compound, known, zones, grounds, items }: CaseView) {
  const { structure } = known.found;
  const inZones = zones.filter(({ id }) => structure.zoneIds.includes(id));
  const held = grounds.filter(({ by }) => by.includes(structure.id));
  return {
    zones: inZones.map(zoneShortName).join('、'),
    groundLink: zonesPaths.ground(compound.code),
    grounds: held.map(({ line, words }) => ({ name: items.get(line) ?? `方案第 ${line} 项`, words })),
  };
}

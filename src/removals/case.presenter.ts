import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { Blocker, stopping } from '../domain/kernel/blocker';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import type { PersuasionStanding } from '../domain/removal/persuasion';
import { wayOffers, wayWarnings, removalWayNames, removalWayPapers } from '../domain/removal/removal-ways';
import { resultWarnings } from '../domain/removal/removal-result';
import { isIdentified } from '../domain/removal/statutory-case';
import { nextStep, StepOutlook } from '../domain/removal/structure-outlook';
import { isClosedState, isOpenState, stillStands } from '../domain/removal/structure-states';
import type { ItemGround } from '../domain/removal/work-zones';
import { toLinkedPhoto } from '../files/photo-on-page';
import { filesPaths } from '../files/files.paths';
import type { StoredFile } from '../files/stored-file.entity';
import type { EnforcementColumn } from '../enforcement/enforcement-column.presenter';
import type { PersuasionColumn } from '../persuasion/persuasion-column.presenter';
import { persuasionPaths } from '../persuasion/persuasion.paths';
import { ActionLink, FactLine, PhotoFigure, StatusMark } from '../platform/web/figures';
import type { StructureFileKind } from '../structures/structure.entities';
import { toStructureHead, StructureHead } from '../structures/structure-head.presenter';
import { structureFacts } from '../structures/structures.presenter';
import { structurePaths } from '../structures/structures.paths';
import type { WorkZone } from '../zones/zone.entities';
import { zonesPaths } from '../zones/zones.paths';
import { HistoryLine, resultFacts, toHistory } from './case-record.presenter';
import { nextThing } from './next-thing';
import type { KnownCase } from './removal-judging';
import type { RemovalCheck } from './removal.entities';
import { letterOf } from './removal-words';
import { removalsPaths } from './removals.paths';

/** A reason as the partial `reasons` prints it. */
type Reason = Pick<Blocker, 'text' | 'source'>;

/** One picture of the case, with what may be done about showing it to everybody. */
export interface CasePhoto {
  photo: PhotoFigure;
  words: string;
  link?: { label: string; link: string };
}

/** One way to remove it, with what it still lacks today. */
export interface WayLine {
  name: string;
  status: StatusMark;
  papers: string;
  reasons: Reason[];
  remarks: Reason[];
}

/** A step that cannot be taken now; the link leads to its form, where earlier days can be written down. */
export interface HeldStep {
  label: string;
  reasons: Reason[];
  link: string;
}

/** The case of a structure (views/removals/case). */
export interface CasePage extends Frame {
  title: string;
  structure: StructureHead;
  /** What comes next, in words. */
  next: StatusMark;
  primary?: ActionLink;
  links: ActionLink[];
  facts: FactLine[];
  photos: CasePhoto[];
  papers: { label: string; link: string }[];
  remarks: Reason[];
  persuasion: PersuasionColumn;
  enforcement: EnforcementColumn;
  ways: WayLine[];
  steps: { label: string; link: string }[];
  held: HeldStep[];
  /** Set where somebody has to sign that the people there are cared for. */
  care?: { words: string; link: string };
  result: FactLine[];
  grounds: { name: string; status: StatusMark }[];
  zones: string;
  groundLink: string;
  history: HistoryLine[];
  backLink: string;
}

/** Everything the page of a case is made of. */
export interface CaseView {
  compound: Compound;
  known: KnownCase;
  persuasion: PersuasionColumn;
  enforcement: EnforcementColumn;
  standing: PersuasionStanding;
  outlook: readonly StepOutlook[];
  files: ReadonlyMap<number, StoredFile>;
  checks: readonly RemovalCheck[];
  zones: readonly WorkZone[];
  grounds: readonly ItemGround[];
  /** Names of the items of the plan by their line. */
  items: ReadonlyMap<number, string>;
  names: ReadonlyMap<number, string>;
  today: CalendarDate;
  calendar: WorkCalendar;
  mayEdit: boolean;
  mayDecide: boolean;
  mayPublish: boolean;
}

/** One case: both tracks, the ways, what may be done now, what was done. */
export function toCase(view: CaseView, frame: Frame): CasePage {
  const { compound, known, names, outlook } = view;
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
    next: { state: next.isLate ? 'late' : isOpen ? 'doing' : 'done', word: wordsOf(next) },
    primary: primaryOf(view),
    links: linksOf(view),
    facts: structureFacts(structure, view.zones, names.get(structure.recordedBy) ?? ''),
    photos: photosOf(view),
    papers: papersOf(view),
    remarks: remarksOf(view),
    ...{ persuasion: view.persuasion, enforcement: view.enforcement },
    ways: stillStands(structure.state) ? waysOf(view) : [],
    steps: view.mayEdit
      ? outlook
          .filter(isFree)
          .map(({ step, label }) => ({ label, link: removalsPaths.step(structure.id, step) }))
      : [],
    held: view.mayEdit ? outlook.filter((one) => !isFree(one)).map((one) => toHeld(one, structure.id)) : [],
    care: careOf(view),
    result: resultFacts(known.found.structure, view.checks.at(-1), names),
    ...groundOf(view),
    history: toHistory(known.events, names),
    backLink: removalsPaths.index(compound.code, renovation.isCurrent ? undefined : renovation.sequence),
  };
}

const isFree = ({ blockers }: StepOutlook): boolean => blockers.length === 0;
const wordsOf = ({ words, note }: { words: string; note: string }) =>
  [words, note].filter(Boolean).join('，');

const toHeld = ({ label, step, blockers, isForOthers }: StepOutlook, id: number): HeldStep => ({
  label,
  reasons: blockers,
  link: isForOthers ? '' : removalsPaths.step(id, step),
});

/** The one next step: what the law leaves open, else the next visit. */
function primaryOf({ known, outlook, standing, mayEdit, mayDecide }: CaseView): ActionLink | undefined {
  const { structure } = known.found;
  if (!mayEdit) return undefined;
  const step = nextStep(structure.state, outlook, standing.attitude === 'agree');
  const found = outlook.find((one) => one.step === step);
  if (found) return { label: found.label, link: removalsPaths.step(structure.id, found.step), primary: true };
  const isCareMissing = structure.state === 'agreed' && needsCare(structure) && mayDecide;
  if (isCareMissing)
    return { label: '签字：已落实照顾', link: removalsPaths.care(structure.id), primary: true };
  const isVisitNext = structure.state === 'standing' && outlook.some(isFree);
  return isVisitNext
    ? { label: '登记走访', link: persuasionPaths.new(structure.id), primary: true }
    : undefined;
}

function linksOf({ known, mayEdit, mayDecide }: CaseView): ActionLink[] {
  const { structure, renovation } = known.found;
  const isGoingOn = renovation.state === 'active' || renovation.state === 'paused';
  if (!mayEdit || !isGoingOn) return [];
  const wantsCare = mayDecide && needsCare(structure) && isOpenState(structure.state);
  return [
    ...(stillStands(structure.state)
      ? [
          { label: '修改登记', link: structurePaths.edit(structure.id) },
          { label: '标在草图上', link: structurePaths.pin(structure.id) },
        ]
      : [{ label: '补照片和用途', link: structurePaths.afterwards(structure.id) }]),
    ...(wantsCare ? [{ label: '照顾签字', link: removalsPaths.care(structure.id) }] : []),
  ];
}

const needsCare = ({ isSoleHome, hasHardship, careSignedOn }: KnownCase['found']['structure']): boolean =>
  (isSoleHome || hasHardship) && careSignedOn === null;

function careOf({ known, mayDecide }: CaseView): CasePage['care'] {
  const { structure } = known.found;
  if (!needsCare(structure) || !stillStands(structure.state)) return undefined;
  const what = structure.isSoleHome ? '是唯一住处' : '家里有困难或重病情况';
  return {
    words: `${what}，助拆和强制拆除前要先落实安置和照顾措施，由街道项目负责人签字。`,
    link: mayDecide ? removalsPaths.care(structure.id) : '',
  };
}

const photoWords: Partial<Record<StructureFileKind, string>> = {
  before: '拆除前',
  after: '拆除后',
  waste: '清运',
};

function photosOf({ known, files, mayPublish }: CaseView): CasePhoto[] {
  const kinds: StructureFileKind[] = ['before', 'after', 'waste'];
  return kinds.flatMap((kind) =>
    known.files
      .filter((one) => one.kind === kind)
      .flatMap(({ fileId }) => {
        const file = files.get(fileId);
        return file && file.kind === 'photo' ? [toCasePhoto(file, photoWords[kind]!, mayPublish)] : [];
      }),
  );
}

function toCasePhoto(file: StoredFile, words: string, mayPublish: boolean): CasePhoto {
  const isPublic = file.publishedAt !== null;
  const link = isPublic
    ? { label: '撤下', link: filesPaths.withdraw(file.id) }
    : { label: '公开', link: filesPaths.publish(file.id) };
  return {
    photo: { ...toLinkedPhoto(file), tag: words, tagDone: words !== '拆除前' },
    words: isPublic ? '已公开' : '只在内部',
    ...(mayPublish && { link }),
  };
}

const paperWords: Partial<Record<StructureFileKind, string>> = {
  consent: '签字文书',
  inventory: '物品清单',
  document: '依据文件',
};

const papersOf = ({ known, files }: CaseView): CasePage['papers'] =>
  known.files.flatMap(({ kind, fileId }) => {
    const file = files.get(fileId);
    if (!paperWords[kind] || !file) return [];
    const link = file.kind === 'photo' ? filesPaths.copy(fileId, '1600.jpg') : filesPaths.download(fileId);
    return [{ label: `${paperWords[kind]}：${file.originalName}`, link }];
  });

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
    zones: inZones.map(letterOf).join('、'),
    groundLink: zonesPaths.ground(compound.code),
    grounds: held.map(({ line, words }) => ({
      name: items.get(line) ?? `方案第 ${line} 项`,
      status: { state: 'late' as const, word: words },
    })),
  };
}

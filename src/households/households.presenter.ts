import type { RenovationChoice } from '../compounds/compounds.desk';
import { compoundPaths } from '../compounds/compounds.paths';
import type { DoorLayer, DoorMark } from '../compounds/door-layers';
import type { DoorLine } from '../compounds/doors.service';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import type { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { doorInWords } from '../domain/compound/doors';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { shareInWords } from '../domain/kernel/ratio';
import { ConsentTotals, HouseholdStanding } from '../domain/meeting/household-standing';
import { neededConsent } from '../domain/meeting/needed-consent';
import { ruleInWords, ruleOn } from '../domain/rules/rule-book';
import type { Track } from '../domain/renovation/stages';
import type { ActionLink, EmptyNote, StatusMark, Tab } from '../platform/web/figures';
import { questionLayers } from './consent-layers';
import { outcomeMarks } from './household-words';
import { HouseholdRecords, unreachedOf } from './households.desk';
import { householdPaths } from './households.paths';
import { ConsentRow, ResultLine, toConsentRows } from './publication.presenter';
import { MarkCount, UnitMatrix, toMarkCounts, toUnitMatrices } from './matrix.presenter';

/** One household whose owner was not heard yet. */
interface UnreachedRow {
  door: string;
  link: string;
  tries: string;
  last: string;
  status: StatusMark;
}

/** The households of a compound (views/households/index). */
export interface HouseholdsPage extends Frame {
  title: string;
  /** Renovations to choose from; empty while there is only one. */
  renovations: Tab[];
  empty?: EmptyNote;
  closed: string;
  /** What is to be done now, in a sentence. */
  next: string;
  actions: ActionLink[];
  /** Whether there are so many units that the matrix takes the full width. */
  wide: boolean;
  /** What the panel shows: the doors with one layer, or those not reached yet. */
  layers: Tab[];
  /** 「还有 4 户没有问到业主」, with the way to them. */
  unreachedTab?: Tab;
  matrix?: { caption: string; counts: MarkCount[]; share: string; units: UnitMatrix[] };
  unreached?: { sentence: string; rows: UnreachedRow[] };
  consent?: { households: string; rows: (ConsentRow & { link: string })[]; notes: string[] };
  result?: ResultLine;
}

/** What the page is asked for. */
export interface HouseholdsView {
  choice: RenovationChoice;
  records: HouseholdRecords;
  totals: ConsentTotals;
  layers: readonly DoorLayer[];
  /** The layer looked at; null while the doors not reached are listed. */
  layer: DoorLayer | null;
  marks: ReadonlyMap<number, DoorMark>;
  result: ResultLine;
  closed: string;
  today: CalendarDate;
}

/** The page of a compound without a renovation or without doors. */
export const toNoHouseholds = (choice: RenovationChoice, frame: Frame): HouseholdsPage => ({
  ...frame,
  title: `住户 · ${choice.compound.name}`,
  renovations: [],
  closed: '',
  next: '',
  wide: false,
  actions: [],
  layers: [],
  empty: choice.renovation
    ? {
        text: '门户名册还是空的。先在「楼栋门户」页按楼栋生成各户，再挨户征询',
        link: compoundPaths.doors(choice.compound.code),
        label: '打开楼栋门户',
      }
    : toNotOpened(choice.compound.code, '从这里挨户征询改造、拆违、物业费三项意愿'),
});

/** The household matrix, or the list of households not reached yet, beside what all say together. */
export function toHouseholds(view: HouseholdsView, frame: Frame): HouseholdsPage {
  const { choice, records, layer, marks, totals, closed } = view;
  const { compound, renovation } = choice;
  const earlier = sequenceOf(renovation);
  const unreached = unreachedOf(records);
  const units = toUnitMatrices(records.doors, marks);
  return {
    ...frame,
    title: `住户 · ${compound.name}`,
    renovations: toRenovationTabs(choice, householdPaths.index),
    closed,
    next: nextInWords(unreached.length),
    wide: units.length > 4,
    actions: closed ? [] : toActions(compound.code, unreached),
    layers: view.layers.map(({ key, label }) => ({
      label,
      link: householdPaths.layer(compound.code, key, earlier),
      current: key === layer?.key,
    })),
    unreachedTab: earlier
      ? undefined
      : {
          label: '未到户',
          link: householdPaths.unreached(compound.code),
          current: !layer,
          count: unreached.length,
        },
    matrix: layer
      ? {
          caption: layer.label,
          counts: toMarkCounts(records.doors, marks),
          share: shareOf(layer, totals),
          units,
        }
      : undefined,
    unreached: layer ? undefined : toUnreached(unreached, records.standings, view.today),
    consent: toConsent(view, earlier),
    result: view.result,
  };
}

const nextInWords = (unreached: number): string =>
  unreached ? `还有 ${unreached} 户没有问到业主。` : '每一户都问到了业主。意愿有变化的，随时可以再记一次。';

/** The next door somebody has to go to is the one thing to do; when all are reached, nothing presses. */
function toActions(code: string, [next]: readonly DoorLine[]): ActionLink[] {
  const sheet = { label: '晚间入户表', link: householdPaths.sheet(code) };
  if (!next) return [{ ...sheet, primary: true }];
  return [
    { label: `去下一户：${doorInWords(next)}`, link: householdPaths.history(next.id), primary: true },
    sheet,
  ];
}

/** '同意率 75%（往下取整）' on a layer of consent. */
function shareOf({ key }: DoorLayer, { households, counts }: ConsentTotals): string {
  const count = counts.find(({ question }) => questionLayers[question].key === key);
  return count ? `同意率 ${shareInWords(count.agree, households)}（往下取整）` : '';
}

function toUnreached(
  doors: readonly DoorLine[],
  standings: ReadonlyMap<number, HouseholdStanding>,
  today: CalendarDate,
): HouseholdsPage['unreached'] {
  return {
    sentence: doors.length
      ? `还有 ${doors.length} 户没有问到业主，按上楼的顺序排列。`
      : '每一户都问到了业主。',
    rows: doors.map((door) => {
      const standing = standings.get(door.id);
      return {
        door: doorInWords(door),
        link: householdPaths.history(door.id),
        tries: standing ? `${standing.tries} 次` : '还没有去过',
        last: standing ? nearDay(standing.lastOn, today) : '—',
        status: standing ? outcomeMarks[standing.outcome] : { state: 'idle', word: '未访' },
      };
    }),
  };
}

function toConsent(
  { choice, totals, layers, today }: HouseholdsView,
  earlier?: number,
): HouseholdsPage['consent'] {
  const { households, reached, counts } = totals;
  const linkOf = (key: string) =>
    layers.some((layer) => layer.key === key) ? householdPaths.layer(choice.compound.code, key, earlier) : '';
  return {
    households: `住宅 ${households} 户，问到业主 ${reached} 户（${shareInWords(reached, households)}）`,
    rows: toConsentRows(totals).map((row, at) => ({
      ...row,
      link: linkOf(questionLayers[counts[at].question].key),
    })),
    notes: consentNotes(totals, choice.renovation!.track, today),
  };
}

/** What the gates ask for, in households. */
function consentNotes({ households }: ConsentTotals, track: Track, today: CalendarDate): string[] {
  const silent = '没有表态的不算同意；同意率按全部住宅户数计算，往下取整。';
  const needed = neededConsent('renovation', { track, households, day: today });
  if (needed === null) return [silent];
  const rule = ruleOn('consent.start-share', today);
  const asked =
    track === 'micro' || !rule
      ? `多数住户同意：同意改造要超过一半，即 ${needed} 户。`
      : `改造方案、物业费和管理模式，各要 ${ruleInWords(rule)} 以上住户同意，即 ${needed} 户（${rule.source}）。`;
  return [asked, silent];
}

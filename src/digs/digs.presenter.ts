import type { Compound } from '../compounds/compound.entity';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import type { Frame } from '../compounds/workspace';
import { DigConflict, digConflictNames } from '../domain/construction/dig-conflicts';
import {
  utilities,
  Utility,
  utilityAnswerDueOn,
  utilityAnswerNames,
  utilityNames,
} from '../domain/construction/one-dig';
import { CalendarDate, dayInWords, dayOrDash, daysBetween } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { zoneShortName } from '../domain/removal/zone-draft';
import type { ActionLink, EmptyNote, StatusMark } from '../platform/web/figures';
import { spanInWords } from '../works/work-words';
import type { WorkZone } from '../zones/zone.entities';
import type { PlacedRequest } from './digs.desk';
import { digsPaths } from './digs.paths';
import type { DigTable } from './dig-table.presenter';

/** Tab 一次开挖 of a compound (views/digs/index), and the same on paper (views/digs/print). */
export interface DigsPage {
  title: string;
  heading: string;
  renovations: { label: string; link: string; current: boolean }[];
  actions: ActionLink[];
  conflictsAbout: string;
  conflicts: { kind: string; text: string; mend: string; links: { label: string; link: string }[] }[];
  table?: DigTable;
  utilities: UtilityRow[];
  empty?: EmptyNote;
  isAcross: boolean;
}

interface UtilityRow {
  name: string;
  status: StatusMark;
  askedOn: string;
  answeredOn: string;
  window: string;
  note: string;
  /** Where it is changed, for whom may. */
  link?: string;
}

/** What the page is made of; `linkOf` leads to items this person may open. */
export interface DigsView {
  compound: Compound;
  renovations: DigsPage['renovations'];
  hasRenovation: boolean;
  hasGround: boolean;
  conflicts: readonly DigConflict[];
  requests: readonly PlacedRequest[];
  zones: readonly WorkZone[];
  table?: DigTable;
  mayEdit: boolean;
  linksOf: (conflict: DigConflict) => { label: string; link: string }[];
  sequence?: number;
  today: CalendarDate;
}

/** Conflicts as sentences, who opens what ground when, and what the utilities said. */
export function toDigs(view: DigsView, frame: Frame | object): DigsPage {
  const { compound, conflicts, requests, mayEdit, hasGround, today } = view;
  const { code, name } = compound;
  const page = {
    ...{ ...frame, title: `一次开挖 · ${name}`, heading: '一次开挖', renovations: view.renovations },
    ...{ actions: [], conflictsAbout: '', conflicts: [], utilities: [], isAcross: true },
  };
  if (!view.hasRenovation) {
    return {
      ...page,
      empty: toNotOpened(code, '开挖、铺装的项目和各管线单位在这里对到一起，同一块地只挖一次'),
    };
  }
  const unasked = utilities.filter((utility) => !requests.some((one) => one.utility === utility));
  const print = { label: '打印', link: digsPaths.print(code, view.sequence) };
  const ask = { label: '登记征询管线单位', link: digsPaths.ask(code), primary: true };
  return {
    ...page,
    actions: [...(mayEdit && unasked.length ? [ask] : []), ...(hasGround ? [print] : [])],
    conflictsAbout: conflicts.length ? `${conflicts.length} 处` : '没有发现冲突',
    conflicts: conflicts.map((conflict) => ({
      ...{ kind: digConflictNames[conflict.kind], text: conflict.text, mend: conflict.mend },
      links: view.linksOf(conflict),
    })),
    table: view.table,
    utilities: utilities.map((utility) => toUtilityRow(utility, view, today)),
    empty: hasGround
      ? undefined
      : {
          text: '施工项目里还没有开挖或铺装地面的。在每一项里注明「开挖地面」或「铺装地面」，这里就会按区域和日期核对',
        },
  };
}

function toUtilityRow(
  utility: Utility,
  { requests, zones, mayEdit }: DigsView,
  today: CalendarDate,
): UtilityRow {
  const request = requests.find((one) => one.utility === utility);
  const name = `${utilityNames[utility]}单位`;
  if (!request) {
    const status: StatusMark = { state: 'idle', word: '没有征询' };
    return { name, status, askedOn: '—', answeredOn: '—', window: '—', note: '' };
  }
  const { id, askedOn, reference, answeredOn, answer, fromOn, untilOn, note } = request;
  const where = zones.filter((zone) => request.zones.includes(zone.id)).map(zoneShortName);
  return {
    name,
    status:
      answer === null ? waitingMark(askedOn, today) : { state: 'done', word: utilityAnswerNames[answer] },
    askedOn: `${dayInWords(askedOn)}${reference ? `，${reference}` : ''}`,
    answeredOn: dayOrDash(answeredOn),
    window: fromOn && untilOn ? `${spanInWords(fromOn, untilOn)}，${where.join('、') || '全部区域'}` : '—',
    note: note ?? '',
    ...(mayEdit && { link: digsPaths.request(id) }),
  };
}

const waitingMark = (askedOn: CalendarDate, today: CalendarDate): StatusMark =>
  today > utilityAnswerDueOn({ askedOn })
    ? { state: 'late', word: `${daysBetween(askedOn, today)} 天没有答复` }
    : { state: 'doing', word: `等答复，${nearDay(utilityAnswerDueOn({ askedOn }), today)}到期` };

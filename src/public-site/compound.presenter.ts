import { Disclosure } from '../domain/disclosure/disclosure';
import { beforeAndNow } from '../domain/disclosure/photos';
import { PublicCompound } from '../domain/disclosure/register';
import { staleAfterDays } from '../domain/disclosure/staleness';
import { areaInWords } from '../domain/kernel/area';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { dayOf } from '../platform/clock/clock';
import { BarFigure, PhotoFigure, Plate, StatusMark } from '../platform/web/figures';
import { changedInWords } from './changed-in-words';
import { toPair, toThumb } from './photo.presenter';
import { PublicStageBlock, toHistory, toNext, toProgress, toStages } from './renovation.presenter';

/** Page of one compound for its residents (views/public-site/compound). */
export interface CompoundPage {
  title: string;
  description: string;
  /** Leaves room for the quick bar; false when there is nobody to call. */
  quick: boolean;
  footLines: string[];
  plate: Plate;
  facts: string[];
  now: {
    status: StatusMark;
    sentence: string;
    aside?: string;
    bar?: BarFigure;
    figures: { term: string; value: string }[];
    /** Required when late or halted. */
    reason?: string;
    what?: string;
    updated: string;
  };
  stale?: { heading: string; text: string };
  jumps: { anchor: string; label: string; icon: 'list-check' | 'photo' | 'alert-triangle' | 'phone' }[];
  stages?: PublicStageBlock[];
  photos?: { before: PhotoFigure; now: PhotoFigure; caption: string }[];
  gallery?: PhotoFigure[];
  found?: { sentence: string; items: { what: string; count: string; remedy: string }[] };
  next: { when: string; what: string }[];
  exceptions?: { what: string; reason: string; by: string }[];
  contacts: { role: string; about: string; phone?: string; dial?: string }[];
  contactsNote?: string;
  history?: ReturnType<typeof toHistory>;
}

/** So many photos stand on the page besides the first pair. */
const shownPhotos = 6;

/** What a resident asks: where does it stand, what was it like, what comes, whom do I ask? */
export function toCompound(told: Disclosure, changedAt: string | null, today: CalendarDate): CompoundPage {
  const { compound, street, community, standing, current, contacts } = told;
  const { name } = compound;
  const place = [street, community].filter(Boolean).join(' · ');
  const photos = toPhotos(told, today);
  const found = toFound(told, today);
  return {
    title: `${name} · ${standing.headline}`,
    description: `${place} ${name}：${standing.headline}`,
    quick: contacts.some(({ phone }) => phone !== null),
    footLines: toFootLines(compound),
    plate: toPlate(compound, place),
    facts: toPlateFacts(compound),
    now: {
      status: { state: standing.mark, word: standing.word },
      sentence: standing.sentence,
      ...(standing.aside !== null && { aside: standing.aside }),
      ...toProgress(current),
      ...(standing.reason !== null && { reason: standing.reason }),
      ...(current?.summary && { what: current.summary }),
      updated: `${changedInWords(changedAt, today)} · ${street}发布`,
    },
    ...(told.staleDays !== null && changedAt && { stale: toStale(changedAt, today) }),
    jumps: [
      ...(current ? [{ anchor: 'stage', label: '进度', icon: 'list-check' as const }] : []),
      ...(photos.photos || photos.gallery
        ? [{ anchor: 'photo', label: '照片', icon: 'photo' as const }]
        : []),
      ...(found ? [{ anchor: 'found', label: '问题', icon: 'alert-triangle' as const }] : []),
      { anchor: 'who', label: '电话', icon: 'phone' as const },
    ],
    ...(current && { stages: toStages(current, today) }),
    ...photos,
    ...(found && { found }),
    next: current ? toNext(current, today) : [],
    ...toExceptions(told, today),
    contacts: contacts.map(({ title, about, phone, dial }) => ({
      role: title,
      about,
      ...(phone !== null && { phone, dial: dial! }),
    })),
    ...(!contacts.length && { contactsNote: contactsNote(told) }),
    ...(told.earlier.length && { history: toHistory(told.earlier, current === null, today) }),
  };
}

function toPlate({ plate }: PublicCompound, line: string): Plate {
  const { road, number, suffix } = plate;
  return { before: road, ...(number && { number, after: suffix }), line };
}

/** The four facts under the plate: '1989 年建', '1 单元 7 层', '28 户', '1,677 ㎡'. */
function toPlateFacts(compound: PublicCompound): string[] {
  const { builtYear, builtYearNote, unitCount, householdCount, floorArea } = compound;
  const shape = [unitCount && `${unitCount} 单元`, floorsInWords(compound)].filter(Boolean).join(' ');
  return [
    builtYear ? `${builtYear} 年建` : builtYearNote,
    shape,
    householdCount && `${householdCount} 户`,
    floorArea && areaInWords(floorArea),
  ].filter((fact): fact is string => Boolean(fact));
}

function floorsInWords({ floorsMin, floorsMax }: PublicCompound): string {
  if (!floorsMax) return '';
  return floorsMin && floorsMin !== floorsMax ? `${floorsMin} 至 ${floorsMax} 层` : `${floorsMax} 层`;
}

function toFootLines(compound: PublicCompound): string[] {
  const { siteArea, floorArea, buildingCount, originUnit, alias, address, name } = compound;
  const parts = [
    siteArea && `占地 ${areaInWords(siteArea)}`,
    floorArea && `建筑面积 ${areaInWords(floorArea)}`,
    buildingCount && `${buildingCount} 栋`,
    originUnit && (originUnit.startsWith('原') ? originUnit : `原${originUnit}`),
    alias && `又叫${alias}`,
    address && !name.startsWith(address) && `坐落：${address}`,
  ].filter(Boolean);
  return parts.length ? [parts.join('，')] : [];
}

function toStale(changedAt: string, today: CalendarDate): CompoundPage['stale'] {
  return {
    heading: `超过 ${staleAfterDays(today)} 天没有更新`,
    text: `上次更新是 ${nearDay(dayOf(changedAt), today)}。已列入街道的待办，您也可以直接打电话问。`,
  };
}

function toPhotos(told: Disclosure, today: CalendarDate): Pick<CompoundPage, 'photos' | 'gallery'> {
  const { code } = told.compound;
  const pair = beforeAndNow(told.photos);
  const others = told.photos.filter((photo) => photo !== pair?.before && photo !== pair?.now);
  const gallery = others.slice(-shownPhotos).map((photo) => toThumb(code, photo, today));
  return {
    ...(pair && {
      photos: [
        {
          ...toPair(code, pair, today),
          caption: `拍于 ${nearDay(pair.before.takenOn, today)} 与 ${nearDay(pair.now.takenOn, today)}。`,
        },
      ],
    }),
    ...(gallery.length && { gallery }),
  };
}

function toFound({ findings }: Disclosure, today: CalendarDate): CompoundPage['found'] {
  if (!findings) return undefined;
  const { signedOn, count, controlled, groups } = findings;
  const day = nearDay(signedOn, today);
  const found = count ? `查出 ${count} 处问题` : '没有查出问题';
  const all = controlled === count ? '都' : `其中 ${controlled} 处`;
  const solved = controlled ? `，${all}已经控制住` : '';
  return {
    sentence: `${day} 摸底确认，${found}${solved}。`,
    items: groups.map(({ name, count: number, remedies }) => ({
      what: name,
      count: `${number} 处`,
      remedy: remedyInWords(name, remedies),
    })),
  };
}

/** '建议改造：外墙维修'; a remedy called like its heading is said in a sentence. */
function remedyInWords(heading: string, remedies: readonly string[]): string {
  if (!remedies.length) return '办法还在商量';
  const others = remedies.filter((remedy) => remedy !== heading);
  return others.length ? `建议改造：${others.join('、')}` : '建议列入改造';
}

function toExceptions(told: Disclosure, today: CalendarDate): Pick<CompoundPage, 'exceptions'> {
  const exceptions = told.current?.exceptions ?? [];
  if (!exceptions.length) return {};
  return {
    exceptions: exceptions.map(({ text, reason, by, on }) => ({
      what: text,
      reason,
      by: `${by}批准 · ${nearDay(on, today)}`,
    })),
  };
}

const contactsNote = ({ street, community }: Disclosure): string =>
  `联系电话正在征得本人同意。有事请先到${community ?? street}当面问。`;

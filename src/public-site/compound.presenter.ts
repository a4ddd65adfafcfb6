import { Disclosure } from '../domain/disclosure/disclosure';
import { beforeAndNow } from '../domain/disclosure/photos';
import { staleAfterDays } from '../domain/disclosure/staleness';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { dayOf } from '../platform/clock/clock';
import { BarFigure, PhotoFigure, Plate, StatusMark } from '../platform/web/figures';
import { changedInWords } from './changed-in-words';
import { Jump, toJumps } from './jumps.presenter';
import { LogBlock, toLogBlock } from './log.presenter';
import { toPair, toThumb } from './photo.presenter';
import { toFootLines, toPlate, toPlateFacts } from './plate.presenter';
import { RemovedBlock, toRemoved } from './removed.presenter';
import { ResidentBlocks, toResidents } from './residents.presenter';
import { PublicStageBlock, toHistory, toNext, toProgress, toStages } from './renovation.presenter';
import { PairBlock, toPointPairs, toWorkItems, toWorksProgress } from './works.presenter';

/** Page of one compound for its residents (views/public-site/compound). */
export interface CompoundPage extends ResidentBlocks {
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
  jumps: Jump[];
  stages?: PublicStageBlock[];
  photos?: PairBlock[];
  gallery?: PhotoFigure[];
  log?: LogBlock;
  removed?: RemovedBlock;
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
  const removed = toRemoved(told.removal, told.keeping, { code: compound.code, today });
  const residents = toResidents(told, today);
  const log = toLogBlock(told, today);
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
      ...(toWorksProgress(told.works, current, today) ?? toProgress(current)),
      ...(standing.reason !== null && { reason: standing.reason }),
      ...(current?.summary && { what: current.summary }),
      updated: `${changedInWords(changedAt, today)} · ${street}发布`,
    },
    ...(told.staleDays !== null && changedAt && { stale: toStale(changedAt, today) }),
    jumps: toJumps({
      stage: current !== null,
      photo: Boolean(photos.photos || photos.gallery),
      plan: Boolean(residents.plan),
      decided: Boolean(residents.decided),
      found: Boolean(found),
    }),
    ...(current && { stages: toStages(current, today, toWorkItems(told.works, today)) }),
    ...photos,
    ...(log && { log }),
    ...(removed && { removed }),
    ...(found && { found }),
    ...residents,
    next: current ? toNext(current, today) : [],
    ...toExceptions(told, today),
    contacts: contacts.map(({ title, about, phone, dial }) => ({
      role: title,
      about,
      ...(phone !== null && { phone, dial: dial! }),
    })),
    ...(!contacts.length && { contactsNote: contactsNote(told) }),
    ...(told.earlier.length && { history: toHistory(told, today) }),
  };
}

function toStale(changedAt: string, today: CalendarDate): CompoundPage['stale'] {
  return {
    heading: `超过 ${staleAfterDays(today)} 天没有更新`,
    text: `上次更新是 ${nearDay(dayOf(changedAt), today)}。已列入街道的待办，您也可以直接打电话问。`,
  };
}

function toPhotos(told: Disclosure, today: CalendarDate): Pick<CompoundPage, 'photos' | 'gallery'> {
  const { code } = told.compound;
  const points = toPointPairs(told.works, code, today);
  const compared = told.works.pairs.flatMap(({ before, now }) => [before.publicId, now.publicId]);
  // One pair of any two views only where no fixed point shows the same place twice.
  const pair = points.length ? null : beforeAndNow(told.photos);
  const others = told.photos.filter(
    (photo) =>
      photo.isView && photo !== pair?.before && photo !== pair?.now && !compared.includes(photo.publicId),
  );
  const gallery = others.slice(-shownPhotos).map((photo) => toThumb(code, photo, today));
  return {
    ...(points.length && { photos: points }),
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

import { beforeAndNow } from '../domain/disclosure/photos';
import { staleAfterDays } from '../domain/disclosure/staleness';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { StageCode, stageNames } from '../domain/renovation/stages';
import { EmptyNote, FunnelStep, Pager, PhotoFigure } from '../platform/web/figures';
import { changedInWords } from './changed-in-words';
import { toFunnel, toSentence, toYards } from './lists.presenter';
import { FinishedYard, Overview, StreetOfYards } from './overview.service';
import { toPair } from './photo.presenter';
import { publicPaths } from './public-site.paths';
import { toYard, Yard, YardLine } from './yard.presenter';

/** What a visitor looks for on the first page; empty for the plain page. */
export interface HomeQuery {
  q: string;
  stage: StageCode | null;
  page: number;
}

/** The first page of the public site (views/public-site/home). */
export interface HomePage {
  title: string;
  description: string;
  heading: string;
  subheading: string;
  query: string;
  /** After a search or a chosen stage. */
  results?: { heading: string; compounds: Yard[]; pager?: Pager; empty?: EmptyNote };
  sentence: string;
  funnel: FunnelStep[];
  updated: string;
  districts: { name?: string; streets: StreetBlock[] }[];
  finished?: { name: string; link: string; caption: string; before: PhotoFigure; now: PhotoFigure }[];
  definitions: string[];
}

interface StreetBlock {
  name: string;
  count: string;
  open: boolean;
  compounds: Yard[];
  more?: { label: string; link: string };
}

/** One street and all its compounds, in pages (views/public-site/street). */
export interface StreetPage {
  title: string;
  description: string;
  heading: string;
  subheading: string;
  sentence: string;
  compounds: Yard[];
  pager?: Pager;
  updated: string;
}

/** So many of a street stand on the first page; the street's own page holds the others. */
const shownOfStreet = 12;

/** The first page: where is my yard, how is the district doing? */
export function toHome(overview: Overview, query: HomeQuery, today: CalendarDate): HomePage {
  const { districts, lines, found, finished, changedAt } = overview;
  const names = districts.map(({ name }) => name);
  const sentence = toSentence(lines, today);
  const pairs = finished.flatMap((yard) => toFinished(yard, today)).slice(0, 2);
  return {
    title: titleOf(query),
    description: `${names.join('、')}${sentence}`,
    heading: '楼院改造公示',
    subheading: names.join(' · '),
    query: query.q,
    ...(found && { results: toResults(found, query, today) }),
    sentence,
    funnel: toFunnel(lines, query.stage),
    updated: changedInWords(changedAt, today),
    districts: districts.map(({ name, streets }, at) => ({
      ...(districts.length > 1 && { name }),
      streets: streets.map((street, index) => toStreetBlock(street, at + index === 0, today)),
    })),
    ...(pairs.length && { finished: pairs }),
    definitions: toDefinitions(today),
  };
}

/** One page of the compounds of a street. */
export function toStreet(
  street: StreetOfYards & { district: string; page: number; changedAt: string | null },
  today: CalendarDate,
): StreetPage {
  const { name, code, district, lines, page, changedAt } = street;
  const sentence = toSentence(lines, today);
  return {
    title: `${name}楼院改造进展`,
    description: `${district}${name}${sentence}`,
    heading: name,
    subheading: district,
    sentence,
    ...toYards(lines, page, (other) => publicPaths.street(code, other), today),
    updated: changedInWords(changedAt, today),
  };
}

function titleOf({ q, stage }: HomeQuery): string {
  if (q) return `找「${q}」`;
  return stage ? `走到「${stageNames[stage]}」的楼院` : '楼院改造进展';
}

function toResults(
  found: readonly YardLine[],
  { q, stage, page }: HomeQuery,
  today: CalendarDate,
): HomePage['results'] {
  const words = [q && `「${q}」`, stage && `「${stageNames[stage]}」`].filter(Boolean).join('、');
  if (found.length) {
    const linkTo = (other: number) => publicPaths.search({ q, stage: stage ?? undefined, page: other });
    return { heading: `${words}：${found.length} 个楼院`, ...toYards(found, page, linkTo, today) };
  }
  const text = q
    ? '请核对路名和门牌号，或者按街道找。还找不到，请问社区。'
    : '现在没有楼院在这一步，可以看看其他几步，或者按街道找。';
  const empty = { text, link: `${publicPaths.home()}#list`, label: '按街道找' };
  return { heading: `没有找到${words}`, compounds: [], empty };
}

function toStreetBlock(street: StreetOfYards, open: boolean, today: CalendarDate): StreetBlock {
  const { name, code, lines } = street;
  return {
    name,
    count: `${lines.length} 个楼院`,
    open,
    compounds: lines.slice(0, shownOfStreet).map((line) => toYard(line, today)),
    ...(lines.length > shownOfStreet && {
      more: { label: `${name}全部 ${lines.length} 个楼院`, link: publicPaths.street(code) },
    }),
  };
}

function toFinished(
  { code, name, finishedOn, photos }: FinishedYard,
  today: CalendarDate,
): NonNullable<HomePage['finished']> {
  const pair = beforeAndNow(photos);
  if (!pair) return [];
  const days = `${nearDay(pair.before.takenOn, today)} 与 ${nearDay(pair.now.takenOn, today)}`;
  const caption = `${name}，${nearDay(finishedOn, today)} 移交。照片拍于 ${days}。`;
  return [{ name, link: publicPaths.compound(code), caption, ...toPair(code, pair, today) }];
}

const toDefinitions = (today: CalendarDate): string[] => [
  '一个楼院只算在它现在走到的那一步，「移交长效」包括已经移交的。取消的和还没有改造安排的不在六步里。',
  '「比计划慢」是指过了计划的日期还没完成，或者预计完成的日期晚于计划。',
  `正在改造的楼院超过 ${staleAfterDays(today)} 天没有更新，页面上会写明。`,
  '数字随街道的记录实时变动。',
];

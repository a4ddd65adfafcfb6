import {
  DailyPost,
  holdupNames,
  KeptPost,
  postKindNames,
  PostState,
  postWeatherNames,
  residentEffectNames,
} from '../domain/construction/daily-post';
import type { MissingPost } from '../domain/construction/missing-posts';
import { CalendarDate, daysBetween } from '../domain/kernel/calendar-date';
import type { StatusMark } from '../platform/web/figures';
import type { ToldProgress } from '../works/site-progress';

const marks: Record<PostState, StatusMark> = {
  draft: { state: 'idle', word: '草稿' },
  sent: { state: 'doing', word: '待确认' },
  confirmed: { state: 'done', word: '已确认' },
  returned: { state: 'late', word: '已退回' },
  corrected: { state: 'idle', word: '已更正' },
};

/** Where a post stands, as a mark. */
export const postMark = ({ state }: Pick<KeptPost, 'state'>): StatusMark => marks[state];

/** A day without its post, as a mark; one that is over carries its number. */
export const missingMark = ({ on, level }: MissingPost, today: CalendarDate): StatusMark =>
  level === 'today'
    ? { state: 'doing', word: '今天应报未报' }
    : { state: 'late', word: `应报未报 ${daysBetween(on, today)} 天` };

/** What a post says beside its values, term by term; what it does not mention is missing. */
export function postTerms(post: Omit<DailyPost, 'uuid'>): { term: string; value: string }[] {
  const { kind, workers, weather, holdups, effects, sentence } = post;
  return [
    {
      term: '施工',
      value: kind === 'stopped' ? postKindNames.stopped : workers === null ? '人数没有填' : `${workers} 人`,
    },
    { term: '天气', value: weather ? postWeatherNames[weather] : '' },
    { term: '受阻原因', value: holdups.map((one) => holdupNames[one]).join('、') },
    { term: '影响居民', value: effects.map((one) => residentEffectNames[one]).join('、') },
    { term: '一句话', value: sentence.trim() },
  ].filter(({ value }) => value !== '');
}

/** A post in a cell, as a link to it: '9 人 · 3 项 · 4 张'. */
export const postInShort = ({ kind, workers, values, photos }: KeptPost): string =>
  [
    kind === 'stopped' ? postKindNames.stopped : workers === null ? '' : `${workers} 人`,
    values.length ? `${values.length} 项` : '',
    photos ? `${photos} 张` : '',
  ]
    .filter(Boolean)
    .join(' · ') || '打开';

/** How far the works are as a whole, for the phone: '总进度 23%，计划 34%'; empty before a plan was frozen. */
export const progressInShort = (told: Pick<ToldProgress, 'percent' | 'planned'> | null): string =>
  told ? `总进度 ${told.percent}%，计划 ${told.planned}%` : '';

// What a day on the site may say (施工日报): how far each item is, how many worked, the weather, what held them up, what
// residents feel of it, one sentence. Sent from a phone, it carries an identity of its own, so that sending it twice makes
// one record (domain reference §6.2; field lessons §2.1, flow 5.1).
import type { CalendarDate } from '../kernel/calendar-date';

/** Was there work, or none (今日停工)? */
export type PostKind = 'work' | 'stopped';

/** What is each called? */
export const postKindNames: Record<PostKind, string> = { work: '施工', stopped: '今日停工' };

/** What was the weather like? */
export type PostWeather = 'sunny' | 'cloudy' | 'rain' | 'heavy-rain' | 'snow' | 'wind' | 'haze';

/** What is each called? */
export const postWeatherNames: Record<PostWeather, string> = {
  sunny: '晴',
  cloudy: '多云或阴',
  rain: '小雨',
  'heavy-rain': '中雨以上',
  snow: '雪',
  wind: '大风',
  haze: '重污染',
};

/** What held the works up? */
export type Holdup =
  | 'material'
  | 'people'
  | 'residents'
  | 'rain'
  | 'pollution'
  | 'quiet-days'
  | 'utility'
  | 'ground'
  | 'approval'
  | 'other';

/** What is each chip called? */
export const holdupNames: Record<Holdup, string> = {
  material: '缺料',
  people: '缺人',
  residents: '居民有意见',
  rain: '下雨',
  pollution: '大气管控',
  'quiet-days': '考试静音',
  utility: '等管线单位',
  ground: '场地没腾清',
  approval: '等审批',
  other: '其他',
};

/** What do residents feel of it? */
export type ResidentEffect = 'water-off' | 'power-off' | 'gas-off' | 'road' | 'noise' | 'smell';

/** What is each called? */
export const residentEffectNames: Record<ResidentEffect, string> = {
  'water-off': '停水',
  'power-off': '停电',
  'gas-off': '停气',
  road: '占道',
  noise: '噪音',
  smell: '油漆味',
};

/** How far an item is: cumulative, in 0.01 of its unit or in basis points; `reason` is why it fell, empty otherwise. */
export interface PostValue {
  itemId: number;
  value: number;
  reason: string;
}

/** A post as it comes from the phone; `workers` is null where it was left out. */
export interface DailyPost {
  uuid: string;
  contractId: number;
  workedOn: CalendarDate;
  kind: PostKind;
  values: readonly PostValue[];
  workers: number | null;
  weather: PostWeather | null;
  holdups: readonly Holdup[];
  effects: readonly ResidentEffect[];
  sentence: string;
  photos: number;
}

/** Is it written, on its way to be confirmed, confirmed, sent back, or replaced by a later one? */
export type PostState = 'draft' | 'sent' | 'confirmed' | 'returned' | 'corrected';

/** What is each state called? */
export const postStateNames: Record<PostState, string> = {
  draft: '草稿',
  sent: '已提交，待确认',
  confirmed: '已确认',
  returned: '已退回',
  corrected: '已更正',
};

export const postStates = Object.keys(postStateNames) as PostState[];

/** A post as it is kept; `id` grows with every row. */
export interface KeptPost extends DailyPost {
  id: number;
  state: PostState;
}

/**
 * How many photos may one post carry, how many are wished for, and how many of a contract may wait for posts that may still
 * come? Settings of the house.
 */
export const postPhotos = { most: 9, wished: 3, waiting: 300 } as const;

/** The largest crew believed, and how long the sentence and each reason may be, in characters. Settings of the house. */
export const postLimits = { workers: 500, sentence: 200, reason: 200 } as const;

/** Was it told to somebody, so that later values are measured by it? */
export const isTold = ({ state }: Pick<KeptPost, 'state'>): boolean =>
  state === 'sent' || state === 'confirmed';

/** May everybody read it? Nothing is public before it is confirmed. */
export const isPostPublic = ({ state }: Pick<KeptPost, 'state'>): boolean => state === 'confirmed';

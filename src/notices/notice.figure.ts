import { daysBetween, dayInWords } from '../domain/kernel/calendar-date';
import {
  NoticePlace,
  NoticeRun,
  noticeDays,
  noticeKindNames,
  noticePlaceNames,
  noticeRan,
  wantsProof,
} from '../domain/meeting/notice';
import { StatusMark } from '../platform/web/figures';
import { NoticeRecord } from './notice.entities';
import { noticePaths } from './notices.paths';

/** A notice on the page of the room it tells of (partial notice). */
export interface NoticeFigure {
  kind: string;
  title: string;
  places: string;
  days: string;
  status: StatusMark;
  /** Set while no photo shows it hanging. */
  proof?: StatusMark;
  /** How far it is, in a sentence. */
  words: string;
  link: string;
}

/** Where a notice is posted, in words. */
export const placesInWords = (places: string): string[] =>
  places.split(',').map((place) => noticePlaceNames[place as NoticePlace] ?? place);

/** A notice as the partial `notice` prints it. */
export function toNoticeFigure(
  notice: Omit<NoticeRecord, 'body'>,
  photos: readonly unknown[],
  today: string,
): NoticeFigure {
  const { id, kind, title, places, postedOn, endsOn, withdrawnOn } = notice;
  const run = noticeRan({ ...notice, photos }, today, noticeDays(kind, postedOn));
  const isUnproved = wantsProof(kind) && withdrawnOn === null && !photos.length;
  return {
    kind: noticeKindNames[kind],
    title,
    places: placesInWords(places).join('、'),
    days: `${dayInWords(postedOn)} 至 ${dayInWords(endsOn)}`,
    status: runMark(run, daysBetween(postedOn, endsOn)),
    ...(isUnproved && { proof: { state: 'late' as const, word: '缺现场照片' } }),
    words: run.words,
    link: noticePaths.show(id),
  };
}

function runMark({ state, daysLeft }: NoticeRun, hung: number): StatusMark {
  switch (state) {
    case 'withdrawn':
      return { state: 'idle', word: '已撤下' };
    case 'too-short':
      return { state: 'late', word: `只有 ${hung} 天` };
    case 'running':
      return { state: 'doing', word: `公示中，剩 ${daysLeft} 天` };
    case 'ran':
    case 'unproved':
      return { state: 'done', word: hung ? `已满 ${hung} 天` : '已到期' };
  }
}

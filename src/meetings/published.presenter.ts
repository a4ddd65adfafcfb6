import { dayInWords } from '../domain/kernel/calendar-date';
import { NoticeFigure, toNoticeFigure } from '../notices/notice.figure';
import { ProvedNotice } from '../notices/notices.service';
import { StatusMark } from '../platform/web/figures';
import { MeetingRecords, livePublication } from './meeting-records';
import { Calendar } from './meeting-words';

/** One version of what residents read. */
export interface PublicationFigure {
  name: string;
  about: string;
  status: StatusMark;
  title: string;
  decisions: string[];
  minutes: string;
  notice?: NoticeFigure;
}

/** What the versions are made of. */
interface PublicationsView {
  records: MeetingRecords;
  names: ReadonlyMap<number, string>;
  minutesNotices: readonly ProvedNotice[];
  calendar: Calendar;
}

/** Every version that was published, the latest first. */
export function toPublications({
  records,
  names,
  minutesNotices,
  calendar,
}: PublicationsView): PublicationFigure[] {
  const live = livePublication(records);
  return records.publications.map((publication) => {
    const { number, publishedOn, publishedBy, reason, withdrawnOn, withdrawnReason } = publication;
    const notice = minutesNotices.find(({ id }) => id === publication.noticeId);
    const status: StatusMark =
      publication === live
        ? { state: 'done', word: '居民正在看的' }
        : { state: 'idle', word: withdrawnOn ? '已撤下' : '已被更正' };
    return {
      name: `第 ${number} 版`,
      about: [
        `${dayInWords(publishedOn)} ${names.get(publishedBy) ?? ''}公布`,
        reason ? `更正原因：${reason}` : '',
        withdrawnOn ? `${dayInWords(withdrawnOn)} 撤下：${withdrawnReason}` : '',
      ]
        .filter(Boolean)
        .join('；'),
      status,
      title: publication.title,
      decisions: publication.decisions,
      minutes: publication.minutes,
      ...(notice && { notice: toNoticeFigure(notice, notice.photos, calendar.today) }),
    };
  });
}

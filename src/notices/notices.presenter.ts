import type { ObjectionsToNotice } from '../compounds/posted-notices';
import { Frame } from '../compounds/workspace';
import type { PublicContact } from '../domain/disclosure/contacts';
import { dayInWords } from '../domain/kernel/calendar-date';
import type { Blocker } from '../domain/kernel/blocker';
import { noticeShotNames, withdrawalBlockers } from '../domain/meeting/notice';
import { KeptFile } from '../files/kept-files';
import { toLinkedPhoto } from '../files/photo-on-page';
import { StoredFile } from '../files/stored-file.entity';
import { ActionLink, FactLine, PhotoFigure } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { NoticeFigure, placesInWords, toNoticeFigure } from './notice.figure';
import { NoticeAtPlace } from './notices.desk';
import { noticePaths } from './notices.paths';

/** One notice with the photos that prove it (views/notices/show). */
export interface NoticePage extends Frame {
  title: string;
  notice: NoticeFigure;
  facts: FactLine[];
  /** As it hangs, line by line. */
  body: string;
  photos: PhotoFigure[];
  printLink: string;
  /** The row it tells of; missing while its room has not said where that is. */
  subject?: ActionLink;
  /** Where it was posted anew. */
  successor?: ActionLink;
  withdrawLink: string;
  /** What was objected to it; missing while no room takes objections. */
  objections?: { words: string; link: string; newLink: string };
  /** Set where photos may be added. */
  upload?: { action: string; kept: { near: KeptFile[]; far: KeptFile[] } };
  form: FormState;
}

/** What the page of a notice is made of. */
export interface NoticeView extends NoticeAtPlace {
  photos: ReadonlyMap<number, StoredFile>;
  subject?: ActionLink;
  /** Id of the notice posted in its place. */
  successorId: number | null;
  postedBy: string;
  objections?: ObjectionsToNotice;
  mayPost: boolean;
  kept: { near: KeptFile[]; far: KeptFile[] };
  today: string;
}

/** One notice: what hangs where and until when, and the photos of it. */
export function toNotice(view: NoticeView, form: FormState, frame: Frame): NoticePage {
  const { notice, compound, renovation, today, mayPost, successorId } = view;
  const isOpen = mayPost && withdrawalBlockers(notice, renovation.state).length === 0;
  return {
    ...frame,
    title: `${notice.title} · ${compound.name}`,
    notice: toNoticeFigure(notice, notice.photos, today),
    facts: noticeFacts(view),
    body: notice.body,
    photos: notice.photos.flatMap(({ fileId, kind }) => {
      const file = view.photos.get(fileId);
      return file ? [{ ...toLinkedPhoto(file), tag: noticeShotNames[kind], tagDone: true }] : [];
    }),
    printLink: noticePaths.print(notice.id),
    ...(view.subject && { subject: view.subject }),
    ...(successorId && { successor: { label: '看重新张贴的', link: noticePaths.show(successorId) } }),
    withdrawLink: isOpen ? noticePaths.withdraw(notice.id) : '',
    ...(view.objections && { objections: toObjections(view.objections, isOpen) }),
    ...(isOpen && { upload: { action: noticePaths.photos(notice.id), kept: view.kept } }),
    form,
  };
}

function toObjections({ count, open, link, newLink }: ObjectionsToNotice, isOpen: boolean) {
  const words = count
    ? `共 ${count} 条异议${open ? `，${open} 条待答复` : '，都已答复'}`
    : '还没有人提出异议';
  return { words, link: count ? link : '', newLink: isOpen ? newLink : '' };
}

function noticeFacts({ notice, renovation, postedBy, successorId }: NoticeView): FactLine[] {
  return [
    { term: '改造项目', value: renovation.name },
    { term: '张贴地点', value: placesInWords(notice.places).join('、') },
    { term: '张贴日期', value: dayInWords(notice.postedOn) },
    { term: '公示到', value: dayInWords(notice.endsOn), note: '张贴当天不计入' },
    { term: '登记', value: [postedBy, instantInWords(notice.postedAt)].filter(Boolean).join('　') },
    ...(notice.withdrawnOn
      ? [{ term: '撤下', value: dayInWords(notice.withdrawnOn), note: notice.withdrawnReason ?? undefined }]
      : []),
    ...(successorId ? [{ term: '现状', value: '已重新张贴，以新的为准' }] : []),
  ];
}

/** The question before a notice is withdrawn (views/notices/withdraw). */
export interface NoticeWithdrawalPage extends Frame {
  title: string;
  heading: string;
  note: string;
  consequences: { what: string; now: string; after: string }[];
  /** Why it cannot be withdrawn; empty where the form is shown. */
  reasons: { text: string }[];
  form: FormState;
  action: string;
  backLink: string;
}

/** What is different once the notice is withdrawn. */
export function toNoticeWithdrawal(
  { notice, compound, renovation, against }: NoticeAtPlace & { against: readonly Blocker[] },
  today: string,
  form: FormState,
  frame: Frame,
): NoticeWithdrawalPage {
  const { status } = toNoticeFigure(notice, notice.photos, today);
  return {
    ...frame,
    title: `撤下公示 · ${compound.name}`,
    heading: `撤下「${notice.title}」`,
    note: '期满以后从墙上取下不用在这里办。内容写错了、要改的，撤下后重新公示，天数从头算。',
    consequences: [
      { what: '这份公示', now: status.word, after: '已撤下' },
      { what: '居民', now: '看得到', after: '看不到' },
      { what: '公示天数', now: '照算', after: '不算，要重新公示' },
    ],
    reasons: [...withdrawalBlockers(notice, renovation.state), ...against],
    form,
    action: noticePaths.withdrawals(notice.id),
    backLink: noticePaths.show(notice.id),
  };
}

/** The sheet to hang up (views/notices/print). */
export interface NoticeSheet {
  title: string;
  heading: string;
  paragraphs: string[];
  days: string;
  places: string;
  contacts: { title: string; about: string; phone: string }[];
  address: string;
  place: string;
  postedOn: string;
}

/** A notice as an A4 sheet: what it says, until when, and whom to ask. */
export function toNoticeSheet(
  { notice, compound }: NoticeAtPlace,
  contacts: readonly PublicContact[],
  address: string,
): NoticeSheet {
  return {
    title: `${compound.name} ${toNoticeFigure(notice, [], notice.postedOn).kind}`,
    heading: notice.title,
    paragraphs: notice.body
      .split(/\n+/)
      .map((line) => line.trim())
      .filter(Boolean),
    days: `${dayInWords(notice.postedOn)} 至 ${dayInWords(notice.endsOn)}`,
    places: placesInWords(notice.places).join('、'),
    contacts: contacts
      .filter(({ phone }) => phone !== null)
      .map(({ title, about, phone }) => ({ title, about, phone: phone! })),
    address: address.replace(/^https?:\/\//, ''),
    place: compound.name,
    postedOn: dayInWords(notice.postedOn),
  };
}

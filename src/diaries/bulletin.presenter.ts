import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { bulletinWithdrawalBlockers, feltEffects, paragraphLimit } from '../domain/construction/bulletin';
import type { Blocker } from '../domain/kernel/blocker';
import { dayInWords } from '../domain/kernel/calendar-date';
import { dayOf } from '../platform/clock/clock';
import type { ActionLink, FactLine, StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import type { WrittenBulletin } from './bulletin-writing';
import type { BulletinAtPlace } from './bulletins.desk';
import { bulletinMark } from './bulletins.presenter';
import { diaryPaths } from './diaries.paths';

/** A part of a bulletin: its heading and its lines. */
export interface BulletinPart {
  heading: string;
  lines: string[];
}

/** The text of a bulletin as it is laid out. */
const toParts = (text: string): BulletinPart[] =>
  text.split(/\n\n(?=[一二三四五六]、)/).map((part) => {
    const [heading, ...lines] = part.split('\n');
    return { heading, lines };
  });

/** The form of a bulletin (views/diaries/bulletin-form). */
export interface BulletinFormPage extends Frame {
  title: string;
  form: FormState;
  action: string;
  /** What the system has written for these days; null where the days cannot be read. */
  written: { title: string; parts: BulletinPart[] } | null;
  paragraphHint: string;
  backLink: string;
}

/** The days, what is written already, and the one paragraph that is not. */
export function toBulletinForm(
  { compound, written }: { compound: Compound; written: WrittenBulletin | null },
  form: FormState,
  frame: Frame,
): BulletinFormPage {
  const felt = written ? feltEffects(writtenPosts(written)) : '';
  return {
    ...frame,
    title: `写周报 · ${compound.name}`,
    form,
    action: diaryPaths.bulletins(compound.code),
    written: written && { title: written.written.title, parts: toParts(written.written.text) },
    paragraphHint: [
      `最多 ${paragraphLimit} 个字，不写姓名、电话、身份证号、门牌号。`,
      ...(felt ? [`这几天居民感受到：${felt}。`] : []),
    ].join(''),
    backLink: diaryPaths.bulletins(compound.code),
  };
}

const writtenPosts = ({ sources: { posts, from, to } }: WrittenBulletin) =>
  posts.filter(({ workedOn }) => workedOn >= from && workedOn <= to);

/** One bulletin (views/diaries/bulletin). */
export interface BulletinPage extends Frame {
  title: string;
  heading: string;
  status: StatusMark;
  parts: BulletinPart[];
  facts: FactLine[];
  actions: ActionLink[];
  withdrawLink: string;
  backLink: string;
}

interface BulletinView extends BulletinAtPlace {
  names: ReadonlyMap<number, string>;
  mayPublish: boolean;
}

/** A bulletin as it was published. */
export function toBulletin(view: BulletinView, frame: Frame): BulletinPage {
  const { bulletin, compound, renovation, mayPublish } = view;
  const { id, title, body, withdrawnOn } = bulletin;
  return {
    ...frame,
    title: `${title} · 第 ${bulletin.number} 期`,
    heading: title,
    status: bulletinMark(bulletin),
    parts: toParts(body),
    facts: factsOf(view),
    actions: [
      { label: '打印周报', link: diaryPaths.printBulletin(id), icon: 'printer', primary: true },
      {
        label: '全部周报',
        link: diaryPaths.bulletins(compound.code, sequenceOf(renovation)),
      },
    ],
    withdrawLink: mayPublish && withdrawnOn === null ? diaryPaths.withdrawBulletin(id) : '',
    backLink: diaryPaths.bulletins(compound.code),
  };
}

/** The question before one is withdrawn (views/diaries/withdraw). */
export interface BulletinWithdrawalPage extends Frame {
  title: string;
  heading: string;
  note: string;
  facts: FactLine[];
  reasons: Blocker[];
  form: FormState;
  action: string;
  isFinal: true;
  backLink: string;
}

/** What it is, what happens, and why it is withdrawn. */
export function toBulletinWithdrawal(
  view: BulletinView,
  form: FormState,
  frame: Frame,
): BulletinWithdrawalPage {
  const { bulletin, compound } = view;
  return {
    ...frame,
    title: `撤回周报 · ${compound.name}`,
    heading: `撤回周报：${bulletin.title}`,
    note: '撤回以后居民不再看到这一份，内部仍可查看。文字要改的，撤回以后按同样的日期重新写一份。',
    facts: factsOf(view),
    reasons: bulletinWithdrawalBlockers(bulletin.withdrawnOn),
    form,
    action: diaryPaths.bulletinWithdrawals(bulletin.id),
    isFinal: true,
    backLink: diaryPaths.bulletin(bulletin.id),
  };
}

/** A bulletin on A4 (views/diaries/bulletin-print). */
export interface BulletinSheet {
  title: string;
  heading: string;
  /** Said where it no longer counts. */
  stateNote: string;
  parts: BulletinPart[];
  place: string;
  on: string;
  address: string;
}

/** The sheet that hangs in the yard. */
export const toBulletinSheet = (
  { bulletin, compound }: BulletinAtPlace,
  { place, address }: { place: string; address: string },
): BulletinSheet => ({
  title: `周报 · ${compound.name}`,
  heading: bulletin.title,
  stateNote: bulletin.withdrawnOn ? `${dayInWords(bulletin.withdrawnOn)}已撤回` : '',
  parts: toParts(bulletin.body),
  place,
  on: dayInWords(dayOf(bulletin.publishedAt)),
  address: address.replace(/^https?:\/\//, ''),
});

function factsOf({ bulletin, names }: BulletinView): FactLine[] {
  const { number, publishedBy, publishedAt, withdrawnOn, withdrawnBy, withdrawnReason } = bulletin;
  return [
    { term: '期号', value: `第 ${number} 期` },
    { term: '日期', value: `${dayInWords(bulletin.fromOn)} 至 ${dayInWords(bulletin.untilOn)}` },
    { term: '发布', value: names.get(publishedBy) ?? '—', note: instantInWords(publishedAt) },
    ...(withdrawnOn === null
      ? []
      : [
          { term: '撤回', value: names.get(withdrawnBy!) ?? '—', note: dayInWords(withdrawnOn) },
          { term: '撤回原因', value: withdrawnReason! },
        ]),
  ];
}

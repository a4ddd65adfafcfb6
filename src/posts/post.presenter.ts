import type { Frame } from '../compounds/workspace';
import { KeptPost } from '../domain/construction/daily-post';
import { postStepBlockers, returnReasons } from '../domain/construction/post-lifecycle';
import { postWarnings } from '../domain/construction/post-rules';
import { publicWorkDays } from '../domain/construction/public-works';
import { Blocker, stopping } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import type { StoredFile } from '../files/stored-file.entity';
import { dayOf } from '../platform/clock/clock';
import type { FactLine, Option, StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import type { PhotoHintRecord } from '../site-photos/site-photo.entities';
import { toWorkItem } from '../works/works.desk';
import { decidedInWords, HistoryRow, historyOf } from './post-history';
import { PostPhotoCard, toCard } from './post-photo-cards';
import { PostValueRow, toValueRows } from './post-values.rows';
import { postMark, postTerms } from './post-words';
import type { JudgedPost } from './post-judging';
import type { PostPhoto } from './post.entities';
import type { PostAtPlace } from './posts.desk';
import { postsPaths } from './posts.paths';

/** One post, and what is decided on it (views/posts/show). */
export interface PostPage extends Frame {
  title: string;
  heading: string;
  status: StatusMark;
  form: FormState;
  /** Why it was sent back; missing otherwise. */
  returned?: { reason: string; by: string };
  facts: FactLine[];
  values: PostValueRow[];
  isCorrection: boolean;
  remarks: Blocker[];
  photos: PostPhotoCard[];
  confirmation?: Decision;
  sendingBack?: Decision & { options: Option[] };
  /** The photos are chosen: with the confirmation, or afterwards. */
  choice?: { action: string; isAlone: boolean };
  preview?: { heading: string; lines: string[] };
  history: HistoryRow[];
  backLink: string;
}

/** A step this person may take, or every reason why not. */
interface Decision {
  action: string;
  reasons: Blocker[];
}

/** What the page of a post is made of. */
export interface PostView extends PostAtPlace, JudgedPost {
  actor: Actor;
  photos: readonly PostPhoto[];
  stored: ReadonlyMap<number, StoredFile>;
  hints: ReadonlyMap<number, PhotoHintRecord[]>;
  /** The names of photo points and of people, by id. */
  points: ReadonlyMap<number, string>;
  names: ReadonlyMap<number, string>;
  firm: string;
  /** Where each item should be by the end of the day, by its id. */
  planned: ReadonlyMap<number, number>;
  today: CalendarDate;
}

/** A post: its photos, old and new beside the plan, what speaks against it, and the two ways to decide. */
export function toPost(view: PostView, form: FormState, frame: Frame): PostPage {
  const { post, compound, contract, posts, actor, posted, today } = view;
  const { row } = post;
  const heading = `${dayInWords(post.workedOn)}日报 · ${contract.name}`;
  const earlier = posts.find(({ id }) => id === row.correctsId) ?? null;
  const isWaiting = post.state === 'sent';
  const mayDecide = mayDo(actor.role, 'post.confirm') && isWaiting;
  const mayPublish = mayDo(actor.role, 'file.publish') && view.photos.length > 0;
  const isOpen = row.photosChosenBy === null;
  return {
    ...frame,
    title: `${heading} · ${compound.name}`,
    heading,
    status: postMark(post),
    form,
    ...(post.state === 'returned' && {
      returned: { reason: row.returnReason ?? '', by: decidedInWords(view, post) },
    }),
    facts: factsOf(view, earlier),
    values: toValueRows({ ...view, earlier, today }),
    isCorrection: earlier !== null,
    remarks: isWaiting ? postWarnings(post, { items: posted, today: dayOf(row.sentAt) }) : [],
    photos: view.photos.flatMap((photo) => toCard(view, photo, form)),
    ...(mayDecide && decisionsOf(view)),
    ...(mayPublish && isOpen && (mayDecide || post.state === 'confirmed')
      ? { choice: { action: postsPaths.photoChoices(post.id), isAlone: !mayDecide } }
      : {}),
    ...(isWaiting && { preview: previewOf(view) }),
    history: historyOf(view),
    backLink: postsPaths.index(compound.code),
  };
}

function decisionsOf({ post, facts, actor }: PostView): Pick<PostPage, 'confirmation' | 'sendingBack'> {
  const against = (step: 'confirm' | 'return') =>
    // The reason is asked in the form; before it is typed it speaks against nothing.
    stopping(postStepBlockers(step, post.state, actor.role, { ...facts, reason: facts.reason || '—' }));
  return {
    confirmation: { action: postsPaths.confirmations(post.id), reasons: against('confirm') },
    sendingBack: {
      action: postsPaths.returns(post.id),
      reasons: against('return'),
      options: returnReasons.map((label) => ({ value: label, label })),
    },
  };
}

function factsOf(view: PostView, earlier: KeptPost | null): FactLine[] {
  const { post, names, firm } = view;
  const { row } = post;
  const was = new Map(earlier ? postTerms(earlier).map(({ term, value }) => [term, value]) : []);
  const now = postTerms(post);
  const gone = [...was].filter(([term]) => !now.some((one) => one.term === term));
  const beside = (term: string, value: string) =>
    earlier && was.get(term) !== value ? { note: `更正前：${was.get(term) ?? '没有填'}` } : {};
  return [
    ...now.map(({ term, value }) => ({ term, value, ...beside(term, value) })),
    ...gone.map(([term, value]) => ({ term, value: '没有填', note: `更正前：${value}` })),
    ...(row.correctionReason ? [{ term: '更正原因', value: row.correctionReason }] : []),
    {
      term: '提交',
      value: [firm, names.get(row.postedBy)].filter(Boolean).join(' '),
      note: `${instantInWords(row.sentAt)}${row.isLate ? '，补报' : ''}`,
    },
  ];
}

/** The card of the day as residents will read it once this post is confirmed; that of its contract alone. */
function previewOf({ post, items, posts }: PostView): PostPage['preview'] {
  const own = posts
    .filter(
      ({ contractId, workedOn, id }) =>
        contractId === post.contractId && (workedOn !== post.workedOn || id === post.id),
    )
    .map((one) => (one.id === post.id ? { ...one, state: 'confirmed' as const } : one));
  const day = publicWorkDays(items.map(toWorkItem), own).find(({ on }) => on === post.workedOn);
  if (!day) return undefined;
  const { weather, workers, lines, effects, holdups, isStopped } = day;
  const head = [isStopped ? '今日停工' : '', weather ?? '', workers ? `${workers} 人施工` : ''];
  return {
    heading: [dayInWords(post.workedOn), ...head.filter(Boolean)].join(' · '),
    lines: [
      ...lines,
      ...(effects.length ? [`影响：${effects.join('、')}`] : []),
      ...(holdups.length ? [`受影响的原因：${holdups.join('、')}`] : []),
    ],
  };
}

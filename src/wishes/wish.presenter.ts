import type { PostedNoticeLine } from '../compounds/posted-notices';
import { RedactionPreview, toRedactionPreview } from '../compounds/redaction-preview';
import { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { redact } from '../domain/disclosure/redaction';
import { dayInWords } from '../domain/kernel/calendar-date';
import { wishKindNames, wishOverBlockers, wishSourceNames, wishStateNames } from '../domain/meeting/wish';
import { ActionLink, FactLine, Option, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { toOptions } from '../platform/web/options';
import { WishEntry } from './wish.entities';
import { numberInWords, wishMark } from './wish-words';
import { WishAtPlace } from './wishes.desk';
import { wishPaths } from './wishes.paths';

/** One wish with everything that became of it (views/wishes/show). */
export interface WishPage extends Frame {
  title: string;
  heading: string;
  status: StatusMark;
  /** As it was heard. */
  text: string;
  facts: FactLine[];
  /** What residents read, or will once somebody has looked at it. */
  public: { preview: RedactionPreview; status: StatusMark; action: string };
  answer: string;
  history: { what: string; note: string; when: string; by: string }[];
  /** What can be done with it elsewhere: 「列入改造方案」. */
  steps: ActionLink[];
  /** Set where it may be answered. */
  conclude?: { action: string; outcomes: Option[] };
  /** Set where it may be opened again. */
  reopen?: { action: string };
  mayReword: boolean;
  form: FormState;
  backLink: string;
}

/** What the page of a wish is made of. */
export interface WishView extends WishAtPlace {
  entries: readonly WishEntry[];
  names: ReadonlyMap<number, string>;
  /** The door in words; empty where none is known. */
  door: string;
  notice?: PostedNoticeLine;
  steps: readonly ActionLink[];
  phones: readonly string[];
  mayEdit: boolean;
  today: string;
}

/** One wish: what was said, what residents read of it, and how it ended. */
export function toWish(view: WishView, form: FormState, frame: Frame): WishPage {
  const { wish, compound, renovation, notice, entries, names, today } = view;
  const { kind, state, text } = wish;
  const isOpen = view.mayEdit && !wishOverBlockers(renovation.state).length;
  return {
    ...frame,
    title: `${wishKindNames[kind]}${numberInWords(wish)} · ${compound.name}`,
    heading: `${wishKindNames[kind]} ${numberInWords(wish)}`,
    status: wishMark(wish, today, notice?.endsOn),
    text,
    facts: wishFacts(view),
    public: toPublic(view),
    answer: wish.answer ?? '',
    history: entries.map((entry) => ({
      what: stepInWords(entry),
      note: entry.note,
      when: instantInWords(entry.madeAt),
      by: names.get(entry.madeBy) ?? '',
    })),
    steps: isOpen && state === 'open' ? [...view.steps] : [],
    ...(isOpen &&
      state === 'open' && { conclude: { action: wishPaths.conclusions(wish.id), outcomes: outcomeOptions } }),
    ...(isOpen && state !== 'open' && { reopen: { action: wishPaths.reopenings(wish.id) } }),
    mayReword: isOpen,
    form,
    backLink: wishPaths.index(compound.code, {
      renovation: sequenceOf(renovation),
    }),
  };
}

const outcomeOptions: Option[] = [
  { value: 'not-adopted', label: wishStateNames['not-adopted'], hint: '写明原因' },
  { value: 'otherwise', label: wishStateNames.otherwise, hint: '不列入方案，但已经办了，写明办了什么' },
];

/** What residents read; where it is the words as heard, what was hidden in them is marked. */
function toPublic({ wish, phones }: WishView): WishPage['public'] {
  const isAsHeard = redact(wish.text, { phones }).text === wish.publicText;
  const shown = [
    { label: '这条意见', text: isAsHeard ? wish.text : wish.publicText },
    { label: '答复', text: wish.answer ?? '' },
  ];
  return {
    preview: toRedactionPreview(shown, phones),
    status: wish.publicCheckedOn
      ? { state: 'done', word: '居民看得到' }
      : { state: 'idle', word: '居民还看不到' },
    action: wishPaths.publicTexts(wish.id),
  };
}

function wishFacts({ wish, door, notice, renovation }: WishView): FactLine[] {
  return [
    { term: '从哪里听到', value: wishSourceNames[wish.source] },
    { term: '听到的日期', value: dayInWords(wish.heardOn) },
    ...(door ? [{ term: '门牌', value: door, note: '只在内部使用，居民看不到' }] : []),
    ...(notice ? [{ term: '针对的公示', value: notice.title, link: notice.link }] : []),
    { term: '改造项目', value: renovation.name },
    ...(wish.answeredOn ? [{ term: '答复日期', value: dayInWords(wish.answeredOn) }] : []),
  ];
}

function stepInWords({ step, outcome }: WishEntry): string {
  switch (step) {
    case 'taken':
      return '登记';
    case 'reworded':
      return '看过居民看到的文字';
    case 'reopened':
      return '重新打开';
    case 'concluded':
      return wishStateNames[outcome!];
  }
}

/** The form of a wish (views/wishes/new). */
export interface NewWishPage extends Frame {
  title: string;
  form: FormState;
  action: string;
  kinds: Option[];
  sources: Option[];
  doors: Option[];
  /** Notices an objection may be made to; empty where none hangs. */
  notices: Option[];
  backLink: string;
}

/** The form in which a wish is written down. */
export function toNewWish(
  {
    compound,
    doors,
    notices,
  }: Pick<WishAtPlace, 'compound'> & { doors: Option[]; notices: readonly PostedNoticeLine[] },
  form: FormState,
  frame: Frame,
): NewWishPage {
  return {
    ...frame,
    title: `登记居民意见 · ${compound.name}`,
    form,
    action: wishPaths.create(compound.code),
    kinds: [
      { value: 'wish', label: wishKindNames.wish, hint: '希望改什么、加什么' },
      {
        value: 'objection',
        label: wishKindNames.objection,
        hint: '不同意公示或方案里的内容，方案确定前必须答复',
      },
    ],
    sources: toOptions({ door: wishSourceNames.door, office: wishSourceNames.office }),
    doors,
    notices: notices
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .map(({ id, title }) => ({ value: String(id), label: title })),
    backLink: wishPaths.index(compound.code),
  };
}

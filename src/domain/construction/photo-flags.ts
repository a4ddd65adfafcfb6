// What a person should look at before believing a photo: the same picture was used before, a nearly equal one was, or it was
// taken long before the day it claims. Flags are hints and never refuse (field lessons B11; issue; the days are a setting).
import { CalendarDate, dayInWords, daysBetween } from '../kernel/calendar-date';
import { Blocker } from '../kernel/blocker';
import { perhapsSamePhoto } from '../files/likeness';
import { valueOn } from '../rules/rule-book';
import { wordsBlockers } from './blocked';

/** A photo as it is known anywhere in the portfolio; `likeness` and `takenOn` are null where they could not be read. */
export interface KnownPicture {
  id: number;
  /** What it was given for: one post, one finding. Pictures of one moment resemble each other. */
  source: string;
  /** The hash of its bytes. */
  sha256: string;
  likeness: string | null;
  takenOn: CalendarDate | null;
  /** The day it claims to show. */
  claimedOn: CalendarDate;
  /** Where it was used, as a person reads it: '丰乐路106号院 6月7日日报'. */
  place: string;
}

/** Why should somebody look? */
export type PhotoFlagKind = 'same-bytes' | 'nearly-same' | 'taken-before' | 'taken-after';

/** What is each called? */
export const photoFlagNames: Record<PhotoFlagKind, string> = {
  'same-bytes': '照片用过',
  'nearly-same': '可能用过',
  'taken-before': '拍摄时间早',
  'taken-after': '拍摄时间晚',
};

/** One hint; `of` is the other photo it points to, null where it points to none. */
export interface PhotoFlag {
  kind: PhotoFlagKind;
  text: string;
  of: number | null;
}

/** What should a person look at of this photo? `others` are the photos used before it, anywhere. */
export function photoFlags(photo: KnownPicture, others: readonly KnownPicture[]): PhotoFlag[] {
  const before = others.filter(({ id }) => id !== photo.id);
  return [...usedFlags(photo, before), ...takenFlags(photo)];
}

function usedFlags(photo: KnownPicture, before: readonly KnownPicture[]): PhotoFlag[] {
  const same = before.find(({ sha256 }) => sha256 === photo.sha256);
  if (same) {
    const text = `和${same.place}是同一张照片，请核对是不是当天拍的`;
    return [{ kind: 'same-bytes', text, of: same.id }];
  }
  const near = before.find((one) => one.source !== photo.source && isNear(one.likeness, photo.likeness));
  if (!near) return [];
  const text = `和${near.place}的照片很像，请对照看看是不是同一张`;
  return [{ kind: 'nearly-same', text, of: near.id }];
}

const isNear = (one: string | null, other: string | null): boolean =>
  one !== null &&
  other !== null &&
  tellsLikeness(one) &&
  tellsLikeness(other) &&
  perhapsSamePhoto(one, other);

/** Does this likeness tell anything? That of a blank wall or of the night sky is all one bit. */
export const tellsLikeness = (likeness: string): boolean => {
  const ones = [...likeness].reduce((sum, digit) => sum + bitsOf[parseInt(digit, 16)], 0);
  return ones >= fewestBits && ones <= 64 - fewestBits;
};
const bitsOf = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];
/** Setting of the house: at the distance that counts as near, flatter pictures would all be near each other. */
const fewestBits = 7;

function takenFlags({ takenOn, claimedOn }: KnownPicture): PhotoFlag[] {
  if (takenOn === null) return [];
  const early = daysBetween(takenOn, claimedOn);
  if (early > valueOn('works.photo-old-days', claimedOn)) {
    const text = `拍于 ${dayInWords(takenOn)}，比填报日期早 ${early} 天，请核对`;
    return [{ kind: 'taken-before', text, of: null }];
  }
  if (early >= 0) return [];
  const text = `拍于 ${dayInWords(takenOn)}，晚于填报日期 ${-early} 天，可能是手机日期不准，请核对`;
  return [{ kind: 'taken-after', text, of: null }];
}

/** What speaks against this answer to a hint? Somebody looked, and says what they saw. */
export const hintAnswerBlockers = (answer: string): Blocker[] =>
  wordsBlockers('hint-answer', answer, '核对的结果，如「不是同一张，拍的是二层」');

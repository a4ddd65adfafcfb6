// Which words of a text may residents not read? Phone numbers, ID numbers, car plates, addresses of mail and doors are
// hidden before anything is posted or published; names cannot be recognised and are left to the person who looks at the
// preview (个人信息保护法 §25; 政府信息公开条例 §15; domain reference §9.1).
import { RedactionKind, digitsOf, redactionPatterns } from './redaction-patterns';

export type { RedactionKind } from './redaction-patterns';

/** How much of one kind was hidden? */
export interface Redacted {
  kind: RedactionKind;
  count: number;
}

/** A stretch of the masked text; `kind` is set where something was hidden. */
export interface RedactionPiece {
  text: string;
  kind?: RedactionKind;
}

/** A text as residents may read it, and what was hidden in it. */
export interface Redaction {
  text: string;
  found: Redacted[];
  pieces: RedactionPiece[];
}

/** What is each kind called beside its count? */
export const redactionNames: Record<RedactionKind, string> = {
  phone: '电话',
  'id-number': '证件号码',
  plate: '车牌',
  email: '邮箱',
  door: '门牌',
};

/** What is read in its place? */
const stands: Record<RedactionKind, string> = {
  phone: '〔电话已隐去〕',
  'id-number': '〔证件号码已隐去〕',
  plate: '〔车牌已隐去〕',
  email: '〔邮箱已隐去〕',
  door: '某户',
};

/** What may stay? Work phones that are published anyway, in any spelling; whole kinds where the reader may know them. */
export interface MayStay {
  phones?: readonly string[];
  kinds?: readonly RedactionKind[];
}

/** Hides what residents may not read; a text that was masked stays as it is. */
export function redact(text: string, mayStay: MayStay = {}): Redaction {
  const kept = new Set((mayStay.phones ?? []).map((phone) => digitsOf(halfWidth(phone))).filter(Boolean));
  const taken: { from: number; to: number; kind: RedactionKind | null }[] = [];
  let unread = halfWidth(text);
  for (let before = ''; before !== unread;) {
    before = unread;
    for (const { kind, pattern, unless } of redactionPatterns) {
      for (const match of [...unread.matchAll(pattern)]) {
        const from = match.index;
        const to = from + match[0].trimEnd().length;
        if (unless?.(match[0].trimEnd(), unread.slice(0, from), unread.slice(to))) continue;
        const isKept = mayStay.kinds?.includes(kind) || (kind === 'phone' && kept.has(digitsOf(match[0])));
        taken.push({ from, to, kind: isKept ? null : kind });
        unread = unread.slice(0, from) + filler.repeat(to - from) + unread.slice(to);
      }
    }
  }
  const hidden = taken.filter((one) => one.kind !== null).sort((one, other) => one.from - other.from);
  return assembled(text, hidden as { from: number; to: number; kind: RedactionKind }[]);
}

/** What was hidden, in a sentence; empty where nothing was. */
export const redactionInWords = (found: readonly Redacted[]): string =>
  found.length
    ? `已隐去 ${found.map(({ kind, count }) => `${count} 处${redactionNames[kind]}`).join('、')}`
    : '';

/** Stands for what was taken; no pattern knows it. */
const filler = '\ue000';

/** Full-width signs and blanks as half-width ones, each at its place. */
const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');

function assembled(
  text: string,
  hidden: readonly { from: number; to: number; kind: RedactionKind }[],
): Redaction {
  const pieces: RedactionPiece[] = [];
  const counts = new Map<RedactionKind, number>();
  let at = 0;
  for (const { from, to, kind } of hidden) {
    if (from > at) pieces.push({ text: text.slice(at, from) });
    pieces.push({ text: stands[kind], kind });
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return {
    text: pieces.map((piece) => piece.text).join(''),
    found: [...counts].map(([kind, count]) => ({ kind, count })),
    pieces,
  };
}

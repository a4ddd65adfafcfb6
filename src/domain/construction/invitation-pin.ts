// The PIN of an invitation: six digits nobody guesses first, a wait after wrong ones, and a lock after many, which only a
// new invitation opens. It guards a link that is itself secret (等保二级 身份鉴别 b; ASVS 5.0 §6.3.1; settings of the house).
import { Blocker } from '../kernel/blocker';
import { byOffice } from './blocked';

/** After `free` wrong PINs each further one costs a wait that doubles from `firstWait` to `longestWait` seconds. */
export const pinSettings = {
  digits: 6,
  free: 3,
  firstWait: 30,
  longestWait: 900,
  lockedAfter: 10,
} as const;

/** Is this a PIN as it is typed? Full-width digits and blanks are taken. */
export function parsePin(text: string): string | undefined {
  const clean = text.normalize('NFKC').replace(/\s/g, '');
  return new RegExp(`^\\d{${pinSettings.digits}}$`).test(clean) ? clean : undefined;
}

/**
 * Is this PIN among those that are tried first? One digit over and over, two by turns, halves or pairs that repeat or mirror,
 * steps up or down, a date of a birthday.
 */
export function isWeakPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, at) => (digit - digits[at] + 10) % 10);
  const half = pin.slice(0, 3);
  return (
    new Set(digits).size <= 2 ||
    steps.every((step) => step === steps[0]) ||
    pin === half + half ||
    pin === half + [...half].reverse().join('') ||
    /^(\d)\1(\d)\2(\d)\3$/.test(pin) ||
    /^(\d{2})\1\1$/.test(pin) ||
    /^\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(pin)
  );
}

/** What speaks against giving out this PIN? Asked of every drawn one, until one passes. */
export const pinBlockers = (pin: string): Blocker[] => {
  if (parsePin(pin) !== pin) {
    return [byOffice('pin-form', `PIN 应为 ${pinSettings.digits} 位数字`)];
  }
  return isWeakPin(pin) ? [byOffice('pin-weak', '这个 PIN 容易猜到，请换一个')] : [];
};

/** How many seconds after the last wrong PIN is the next one heard? 0 = at once. */
export function waitAfterPins(wrong: number): number {
  const { free, firstWait, longestWait } = pinSettings;
  if (wrong < free) return 0;
  return Math.min(longestWait, firstWait * 2 ** Math.min(10, wrong - free));
}

/** What is said after a wrong PIN; `wrong` counts it. */
export function wrongPinBlockers(wrong: number): Blocker[] {
  const left = pinSettings.lockedAfter - wrong;
  if (left <= 0) {
    return [byOffice('pin-locked', 'PIN 输错太多，邀请已锁定，请向街道项目负责人要新的链接')];
  }
  const wait = waitAfterPins(wrong);
  const when = wait === 0 ? '' : `，请等 ${waitInWords(wait)}再试`;
  return [byOffice('pin-wrong', `PIN 不对，还可以试 ${left} 次${when}`)];
}

/** What is said to whoever comes before the wait is over? The PIN is not looked at, and nothing is counted. */
export const waitingBlockers = (seconds: number): Blocker[] => [
  byOffice('pin-wait', `PIN 输错次数较多，请等 ${waitInWords(seconds)}再试`),
];

const waitInWords = (seconds: number): string =>
  seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;

// Is this password good enough? Profile 'gb' follows 等保 2.0 二级 (complexity), 'asvs' follows ASVS 5.0 §6.2 (length and lists only).
import { Blocker } from '../kernel/blocker';

/** Which rules a password is held to. */
export type PasswordProfile = 'gb' | 'asvs';

export const passwordLength = { min: 12, max: 128 };

/** How long a password set by somebody else is good; it must be changed at first use (ASVS 5.0 §6.4.1). */
export const startPasswordHours = 24;

const contextWords = [
  'yuanxin',
  '院新',
  '楼院',
  '街道',
  '社区',
  '改造',
  'louyuan',
  'zhengzhou',
  'huiji',
  'erqi',
];

/** What is asked of a new password, in one sentence for the page. */
export const passwordHint = (profile: PasswordProfile): string =>
  profile === 'gb'
    ? `至少 ${passwordLength.min} 个字符，包含大写字母、小写字母、数字、符号（或汉字）中的至少三种；可以用一句好记的话`
    : `至少 ${passwordLength.min} 个字符，可以用一句好记的话`;

/** Everything that speaks against this password for this person; empty means it is accepted. */
export function passwordBlockers(
  password: string,
  person: { login: string; name: string; organisationName: string },
  profile: PasswordProfile,
  isCommon: (lowerCasePassword: string) => boolean,
): Blocker[] {
  const found: Blocker[] = [];
  const add = (code: string, text: string) => found.push({ code: `password.${code}`, level: 'policy', text });
  const length = [...password].length;
  const lower = password.toLowerCase();
  if (length < passwordLength.min) add('short', `密码至少 ${passwordLength.min} 个字符，现在是 ${length} 个`);
  if (length > passwordLength.max) add('long', `密码最多 ${passwordLength.max} 个字符，现在是 ${length} 个`);
  if (profile === 'gb' && classesOf(password) < 3) {
    add('classes', '密码要包含大写字母、小写字母、数字、符号（或汉字）中的至少三种');
  }
  if (isCommon(lower) || isOneCharacterRepeated(lower)) add('common', '这个密码太常见，容易被猜到，请换一个');
  const words = [...contextWords, person.login, person.name, person.organisationName].map((w) =>
    w.toLowerCase(),
  );
  if (words.some((word) => word.length >= 2 && lower.includes(word))) {
    add('context', '密码里不要有自己的账号、姓名、单位或系统名称');
  }
  return found;
}

function classesOf(password: string): number {
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];
  return classes.filter((pattern) => pattern.test(password)).length;
}

function isOneCharacterRepeated(password: string): boolean {
  return new Set(password).size <= 2;
}

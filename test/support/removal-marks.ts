import { Person, Seen } from './person';

/** What came back from one address, with everything that could tell something: address, headers and body. */
export interface Answer {
  path: string;
  status: number;
  told: string;
}

/** Words that stand for everything private of a case, each of its own; and where they are found again. */
export class Marks {
  private readonly words = new Map<string, readonly string[]>();

  /** A word of its own for a private field, named by what it is. */
  of(key: string): string {
    const word = `密${7001 + this.words.size}记`;
    this.also(key, word);
    return word;
  }

  /** A private value that cannot be any word, in all its spellings. */
  also(key: string, ...spellings: string[]): void {
    if (this.words.has(key)) throw new Error(`${key} has a word already`);
    this.words.set(key, spellings);
  }

  /** A day nobody outside may read, in every spelling the house knows. */
  day(key: string, day: string): string {
    const [year, month, date] = day.split('-').map(Number);
    this.also(key, day, `${year}年${month}月${date}日`, `${month}月${date}日`);
    return day;
  }

  get keys(): string[] {
    return [...this.words.keys()];
  }

  /** Which private fields does this text tell? However they are written in it. */
  in(text: string): string[] {
    const read = spellingsOf(text);
    return [...this.words].filter(([, words]) => words.some((word) => tells(read, word))).map(([key]) => key);
  }

  /** Every private field that one of these answers tells, with the address that does. */
  leaks(answers: readonly Answer[]): string[] {
    return answers.flatMap(({ path, told }) => this.in(told).map((key) => `${key} at ${path}`));
  }
}

/** As it stands, and as a browser, a script or a program that reads headers would understand it. */
function spellingsOf(text: string): string {
  const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  const entities = text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  const address = text.replace(/(%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
  const headers = Buffer.from(text, 'latin1').toString('utf8');
  return [text, unescaped, entities, address, headers].join('\n');
}

/** A day is not told by a longer one: '2月1日' does not stand in '12月1日'. */
function tells(text: string, word: string): boolean {
  if (!/^\d/.test(word)) return text.includes(word);
  return new RegExp(`(?<![\\d.])${word.replaceAll('.', '\\.')}(?![\\d])`).test(text);
}

/** Everything an answer says; how many bytes it has is no word of it. */
export const answerOf = (path: string, { status, html, headers, location }: Seen): Answer => ({
  path,
  status,
  told: [
    ...[...headers].filter(([name]) => name !== 'content-length').map(([name, value]) => `${name}: ${value}`),
    ...[location ?? '', html],
  ].join('\n'),
});

/** Opens these addresses and all that they lead to in this house: pages, pictures, sheets; each once. */
export async function crawl(person: Person, from: readonly string[]): Promise<Answer[]> {
  const ahead = [...from];
  const answers = new Map<string, Answer>();
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (answers.has(path) || /^\/(assets|sign-out)/.test(path)) continue;
    const seen = await person.get(path);
    answers.set(path, answerOf(path, seen));
    if (answers.size > 1500) throw new Error('The house has no end');
    const links = seen.page
      .querySelectorAll('a[href], img[src], source[srcset], link[rel=alternate]')
      .flatMap((one) => [one.getAttribute('href'), one.getAttribute('src'), one.getAttribute('srcset')]);
    ahead.push(...links.flatMap((link) => addressesIn(link, person)));
    if (seen.location) ahead.push(...addressesIn(seen.location, person));
  }
  return [...answers.values()];
}

function addressesIn(link: string | null | undefined, person: Person): string[] {
  if (!link) return [];
  const addresses = link.split(',').map((one) => one.trim().split(/\s/)[0].split('#')[0]);
  return addresses.filter((one) => /^\/(?!\/)/.test(one)).map((one) => person.pathOf(one));
}

import { Fields, Person } from './person';

/** An address to post to, and what is posted there. */
export type Post = [path: string, fields: Fields];

/** What may be asked of a room: pages to open, and forms to post; where only the path is named, an empty one. */
export interface Addresses {
  reads?: string[];
  writes?: (string | Post)[];
}

/** Whatever of this the person opens or posts is answered with this status; the first that is not is named. */
export async function expectEach(
  person: Person,
  status: number,
  { reads = [], writes = [] }: Addresses,
): Promise<void> {
  if (!reads.length && !writes.length) throw new Error('Nothing was asked');
  await person.get('/account');
  const named = (path: string, answered: number) => [person.login, path, answered];
  for (const path of reads) expect(named(path, (await person.get(path)).status)).toEqual(named(path, status));
  for (const write of writes) {
    const [path, fields] = typeof write === 'string' ? [write, {}] : write;
    expect(named(path, (await person.post(path, fields)).status)).toEqual(named(path, status));
  }
}

/** The addresses of forms without what they would carry: what is not even a form must not be answered otherwise. */
export const pathsOf = (posts: Post[]): string[] => posts.map(([path]) => path);

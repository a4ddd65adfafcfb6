import { randomUUID } from 'node:crypto';
import { photo } from '../fixtures/files/photos';
import { Fields, Person, Seen, valuesOf } from './person';

/** The form of a day as a browser without script would send it untouched. */
export async function reportFields(person: Person, contractId: number, on = ''): Promise<Fields> {
  const seen = await person.get(`/m/report?contract=${contractId}${on && `&on=${on}`}`);
  const form = seen.page.querySelector('form[data-report]');
  if (!form) throw new Error(`No form of a day: ${seen.status} ${seen.text.slice(0, 300)}`);
  return valuesOf(form);
}

/** Fills in the form of a day and sends it as the plain form does. */
export async function sendReport(person: Person, contractId: number, fields: Fields, on = ''): Promise<Seen> {
  return person.post('/m/posts', {
    ...(await reportFields(person, contractId, on)),
    kind: 'work',
    ...fields,
  });
}

/** What the script got back: the status, and the answer. */
export interface Told {
  status: number;
  body: Record<string, never> & {
    blockers: string[];
    codes: string[];
    link: string;
    id: number;
    state: string;
  };
}

const inJson = { accept: 'application/json' };

/** Sends a post as the script does. */
export async function tellPost(person: Person, fields: Fields): Promise<Told> {
  const { status, html } = await person.post(
    '/m/posts',
    { uuid: randomUUID(), kind: 'work', ...fields },
    inJson,
  );
  return { status, body: JSON.parse(html) as Told['body'] };
}

/** Sends a photo as the script does. */
export async function tellPhoto(
  person: Person,
  fields: Fields & { contractId: string },
  file?: Blob,
): Promise<Told & { uuid: string }> {
  const uuid = (fields.uuid as string | undefined) ?? randomUUID();
  const typed = { ...fields, uuid, photo: file ?? (await sitePhoto()) };
  const { status, html } = await person.post('/m/photos', typed, inJson);
  return { status, body: JSON.parse(html) as Told['body'], uuid };
}

/** A photo of the yard as a phone sends it; another width is another photo. */
export const sitePhoto = async (width = 640, drawing: Parameters<typeof photo>[1] = {}): Promise<File> =>
  new File([new Uint8Array(await photo('jpeg', { width, ...drawing }))], '现场.jpg', { type: 'image/jpeg' });

import { Person, Seen } from './person';

/** An invitation as the manager sees it once. */
export interface Invited {
  seen: Seen;
  link: string;
  pin: string;
}

/** Invites a foreman to a contract through its form. */
export async function inviteTo(manager: Person, contractId: number, label = '现场负责人'): Promise<Invited> {
  const path = `/contracts/${contractId}/invitations`;
  const seen = await manager.fill(path, { label }, path);
  const address = seen.page.querySelector('[data-address]');
  if (!address) throw new Error(`No invitation: ${seen.status} ${seen.text.slice(0, 500)}`);
  const { pathname, search } = new URL(address.textContent.trim());
  const pin = seen.page.querySelector('[data-pin]')!.textContent.replace(/\s/g, '');
  return { seen, link: pathname + search, pin };
}

/** Lets a phone in by this invitation. */
export async function enterWith(phone: Person, { link, pin }: Invited): Promise<Person> {
  const { status, text } = await phone.fill(link, { pin }, '/m/enter');
  if (status !== 303) throw new Error(`The phone stays outside: ${text.slice(0, 300)}`);
  return phone;
}

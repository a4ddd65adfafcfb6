import { HTMLElement, parse } from 'node-html-parser';
import { testPassword } from './cast';

/** What came back: the status, the page to look at, and where it leads. */
export interface Seen {
  status: number;
  html: string;
  page: HTMLElement;
  /** Visible words of the page, white space folded. */
  text: string;
  location: string | null;
  headers: Headers;
}

export type Fields = Record<string, string | string[] | Blob | Blob[] | undefined>;

/** A person with a browser without JavaScript: keeps cookies, reads pages, fills in forms. */
export class Person {
  private readonly cookies = new Map<string, string>();
  private csrf = '';
  private signedInAs?: [login: string, password: string];

  constructor(readonly origin: string) {}

  /** Who signed in here last. */
  get login(): string | undefined {
    return this.signedInAs?.[0];
  }

  async signIn(login: string, password = testPassword): Promise<Seen> {
    await this.get('/sign-in');
    const seen = await this.post('/sign-in', { login, password });
    if (seen.status !== 303)
      throw new Error(`${login} could not sign in: ${seen.status} ${seen.text.slice(0, 200)}`);
    this.signedInAs = [login, password];
    return seen;
  }

  /** Comes back as whoever signed in here last; the session of before is given up. */
  async signInAgain(): Promise<Seen> {
    if (!this.signedInAs) throw new Error('Nobody has signed in here yet');
    this.cookies.delete('session');
    return this.signIn(...this.signedInAs);
  }

  /** Opens a page (a path without base path); a redirect is not followed. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.send(path, { headers });
  }

  /** Opens a page and follows where it leads. */
  async open(path: string): Promise<Seen> {
    const seen = await this.get(path);
    return seen.location ? this.open(this.pathOf(seen.location)) : seen;
  }

  /** Posts a form with the token of the last page seen; follow the answer with `then`. */
  async post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Seen> {
    const entries = Object.entries({ _csrf: this.csrf, ...fields }).flatMap(([key, value]) =>
      (Array.isArray(value) ? value : [value])
        .filter((one) => one !== undefined)
        .map((one) => [key, one] as const),
    );
    const isMultipart = entries.some(([, value]) => value instanceof Blob);
    const body = isMultipart ? new FormData() : new URLSearchParams();
    for (const [key, value] of entries) (body as FormData).append(key, value as string);
    return this.send(path, { method: 'POST', body, headers });
  }

  /** Opens a page, changes some fields of its form, and sends it as a browser would, hidden fields included. */
  async fill(path: string, fields: Fields, action?: string): Promise<Seen> {
    const { page, status } = await this.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    const forms = page
      .querySelectorAll('form')
      .filter((form) => form.getAttribute('method')?.toLowerCase() === 'post');
    const wanted = action && `${new URL(this.origin).pathname.replace(/\/$/, '')}${action}`;
    const form =
      forms.find((one) => one.getAttribute('action') === wanted) ??
      forms.find((one) => !wanted && !one.getAttribute('action')?.endsWith('/sign-out'));
    if (!form) throw new Error(`${path} has no form for ${action ?? 'posting'}`);
    return this.post(this.pathOf(form.getAttribute('action') ?? path), { ...valuesOf(form), ...fields });
  }

  /** The path of a link of the site, without its base path. */
  pathOf(link: string): string {
    const base = new URL(this.origin).pathname.replace(/\/$/, '');
    const url = new URL(link, this.origin);
    return url.pathname.slice(base.length) + url.search;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  private async send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Seen> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { cookie }), ...init.headers };
    const response = await fetch(this.origin + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const html = await response.text();
    const page = parse(html);
    this.csrf = page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? this.csrf;
    return {
      status: response.status,
      html,
      page,
      text: page.structuredText.replace(/\s+/g, ' '),
      location: response.headers.get('location'),
      headers: response.headers,
    };
  }
}

/** What a browser would send for an untouched form. */
export function valuesOf(form: HTMLElement): Fields {
  const fields: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string) => name && (fields[name] ??= []).push(value);
  for (const input of form.querySelectorAll('input')) {
    const type = input.getAttribute('type');
    if (type === 'file' || type === 'submit' || type === 'image') continue;
    if ((type === 'checkbox' || type === 'radio') && !input.hasAttribute('checked')) continue;
    add(input.getAttribute('name'), input.getAttribute('value') ?? (type === 'checkbox' ? 'on' : ''));
  }
  for (const area of form.querySelectorAll('textarea'))
    add(area.getAttribute('name'), area.textContent.replace(/^\n/, ''));
  for (const select of form.querySelectorAll('select')) {
    const options = select.querySelectorAll('option');
    const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0];
    if (chosen) add(select.getAttribute('name'), chosen.getAttribute('value') ?? chosen.textContent.trim());
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}

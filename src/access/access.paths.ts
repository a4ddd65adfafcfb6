import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';

/** Every URL of the access room, without base path. */
export const accessPaths = {
  signIn: () => '/sign-in',
  signOut: () => '/sign-out',
  account: () => '/account',
  password: () => '/account/password',
  endSession: () => '/account/sessions/endings',
  people: () => '/admin/users',
  newPerson: () => '/admin/users/new',
  person: (id: number) => `/admin/users/${id}`,
  personPassword: (id: number) => `/admin/users/${id}/passwords`,
  personState: (id: number) => `/admin/users/${id}/disablings`,
};

/** Where somebody begins after signing in. */
export function homeOf(person: { role: Role; mustChangePassword: boolean }): string {
  if (person.mustChangePassword) return accessPaths.account();
  return mayDo(person.role, 'work.read') ? '/work' : accessPaths.people();
}

/** The page of this site somebody wanted before signing in; '' when it is none of ours. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string' || next.length > 500) return '';
  // Our own addresses are written in plain ASCII; anything else could not stand in a header.
  const plain = /^\/(?![/\\])[!-[\]-~]*$/.test(next) && !next.startsWith('/sign-');
  return plain ? next : '';
}

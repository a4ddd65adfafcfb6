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

/** Where to go after signing in: a page of this site only. */
export function safeNext(next: unknown, fallback = '/work'): string {
  if (typeof next !== 'string' || next.length > 500) return fallback;
  // eslint-disable-next-line no-control-regex
  const plain = /^\/(?![/\\])[^\\\s\u0000-\u001f]*$/.test(next) && !next.startsWith('/sign-');
  return plain ? next : fallback;
}

import { withQuery } from '../platform/web/address';

/** Every URL of invitations, without base path. */
export const invitationsPaths = {
  ofContract: (contractId: number) => `/contracts/${contractId}/invitations`,
  revoke: (id: number) => `/invitations/${id}/revocations`,
  /** Where a phone gives its PIN. */
  enter: (secret?: string) => withQuery('/m/enter', { i: secret }),
};

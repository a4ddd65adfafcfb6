// What part of the city a person sees: their part of the organisation tree, or the renovations their firm works on.
import { Role } from './roles';

/** Which compounds a person may see: a branch of the tree, the contracts of a firm, or nothing. */
export type Scope =
  | { kind: 'district'; organisationId: number }
  | { kind: 'street'; organisationId: number }
  | { kind: 'community'; organisationId: number }
  | { kind: 'contracts'; organisationId: number }
  | { kind: 'nothing' };

const scopeKindOf: Record<Role, Scope['kind']> = {
  'district-officer': 'district',
  auditor: 'district',
  'street-manager': 'street',
  'community-worker': 'community',
  supervisor: 'contracts',
  contractor: 'contracts',
  'system-admin': 'nothing',
};

/** The scope that goes with a role in an organisation. */
export function scopeOf(actor: { role: Role; organisationId: number }): Scope {
  const kind = scopeKindOf[actor.role];
  return kind === 'nothing' ? { kind } : { kind, organisationId: actor.organisationId };
}

import { Role } from './roles';

/** Who is acting: the signed-in person with the organisation that bounds what they may see. */
export interface Actor {
  userId: number;
  name: string;
  role: Role;
  organisationId: number;
  organisationName: string;
}

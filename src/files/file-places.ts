import type { Actor } from '../domain/people/actor';

/** A compound, as far as files need to know it. */
export interface FilePlace {
  id: number;
  code: string;
  name: string;
}

/**
 * Says where a file belongs, as far as this person may see it; what lies outside their scope is not there
 * (NotFoundException). Supplied by the floor above, which knows the compounds.
 */
export interface FilePlaces {
  find(actor: Actor, code: string): Promise<FilePlace>;
  findById(actor: Actor, id: number): Promise<FilePlace>;
}

export const FILE_PLACES = Symbol('FilePlaces');

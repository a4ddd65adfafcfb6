import type { Actor } from '../domain/people/actor';
import type { Crumb } from '../platform/web/figures';

/** A compound, as far as files need to know it. */
export interface FilePlace {
  id: number;
  code: string;
  name: string;
}

/** What the pages of a compound carry above their own content. */
export interface PlaceFrame {
  crumbs: Crumb[];
  head: object;
}

/**
 * Says where a file belongs, as far as this person may see it; what lies outside their scope is not there
 * (NotFoundException). Supplied by the floor above, which knows the compounds.
 */
export interface FilePlaces {
  find(actor: Actor, code: string): Promise<FilePlace>;
  findById(actor: Actor, id: number): Promise<FilePlace>;
  /** The frame of the documents page; `last` is the crumb of a page below it. */
  frame(actor: Actor, place: FilePlace, last?: string): Promise<PlaceFrame>;
}

export const FILE_PLACES = Symbol('FilePlaces');

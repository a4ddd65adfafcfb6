import { Frame } from '../compounds/workspace';
import { isIdentified } from '../domain/removal/statutory-case';
import { FormState } from '../platform/web/form';
import { StructureHead, toStructureHead } from '../structures/structure-head.presenter';
import { structurePaths } from '../structures/structures.paths';
import type { KnownCase } from './removal-judging';
import { removalsPaths } from './removals.paths';

/** Signing that the people there are cared for (views/removals/care). */
export interface CarePage extends Frame {
  title: string;
  structure: StructureHead;
  note: string;
  form: FormState;
  action: string;
  backLink: string;
}

/** The form of the sign-off. */
export const toCareForm = ({ found, ways }: KnownCase, form: FormState, frame: Frame): CarePage => {
  const { structure, compound } = found;
  const why = structure.isSoleHome ? '登记为唯一住处' : '登记了困难或重病情况';
  return {
    ...frame,
    title: `照顾签字 · ${compound.name}`,
    structure: toStructureHead(structure, isIdentified(ways.statutory)),
    note: `${why}。签字以后才能助拆或强制拆除，签字留在案卷里。`,
    form,
    action: removalsPaths.care(structure.id),
    backLink: structurePaths.show(structure.id),
  };
};

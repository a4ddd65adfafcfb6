import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import type { Role } from '../domain/people/roles';
import {
  isPatrolled,
  patrolFindingNames,
  PatrolKind,
  patrolKindNames,
  PatrollerRole,
  patrollerRoleNames,
  relapseAnswers,
} from '../domain/removal/patrol';
import { structureNumber } from '../domain/removal/structure-kinds';
import { structureStateNames } from '../domain/removal/structure-states';
import type { KeptFile } from '../files/kept-files';
import type { Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import type { LedgerStructure } from './patrols.desk';
import { patrolPaths } from './patrols.paths';

/** The form of a round (views/patrols/form). */
export interface PatrolFormPage extends Frame {
  title: string;
  form: FormState;
  action: string;
  kinds: Option[];
  findings: Option[];
  roles: Option[];
  /** What is dealt with and may stand again. */
  structures: Option[];
  /** What the folded part holds; it stands open in a refused try. */
  more: string;
  isOpen: boolean;
  /** Files kept from a refused try. */
  kept: KeptFile[];
  backLink: string;
}

/** The form of a round; what is dealt with is offered for the case that it stands again. */
export function toPatrolForm(
  view: { compound: Compound; structures: readonly LedgerStructure[]; kept: KeptFile[] },
  form: FormState,
  frame: Frame,
): PatrolFormPage {
  const { compound, kept } = view;
  const structures = view.structures.filter(isPatrolled);
  return {
    ...frame,
    title: `登记巡查 · ${compound.name}`,
    form,
    action: patrolPaths.index(compound.code),
    kinds: toOptions(patrolKindNames),
    findings: toOptions(patrolFindingNames),
    roles: toOptions(patrollerRoleNames),
    structures: structures.map(({ id, number, place, state, isOver }) => ({
      value: String(id),
      label: `${structureNumber(number)}，${place}`,
      hint: isOver ? `${structureStateNames[state]}；${relapseAnswers.over}` : structureStateNames[state],
    })),
    more: `${structures.length ? '复发的对象、' : ''}飞线处数、日期和巡查人`,
    isOpen: form.summary.length > 0,
    kept,
    backLink: patrolPaths.index(compound.code),
  };
}

const usual: Partial<Record<Role, PatrollerRole>> = { 'street-manager': 'street' };

/** What an empty form begins with, so that a round that found nothing is one press. */
export const firstPatrol = (kind: PatrolKind, role: Role, today: string) => ({
  ...{ kind, finding: 'clear', lookedOn: today, rounds: [usual[role] ?? 'community'] },
});

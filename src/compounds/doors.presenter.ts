import { byUnit } from '../domain/compound/doors-by-unit';
import { dwellingUseNames, structureNames } from '../domain/compound/words';
import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { EmptyNote, Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { Compound } from './compound.entity';
import { compoundPaths } from './compounds.paths';
import { DoorGrid, toDoorGrid } from './door-grid.presenter';
import { DoorLine } from './doors.service';
import { Building } from './door.entities';
import { Frame } from './workspace';

/** The door list of a compound (views/compounds/doors). */
export interface DoorsPage extends Frame {
  title: string;
  sentence: string;
  mayEdit: boolean;
  form: FormState;
  action: string;
  structures: Option[];
  buildings: {
    name: string;
    about: string;
    addLink: string;
    units: DoorGrid<{ link: string }>[];
  }[];
  empty?: EmptyNote;
}

/** The door list of a compound: each building, unit by unit, the top floor first as one looks at the house. */
export function toDoors(
  compound: Compound,
  { buildings, doors, form }: { buildings: Building[]; doors: DoorLine[]; form: FormState },
  role: Role,
  frame: Frame,
): DoorsPage {
  const mayEdit = mayDo(role, 'doors.edit');
  return {
    ...frame,
    title: `楼栋门户 · ${compound.name}`,
    sentence: doorsSentence(doors, compound.householdCount),
    mayEdit,
    form,
    action: compoundPaths.buildings(compound.code),
    structures: toOptions(structureNames),
    buildings: buildings.map((building) => ({
      name: building.no,
      about: aboutBuilding(building),
      addLink: mayEdit ? `${compoundPaths.buildingDoors(building.id)}/new` : '',
      units: toUnits(
        doors.filter((door) => door.buildingId === building.id),
        mayEdit,
      ),
    })),
    empty: buildings.length
      ? undefined
      : { text: '还没有门户名册。按楼栋填好单元、层数和每层户数，就能一次生成' },
  };
}

const toUnits = (doors: DoorLine[], mayEdit: boolean) =>
  byUnit(doors).map((unit) => ({
    ...toDoorGrid(unit, ({ id }) => ({ link: mayEdit ? compoundPaths.dwelling(id) : '' })),
    name: `${unit.doors[0].unitNo} 单元`,
  }));

function doorsSentence(doors: DoorLine[], households: number | null): string {
  const dwellings = doors.filter((door) => door.use === 'dwelling').length;
  const known = `名册里有 ${doors.length} 户，其中住宅 ${dwellings} 户`;
  if (households === null || households === dwellings) return `${known}。`;
  return `${known}；台账登记 ${households} 户，请核对哪个是对的。`;
}

function aboutBuilding({ floors, unitCount, structure, builtYear }: Building): string {
  const parts = [
    unitCount && `${unitCount} 单元`,
    floors && `${floors} 层`,
    structure && structureNames[structure as keyof typeof structureNames],
    builtYear && `${builtYear} 年建`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The form of one door (views/compounds/door). */
export interface DoorPage extends Frame {
  title: string;
  form: FormState;
  action: string;
  isNew: boolean;
  backLink: string;
  uses: Option[];
}

/** The form of one door. */
export function toDoor(
  compound: Compound,
  page: { title: string; form: FormState; action: string; isNew: boolean },
  frame: Frame,
): DoorPage {
  return {
    ...frame,
    ...page,
    backLink: compoundPaths.doors(compound.code),
    uses: toOptions(dwellingUseNames),
  };
}

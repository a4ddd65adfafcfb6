import { dwellingUseNames, structureNames } from '../domain/compound/words';
import { mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { EmptyNote, Option } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { Compound } from './compound.entity';
import { compoundPaths } from './compounds.paths';
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
    units: {
      name: string;
      floors: { name: string; doors: { label: string; note: string; link: string }[] }[];
    }[];
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

function toUnits(doors: DoorLine[], mayEdit: boolean): DoorsPage['buildings'][number]['units'] {
  return numbersOf(doors, (door) => door.unitNo).map((unitNo) => {
    const unit = doors.filter((door) => door.unitNo === unitNo);
    return {
      name: `${unitNo} 单元`,
      floors: numbersOf(unit, (door) => door.floorNo)
        .reverse()
        .map((floorNo) => ({
          name: `${floorNo} 层`,
          doors: unit
            .filter((door) => door.floorNo === floorNo)
            .map((door) => ({
              label: door.roomNo,
              note: door.use === 'dwelling' ? '' : dwellingUseNames[door.use],
              link: mayEdit ? compoundPaths.dwelling(door.id) : '',
            })),
        })),
    };
  });
}

const numbersOf = (doors: DoorLine[], numberOf: (door: DoorLine) => number) =>
  [...new Set(doors.map(numberOf))].sort((one, other) => one - other);

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

import { mayDo } from '../domain/people/permissions';
import type { Role } from '../domain/people/roles';
import { structureNumber } from '../domain/removal/structure-kinds';
import {
  isCounted,
  isOpenState,
  isRetained,
  StructureState,
  structureStateNames,
} from '../domain/removal/structure-states';
import { zoneLetter, zoneName } from '../domain/removal/zone-draft';
import { filesPaths } from '../files/files.paths';
import type { StatusMark } from '../platform/web/figures';
import type { MapStructure } from './map-pins';
import { SketchFile, onDrawing, pinOf, sizeOf } from './pin-picker';
import type { WorkZone } from './zone.entities';

/** How a pin of a structure looks: as its state for the offices, all alike for the firms. */
type PinLook = StatusMark['state'] | 'plain';

/** The sketch with everything marked on it (partial ground-map). */
export interface GroundDrawing {
  src: string;
  /** In units of a drawing that is 1000 wide. */
  height: number;
  label: string;
  zones: { x: number; y: number; letter: string; label: string }[];
  structures: { x: number; y: number; number: number; label: string; look: PinLook; link: string }[];
}

/** How each state looks on the map and beside it; what still has to be begun stands out among what is under way. */
const looks: Record<StructureState, StatusMark['state']> = {
  standing: 'late',
  'ownership-check': 'doing',
  agreed: 'doing',
  removed: 'doing',
  verified: 'done',
  'retained-legal': 'done',
  'retained-rectified': 'done',
  'scoped-out': 'idle',
  'struck-out': 'idle',
};

/** What each look of a pin means, for the legend of the offices. */
export const pinLegend: { look: PinLook; words: string }[] = [
  { look: 'late', words: '待处理' },
  { look: 'doing', words: '正在办理，没有拆除复核' },
  { look: 'done', words: '已拆除复核或保留' },
  { look: 'idle', words: '划出范围' },
];

/** The one mark the firms see. */
export const plainLegend: { look: PinLook; words: string }[] = [
  { look: 'plain', words: '还在场地上的对象，施工时避让' },
];

/** Does this role see how a structure stands, and its case? */
const seesCases = (role: Role): boolean => mayDo(role, 'removal.read');

/** What this role sees of what stands there: the offices all that counts, the firms what is still on the ground. */
export const seenBy = (role: Role, structures: readonly MapStructure[]): MapStructure[] =>
  structures.filter(
    ({ state }) => isCounted(state) && (seesCases(role) || isOpenState(state) || isRetained(state)),
  );

/** A structure in a list: its number, and for the offices its state with the way to its case. */
export const toStructureLine = (
  role: Role,
  { number, state, link }: MapStructure,
): { number: string; status?: StatusMark; link: string } => ({
  number: structureNumber(number),
  ...(seesCases(role) && {
    status: { state: looks[state], word: `${structureNumber(number)}，${structureStateNames[state]}` },
  }),
  link: seesCases(role) ? link : '',
});

/** The map; undefined while there is no sketch. */
export function toDrawing(
  role: Role,
  sketch: SketchFile | null,
  zones: readonly WorkZone[],
  structures: readonly MapStructure[],
): GroundDrawing | undefined {
  if (!sketch) return undefined;
  const size = sizeOf(sketch);
  const marked = { zones: zones.flatMap(onMap), structures: seenBy(role, structures).flatMap(withPin) };
  const { height } = onDrawing({ across: 0, down: 0 }, size);
  return {
    src: filesPaths.copy(sketch.id, '1600.jpg'),
    height,
    label: `草图，标有 ${marked.zones.length} 个施工区域、${marked.structures.length} 处拆除对象`,
    zones: marked.zones.map(({ zone, pin }) => ({
      ...at(onDrawing(pin, size)),
      letter: zoneLetter(zone.number),
      label: zoneName(zone),
    })),
    structures: marked.structures.map(({ structure, pin }) => ({
      ...at(onDrawing(pin, size)),
      number: structure.number,
      label: toStructureLine(role, structure).status?.word ?? structureNumber(structure.number),
      look: seesCases(role) ? looks[structure.state] : 'plain',
      link: seesCases(role) ? structure.link : '',
    })),
  };
}

const at = ({ x, y }: { x: number; y: number }) => ({ x, y });

const onMap = (zone: WorkZone) => {
  const pin = pinOf(zone);
  return pin ? [{ zone, pin }] : [];
};

const withPin = (structure: MapStructure) => (structure.pin ? [{ structure, pin: structure.pin }] : []);

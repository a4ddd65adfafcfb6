import { areaInWords } from '../domain/kernel/area';
import { removalWayNames } from '../domain/removal/removal-ways';
import { structureName, structureNumber } from '../domain/removal/structure-kinds';
import { StructureState, structureStateWords } from '../domain/removal/structure-states';
import type { StatusMark } from '../platform/web/figures';
import type { StructureRecord } from './structure.entities';
import { structurePaths } from './structures.paths';

const states: Record<StructureState, StatusMark['state']> = {
  standing: 'doing',
  'ownership-check': 'doing',
  agreed: 'doing',
  removed: 'doing',
  verified: 'done',
  'retained-legal': 'done',
  'retained-rectified': 'done',
  'scoped-out': 'idle',
  'struck-out': 'idle',
};

/** Where a structure stands on its way: '疑似 · 待处理'. */
export const structureMark = (
  { state }: Pick<StructureRecord, 'state'>,
  isIdentified: boolean,
): StatusMark => ({
  state: states[state],
  word: structureStateWords(state, isIdentified),
});

/** How a structure is called at the head of each of its pages (partial structure-head). */
export interface StructureHead {
  /** 疑似私搭房屋、棚屋, or 经认定的… once a document says so. */
  name: string;
  /** 第 3 处. */
  number: string;
  place: string;
  /** Empty where the kind covers no ground. */
  area: string;
  state: StatusMark;
  /** 自行拆除 …; empty while no way is agreed on. */
  way: string;
  /** Its case. */
  link: string;
}

/** The head of one structure; whether it is identified is what its statutory papers say. */
export const toStructureHead = (structure: StructureRecord, isIdentified: boolean): StructureHead => ({
  name: structureName(structure.kind, isIdentified),
  number: structureNumber(structure.number),
  place: structure.place,
  area: structure.area === null ? '' : areaInWords(structure.area),
  state: structureMark(structure, isIdentified),
  way: structure.way === null ? '' : removalWayNames[structure.way],
  link: structurePaths.show(structure.id),
});

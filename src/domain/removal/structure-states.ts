// Where a structure stands on its way: registered, its ownership asked, agreed on, removed, verified; or it stays with a
// document. 疑似 goes from its words only with an identification document (domain reference §1.3 G9, §3.1).

/** Where does it stand? */
export type StructureState =
  | 'standing'
  | 'ownership-check'
  | 'agreed'
  | 'removed'
  | 'verified'
  | 'retained-legal'
  | 'retained-rectified'
  | 'scoped-out'
  | 'struck-out';

/** What is each state called? */
export const structureStateNames: Record<StructureState, string> = {
  standing: '待处理',
  'ownership-check': '权属核查中',
  agreed: '已同意拆除',
  removed: '已拆除，待复核',
  verified: '已拆除，已复核',
  'retained-legal': '合法保留',
  'retained-rectified': '整改后保留',
  'scoped-out': '划出范围',
  'struck-out': '登记有误，已撤销',
};

export const structureStates = Object.keys(structureStateNames) as StructureState[];

/** The word of a structure on a page: '疑似 · 待处理', '已认定 · 已同意拆除'; what is over needs no such word. */
export function structureStateWords(state: StructureState, isIdentified: boolean): string {
  const name = structureStateNames[state];
  return isOpenState(state) ? `${isIdentified ? '已认定' : '疑似'} · ${name}` : name;
}

/** Does somebody still have to do something about it? */
export const isOpenState = (state: StructureState): boolean =>
  state === 'standing' || state === 'ownership-check' || state === 'agreed' || state === 'removed';

/** The states in which it stands untouched. */
export const standingStates: readonly StructureState[] = ['standing', 'ownership-check', 'agreed'];

/** Does it stand untouched, so that people are still to be talked to and its sheet may be corrected? */
export const stillStands = (state: StructureState): boolean => standingStates.includes(state);

/** Was it taken down, verified or not? */
export const isGone = (state: StructureState): boolean => state === 'removed' || state === 'verified';

/** Does it stay for good, by a document, so that the works go round it? */
export const isRetained = (state: StructureState): boolean =>
  state === 'retained-legal' || state === 'retained-rectified';

/** Is it dealt with, so that the works may begin on its ground (G9)? What was struck out never was. */
export const isClosedState = (state: StructureState): boolean => !isOpenState(state);

/** Does it count at all? What was registered by mistake does not. */
export const isCounted = (state: StructureState): boolean => state !== 'struck-out';

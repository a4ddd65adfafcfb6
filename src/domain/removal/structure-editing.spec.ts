import {
  basisBlockers,
  careMarkBlockers,
  dropBlockers,
  editBlockers,
  EditExtent,
  editExtent,
  pictureWarnings,
  plannedDayBlockers,
  usualOwnership,
} from './structure-editing';
import { structureKindCodes } from './structure-kinds';
import { StructureState, structureStates } from './structure-states';

describe('the sheet of a structure', () => {
  const extents: Record<StructureState, EditExtent> = {
    standing: 'everything',
    'ownership-check': 'everything',
    agreed: 'everything',
    removed: 'afterwards',
    verified: 'afterwards',
    'retained-legal': 'nothing',
    'retained-rectified': 'nothing',
    'scoped-out': 'nothing',
    'struck-out': 'nothing',
  };
  it.each(structureStates)('%s', (state) => {
    expect(editExtent(state)).toBe(extents[state]);
    expect(editBlockers(state).length).toBe(extents[state] === 'nothing' ? 1 : 0);
  });

  it('keeps its pictures once it is verified, and only then', () => {
    expect(dropBlockers('removed', 1)).toEqual([]);
    expect(dropBlockers('verified', 0)).toEqual([]);
    expect(dropBlockers('verified', 1)[0].text).toContain('不能去掉');
  });
});

it('a structure nobody took a picture of is reminded of it', () => {
  expect(pictureWarnings(1)).toEqual([]);
  expect(pictureWarnings(0)[0].level).toBe('warning');
});

describe('the ownership', () => {
  it('of what the former unit left is asked after first, of all else nobody claims it', () =>
    expect(structureKindCodes.filter((kind) => usualOwnership(kind) === 'open')).toEqual(['legacy-unit']));

  it.each([
    ['no-claim', '', 0],
    ['open', '', 0],
    ['not-lawful', '', 1],
    ['not-lawful', ' ', 1],
    ['consented', '原单位 2026-03-01 复函', 0],
    ['lawful', '', 1],
  ] as const)('%s with basis %j', (ownership, basis, reasons) =>
    expect(basisBlockers(ownership, basis)).toHaveLength(reasons),
  );
});

describe('the planned day', () => {
  it.each([
    [null, 0],
    ['2026-03-10', 0],
    ['2026-03-09', 1],
  ])('%s', (plannedOn, reasons) =>
    expect(plannedDayBlockers(plannedOn, { foundOn: '2026-03-10' })).toHaveLength(reasons),
  );
});

describe('the marks that ask for care', () => {
  const marked = { isSoleHome: true, hasHardship: true };
  const none = { isSoleHome: false, hasHardship: false };
  it('are taken off by the street manager alone', () => {
    expect(careMarkBlockers(none, marked, 'community-worker')).toHaveLength(2);
    expect(careMarkBlockers({ ...marked, hasHardship: false }, marked, 'community-worker')).toHaveLength(1);
    expect(careMarkBlockers(none, marked, 'street-manager')).toEqual([]);
  });
  it('are set by everybody who writes the sheet', () =>
    expect(careMarkBlockers(marked, none, 'community-worker')).toEqual([]));
});

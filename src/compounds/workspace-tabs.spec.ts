import { Role } from '../domain/people/roles';
import { WorkspaceTab, toTabRows } from './workspace-tabs';

const tab = (
  key: string,
  action: WorkspaceTab['action'],
  position: number,
  group?: WorkspaceTab['group'],
): WorkspaceTab => ({
  ...{ key, label: `「${key}」`, link: (code) => `/${code}/${key}`, action, position, group },
});
const tabs = [
  tab('log', 'audit.read', 90, 'compound'),
  tab('overview', 'compound.read', 0),
  tab('households', 'household.read', 15, 'residents'),
  tab('removals', 'removal.read', 45, 'removal'),
  tab('ground', 'zone.read', 46, 'removal'),
  tab('stages', 'stage.read', 50),
  tab('votes', 'vote.read', 35, 'residents'),
];
const rowsOf = (open: string, role: Role = 'street-manager') => toTabRows(tabs, 'fl106', open, role);

describe('the tabs above a compound', () => {
  it('stand in one row, a group behind its name where its first tab would be', () => {
    expect(rowsOf('overview')).toEqual({
      tabs: [
        { label: '「overview」', link: '/fl106/overview', current: true },
        { label: '居民议事', link: '/fl106/households', current: false, holdsCurrent: false },
        { label: '拆违清障', link: '/fl106/removals', current: false, holdsCurrent: false },
        { label: '「stages」', link: '/fl106/stages', current: false },
        { label: '「log」', link: '/fl106/log', current: false },
      ],
    });
  });

  it('show a second row inside a group only, named as the group', () => {
    const { tabs: first, inner } = rowsOf('ground');
    expect(first.filter(({ current, holdsCurrent }) => current || holdsCurrent)).toEqual([
      { label: '拆违清障', link: '/fl106/removals', current: false, holdsCurrent: true },
    ]);
    expect(inner).toEqual({
      label: '拆违清障',
      tabs: [
        { label: '「removals」', link: '/fl106/removals', current: false },
        { label: '「ground」', link: '/fl106/ground', current: true },
      ],
    });
  });

  it('of a group with one tab for this role are that tab itself', () => {
    expect(rowsOf('ground', 'contractor')).toMatchObject({
      tabs: [{ label: '「overview」' }, { label: '「ground」', current: true }, { label: '「stages」' }],
    });
    expect(rowsOf('ground', 'contractor').inner).toBeUndefined();
  });
});

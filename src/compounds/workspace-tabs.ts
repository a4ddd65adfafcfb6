import { Action, mayDo } from '../domain/people/permissions';
import { Role } from '../domain/people/roles';
import { Tab } from '../platform/web/figures';

/** Tabs of one group stand behind one tab of the first row. */
export type WorkspaceGroup = 'residents' | 'removal' | 'works' | 'compound';

const groupNames: Record<WorkspaceGroup, string> = {
  residents: '居民议事',
  removal: '拆违清障',
  works: '施工',
  compound: '楼院档案',
};

/** One tab of a compound's workspace, put in by the room behind it. */
export interface WorkspaceTab {
  key: string;
  label: string;
  link: (code: string) => string;
  action: Action;
  /** Order from left to right; a group stands where its first tab would. */
  position: number;
  group?: WorkspaceGroup;
}

/** The tabs above a compound's page: one row, and inside a group a second one with the tabs of the group. */
export interface TabRows {
  tabs: Tab[];
  inner?: { label: string; tabs: Tab[] };
}

/**
 * The tabs this role may see, in their order. A group leads to its first tab; one that has only one tab to show for this
 * role is that tab.
 */
export function toTabRows(all: readonly WorkspaceTab[], code: string, open: string, role: Role): TabRows {
  const seen = all
    .filter(({ action }) => mayDo(role, action))
    .sort((one, other) => one.position - other.position);
  const tab = ({ key, label, link }: WorkspaceTab): Tab => ({
    ...{ label, link: link(code), current: key === open },
  });
  const rows: TabRows = { tabs: [] };
  for (const one of seen) {
    const beside = one.group ? seen.filter(({ group }) => group === one.group) : [one];
    if (beside.length === 1) rows.tabs.push(tab(one));
    if (beside.length === 1 || !one.group || beside[0] !== one) continue;
    const tabs = beside.map(tab);
    const current = tabs.some((inside) => inside.current);
    const label = groupNames[one.group];
    rows.tabs.push({ label, link: tabs[0].link, current: false, holdsCurrent: current });
    if (current) rows.inner = { label, tabs };
  }
  return rows;
}

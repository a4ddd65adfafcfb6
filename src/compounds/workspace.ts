import { Injectable } from '@nestjs/common';
import { Action, mayDo } from '../domain/people/permissions';
import { Actor } from '../domain/people/actor';
import { Organisations } from '../access/organisations.service';
import { Crumb } from '../platform/web/figures';
import { Compound } from './compound.entity';
import { CompoundDesk } from './compounds.desk';
import { compoundPaths } from './compounds.paths';
import { CompoundHead, toCompoundHead } from './workspace.presenter';

/** One tab of a compound's workspace, put in by the room behind it. */
export interface WorkspaceTab {
  key: string;
  label: string;
  link: (code: string) => string;
  action: Action;
  /** Order from left to right. */
  position: number;
  /** Tabs of one group stand behind one tab of the first row. */
  group?: 'residents' | 'removal' | 'compound';
}

/** What every page of a compound carries above its own content. */
export interface Frame {
  crumbs: Crumb[];
  head: CompoundHead;
}

/** The workspace of a compound: plate, facts and tabs above every one of its pages. */
@Injectable()
export class Workspace {
  private readonly tabs: WorkspaceTab[] = [
    { key: 'overview', label: '概览', link: compoundPaths.show, action: 'compound.read', position: 0 },
    { key: 'doors', label: '楼栋门户', link: compoundPaths.doors, action: 'doors.read', position: 20 },
    {
      key: 'renovations',
      label: '项目',
      link: compoundPaths.renovations,
      action: 'compound.read',
      position: 60,
    },
    { key: 'contacts', label: '联系人', link: compoundPaths.contacts, action: 'compound.edit', position: 70 },
  ];

  constructor(
    private readonly desk: CompoundDesk,
    private readonly organisations: Organisations,
  ) {}

  /** Called once by a room when it starts. */
  register(tab: WorkspaceTab): void {
    this.tabs.push(tab);
    this.tabs.sort((one, other) => one.position - other.position);
  }

  /** Crumbs and head for one page of a compound; `tab` is the one that is open, `last` the page's own crumb. */
  async frame(actor: Actor, compound: Compound, tab: string, last?: string): Promise<Frame> {
    const ids = [compound.streetId, compound.communityId].filter((id) => id !== null);
    const places = await this.organisations.byIds(ids);
    const place = (id: number | null) => places.find((one) => one.id === id);
    const renovation = await this.desk.currentRenovation(compound.id);
    const tabs = this.tabs
      .filter((one) => mayDo(actor.role, one.action))
      .map(({ key, label, link }) => ({ label, link: link(compound.code), current: key === tab }));
    return {
      crumbs: [
        { label: '楼院', link: compoundPaths.index() },
        ...[place(compound.streetId), place(compound.communityId)]
          .filter((one) => one !== undefined)
          .map((one) => ({ label: one.shortName, link: compoundPaths.within(one) })),
        { label: compound.name, link: last ? compoundPaths.show(compound.code) : undefined },
        ...(last ? [{ label: last }] : []),
      ],
      head: toCompoundHead(compound, renovation, tabs, actor.role),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { Actor } from '../domain/people/actor';
import { Organisations } from '../access/organisations.service';
import { Crumb } from '../platform/web/figures';
import { Compound } from './compound.entity';
import { CompoundDesk } from './compounds.desk';
import { compoundPaths } from './compounds.paths';
import { CompoundHead, toCompoundHead } from './workspace.presenter';
import { WorkspaceTab, toTabRows } from './workspace-tabs';

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
    {
      ...{ key: 'doors', label: '楼栋门户', link: compoundPaths.doors, action: 'doors.read' },
      ...{ position: 60, group: 'compound' },
    },
    {
      ...{ key: 'contacts', label: '联系人', link: compoundPaths.contacts, action: 'compound.edit' },
      ...{ position: 65, group: 'compound' },
    },
    {
      ...{ key: 'renovations', label: '项目', link: compoundPaths.renovations, action: 'compound.read' },
      ...{ position: 70, group: 'compound' },
    },
  ];

  constructor(
    private readonly desk: CompoundDesk,
    private readonly organisations: Organisations,
  ) {}

  /** Called once by a room when it starts. */
  register(tab: WorkspaceTab): void {
    this.tabs.push(tab);
  }

  /** Crumbs and head for one page of a compound; `tab` is the one that is open, `last` the page's own crumb. */
  async frame(actor: Actor, compound: Compound, tab: string, last?: string): Promise<Frame> {
    const ids = [compound.streetId, compound.communityId].filter((id) => id !== null);
    const places = await this.organisations.byIds(ids);
    const place = (id: number | null) => places.find((one) => one.id === id);
    const renovation = await this.desk.currentRenovation(compound.id);
    const tabs = toTabRows(this.tabs, compound.code, tab, actor.role);
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

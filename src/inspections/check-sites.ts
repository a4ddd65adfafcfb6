import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { Renovation } from '../compounds/renovation.entities';
import { StopOrder, stopsEverything, stopsItem } from '../domain/construction/stop-order';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import type { ContractRecord } from '../works/work.entities';
import { PlacedItem, seesContract, toWorkItem, WorksDesk } from '../works/works.desk';

/** The works of a renovation as one person sees them. */
export interface CheckedSite {
  contracts: ContractRecord[];
  /** Every item, and those this person may see. */
  items: PlacedItem[];
  visible: PlacedItem[];
  /** The first day of the works by their contracts. */
  startsOn: CalendarDate;
  /** May this person see what is about this item? What is about none everybody sees. */
  sees(itemId: number | null): boolean;
  seesStop(stop: Pick<StopOrder, 'itemIds' | 'zones'>): boolean;
}

/** Contracts and items as those who look over the site need them. */
@Injectable()
export class CheckSites {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly works: WorksDesk,
  ) {}

  /** What this person sees of the works of a renovation; a builder its own items alone. */
  async of(
    actor: Actor,
    renovation: Pick<Renovation, 'id' | 'openedOn'>,
    from: EntityManager = this.reader.manager,
  ): Promise<CheckedSite> {
    const { contracts, items } = await this.works.ofRenovation(renovation.id, from);
    const seen = new Set(contracts.filter((one) => seesContract(actor, one)).map(({ id }) => id));
    const visible = items.filter(({ contractId }) => seen.has(contractId));
    const own = new Set(visible.map(({ id }) => id));
    const starts = contracts.filter(({ role }) => role === 'contractor').map(({ startsOn }) => startsOn);
    return {
      ...{ contracts, items, visible, startsOn: starts.sort()[0] ?? renovation.openedOn },
      sees: (itemId) => itemId === null || own.has(itemId),
      seesStop: (stop) =>
        stopsEverything(stop) ||
        visible.length === items.length ||
        visible.some((item) => stopsItem(stop, toWorkItem(item))),
    };
  }
}

import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { Organisation } from '../access/entities';
import { Organisations } from '../access/organisations.service';
import { keepsQuietDays } from '../domain/construction/quiet-period';
import type { Actor } from '../domain/people/actor';
import { QuietDayRecord } from './disruption.entities';

/** A period with the district or the street it holds for. */
export interface QuietDayAtPlace {
  row: QuietDayRecord;
  place: Organisation;
}

/** How many rows are shown at most, the latest first? */
const mostRows = 200;

/** The one way to quiet days: the own office, what lies above it, and the streets of a district. */
@Injectable()
export class QuietDayDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly organisations: Organisations,
  ) {}

  /** Those that hold for some compound this person sees, the latest first, struck-out ones included. */
  async list(actor: Actor): Promise<QuietDayAtPlace[]> {
    const places = await this.placesOf(actor, this.reader.manager);
    const rows = await this.reader.manager.find(QuietDayRecord, {
      where: { organisationId: In(places.map(({ id }) => id)) },
      order: { fromOn: 'DESC', id: 'DESC' },
      take: mostRows,
    });
    return rows.map((row) => ({ row, place: places.find(({ id }) => id === row.organisationId)! }));
  }

  /** One that this person's office may strike out: its own, or one of a street of the district. */
  async findOwn(
    actor: Actor,
    id: number,
    from: EntityManager = this.reader.manager,
  ): Promise<QuietDayAtPlace> {
    const row = await from.findOneBy(QuietDayRecord, { id });
    const place = row && (await from.findOneBy(Organisation, { id: row.organisationId }));
    if (!place || !keepsQuietDays(actor.organisationId, place)) throw new NotFoundException();
    return { row, place };
  }

  /** District and street above, and the streets of a district. */
  private async placesOf({ organisationId }: Actor, from: EntityManager): Promise<Organisation[]> {
    const path = await this.organisations.pathOf(organisationId, from);
    const below = await from.findBy(Organisation, { parentId: organisationId, kind: 'street' });
    return [...path, ...below].filter(({ kind }) => kind === 'district' || kind === 'street');
  }
}

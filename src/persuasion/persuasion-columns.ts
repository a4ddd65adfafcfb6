import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { People } from '../access/people.service';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { visitingBlockers } from '../domain/removal/persuasion';
import { isGoingOn } from '../domain/renovation/going-on';
import type { StructureAtPlace } from '../structures/structures.desk';
import { PersuasionColumn, toPersuasionColumn } from './persuasion-column.presenter';
import { PersuasionVisitRecord } from './persuasion.entity';
import { PersuasionTotals, compareVisits } from './persuasion.totals';

/** The log of visits for the page of a case; the page itself belongs to a higher floor. */
@Injectable()
export class PersuasionColumns {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly people: People,
    private readonly totals: PersuasionTotals,
  ) {}

  /** The column of one structure, found before in the scope of this person. */
  async of(actor: Actor, { structure, renovation }: StructureAtPlace): Promise<PersuasionColumn> {
    const visits = await this.reader.manager.findBy(PersuasionVisitRecord, { structureId: structure.id });
    const standings = await this.totals.standings([structure]);
    const [blocker] = visitingBlockers(structure.state, renovation.state);
    return toPersuasionColumn({
      structureId: structure.id,
      standing: standings.get(structure.id)!,
      visits: visits.sort(compareVisits),
      names: await this.people.names(visits.map(({ recordedBy }) => recordedBy)),
      mayEdit: mayDo(actor.role, 'removal.edit') && isGoingOn(renovation.state),
      closed: blocker?.text ?? '',
    });
  }
}

import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, LessThanOrEqual } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { worksOnPartyDay } from '../compounds/party-days';
import { Renovation, RenovationParty } from '../compounds/renovation.entities';
import { sequenceOf } from '../compounds/renovation-address';
import { groupBy } from '../domain/kernel/group';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { latestNews } from '../domain/removal/ground-news';
import { removalOverBlockers } from '../domain/removal/structure';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { GroundChange, GroundReading } from './zone.entities';
import { zonesPaths } from './zones.paths';

/** A change of the ground with the firms that have seen it. */
export type ReadChange = GroundChange & { readings: GroundReading[] };

/** So many changes are looked back on; of each item only the latest is told. */
const lookBack = 300;

/** What became free and what is held again, and which firm has seen it. */
@Injectable()
export class GroundNewsDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly compounds: CompoundDesk,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The latest change of each item, the newest first, with who has seen it. */
  async latest(renovationId: number): Promise<ReadChange[]> {
    const { manager } = this.reader;
    const where = { renovationId };
    const changes = await manager.find(GroundChange, { where, order: { id: 'DESC' }, take: lookBack });
    const latest = latestNews(changes).reverse();
    const changeId = In(latest.map(({ id }) => id));
    const readings = latest.length ? await manager.findBy(GroundReading, { changeId }) : [];
    const readingsOf = groupBy(readings, (reading) => reading.changeId);
    return latest.map((one) => ({ ...one, readings: readingsOf.get(one.id) ?? [] }));
  }

  /** Does this firm work on the renovation today? Only then is the news meant for it. */
  isMeantFor(actor: Actor, renovationId: number, from = this.reader.manager): Promise<boolean> {
    return from
      .createQueryBuilder(RenovationParty, 'party')
      .where('party.renovationId = :renovationId', { renovationId })
      .andWhere('party.organisationId = :firm AND party.role = :role', {
        firm: actor.organisationId,
        role: actor.role,
      })
      .andWhere(worksOnPartyDay, { partyDay: this.clock.today() })
      .getExists();
  }

  /** Somebody of a firm has seen the changes up to this one; pressed twice it is noted once. */
  read(actor: Actor, code: string, upTo: number): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const compound = await this.compounds.find(actor, code, tx);
      const change = await tx.findOneBy(GroundChange, { id: upTo, compoundId: compound.id });
      if (!change || !(await this.isMeantFor(actor, change.renovationId, tx))) throw new NotFoundException();
      const renovation = await tx.findOneByOrFail(Renovation, { id: change.renovationId });
      const blockers = removalOverBlockers(renovation.state);
      if (blockers.length) return refuse(...blockers);
      const unread = await this.unread(tx, actor, change);
      for (const changeId of unread) {
        const reading = { changeId, organisationId: actor.organisationId };
        await tx.insert(GroundReading, { ...reading, readBy: actor.userId, readOn: this.clock.today() });
      }
      if (unread.length) {
        const subject = { kind: 'renovation', id: renovation.id };
        const to = String(unread.length);
        await this.audit.record(tx, {
          ...{ actor, action: 'ground.read', subject, compoundId: compound.id, to },
        });
      }
      return done(zonesPaths.ground(code, sequenceOf(renovation)));
    });
  }

  private async unread(tx: EntityManager, actor: Actor, last: GroundChange): Promise<number[]> {
    const changes = await tx.find(GroundChange, {
      where: { renovationId: last.renovationId, id: LessThanOrEqual(last.id) },
      order: { id: 'ASC' },
    });
    const read = await tx.findBy(GroundReading, {
      organisationId: actor.organisationId,
      changeId: In(changes.map(({ id }) => id)),
    });
    return changes.map(({ id }) => id).filter((id) => !read.some(({ changeId }) => changeId === id));
  }
}

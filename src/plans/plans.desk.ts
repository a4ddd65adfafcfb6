import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { Actor } from '../domain/people/actor';
import { standingOf } from '../domain/plan/plan-version';
import { Notices } from '../notices/notices.service';
import { LinkedItem, PlanRecords } from './plan-records';
import { PlanDrawing, PlanItemHazard, PlanItemRecord, PlanItemWish, PlanVersion } from './plan.entities';

/** A compound with its current renovation and the latest version of its plan; null before each begins. */
export interface OpenPlan {
  compound: Compound;
  renovation: Renovation | null;
  version: PlanVersion | null;
}

/** The one way to plans: whoever asks gets one only if its compound lies in their scope. */
@Injectable()
export class PlanDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly notices: Notices,
  ) {}

  /** The plan of the current renovation of this compound. */
  async open(actor: Actor, code: string, from: EntityManager = this.reader.manager): Promise<OpenPlan> {
    const { compound, renovation } = await this.compounds.current(actor, code, from);
    const version = renovation && (await this.latest(renovation.id, from));
    return { compound, renovation, version };
  }

  /** The version with this id, with everything in it. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<PlanRecords> {
    const version = await from.findOneBy(PlanVersion, { id });
    if (!version) throw new NotFoundException();
    await this.compounds.findById(actor, version.compoundId, from);
    return this.records(version, from);
  }

  /** The item with this id, with its version. */
  async item(
    actor: Actor,
    id: number,
    from: EntityManager = this.reader.manager,
  ): Promise<{ item: LinkedItem; records: PlanRecords }> {
    const row = await from.findOneBy(PlanItemRecord, { id });
    if (!row) throw new NotFoundException();
    const records = await this.find(actor, row.versionId, from);
    return { item: (await this.linked([row], from))[0], records };
  }

  /** The latest version of a renovation that was not given up; null before the first. */
  async latest(renovationId: number, from: EntityManager = this.reader.manager): Promise<PlanVersion | null> {
    const versions = await this.all(renovationId, from);
    return versions.find(({ state }) => state !== 'dropped') ?? null;
  }

  /** The version of a renovation that was fixed last; null while none is. */
  fixed(renovationId: number): Promise<PlanVersion | null> {
    const where = { renovationId, state: 'fixed' as const };
    return this.reader.manager.findOne(PlanVersion, { where, order: { number: 'DESC' } });
  }

  /** Every version of a renovation, the latest first. */
  all(renovationId: number, from: EntityManager = this.reader.manager): Promise<PlanVersion[]> {
    return from.find(PlanVersion, { where: { renovationId }, order: { number: 'DESC' } });
  }

  /** Everything in a version. */
  async records(version: PlanVersion, from: EntityManager = this.reader.manager): Promise<PlanRecords> {
    const rows = await from.find(PlanItemRecord, {
      where: { versionId: version.id },
      order: { line: 'ASC' },
    });
    const items = await this.linked(rows, from);
    const drawings = await from.find(PlanDrawing, { where: { versionId: version.id }, order: { id: 'ASC' } });
    const notice = await this.notices.latestOf('plan', version.id, from);
    return {
      version,
      compound: await from.findOneByOrFail(Compound, { id: version.compoundId }),
      renovation: await from.findOneByOrFail(Renovation, { id: version.renovationId }),
      items: items.filter(({ removedOn }) => removedOn === null),
      removed: rows.filter(({ removedOn }) => removedOn !== null),
      drawingIds: drawings.map(({ fileId }) => fileId),
      notice,
      standing: standingOf(version, notice),
    };
  }

  private async linked(rows: readonly PlanItemRecord[], from: EntityManager): Promise<LinkedItem[]> {
    const itemId = In(rows.map(({ id }) => id));
    const order = { id: 'ASC' } as const;
    const hazards = await from.find(PlanItemHazard, { where: { itemId }, order });
    const wishes = await from.find(PlanItemWish, { where: { itemId }, order });
    return rows.map((row) => ({
      ...row,
      hazardIds: hazards.filter((one) => one.itemId === row.id).map(({ hazardId }) => hazardId),
      wishIds: wishes.filter((one) => one.itemId === row.id).map(({ wishId }) => wishId),
    }));
  }
}

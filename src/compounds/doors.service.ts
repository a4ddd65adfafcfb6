import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import {
  Door,
  DoorPattern,
  compareDoors,
  doorBlockers,
  newDoors,
  patternBlockers,
} from '../domain/compound/doors';
import { DwellingUse } from '../domain/compound/words';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { Compound } from './compound.entity';
import { CompoundDesk } from './compounds.desk';
import { DoorUses } from './door-uses';
import { Building, Dwelling } from './door.entities';

/** A door with the building it is in. */
export interface DoorLine extends Door {
  id: number;
  buildingId: number;
  use: DwellingUse;
  version: number;
}

interface DoorChange {
  unitNo: number;
  floorNo: number;
  roomNo: string;
  use: DwellingUse;
}

/** Buildings and doors: made by pattern, corrected by hand. */
@Injectable()
export class Doors {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly desk: CompoundDesk,
    private readonly uses: DoorUses,
    private readonly audit: AuditTrail,
  ) {}

  buildingsOf(compoundId: number, from: EntityManager = this.reader.manager): Promise<Building[]> {
    return from.find(Building, { where: { compoundId }, order: { id: 'ASC' } });
  }

  /** All doors of a compound in walking order. */
  async doorsOf(compoundId: number, from: EntityManager = this.reader.manager): Promise<DoorLine[]> {
    const buildings = new Map((await this.buildingsOf(compoundId, from)).map((one) => [one.id, one.no]));
    const dwellings = await from.findBy(Dwelling, { compoundId });
    return dwellings
      .map((one) => ({ ...one, buildingNo: buildings.get(one.buildingId)! }))
      .sort(compareDoors);
  }

  /** One door in the person's scope, with its compound. */
  async find(actor: Actor, id: number): Promise<{ door: DoorLine; compound: Compound }> {
    const dwelling = await this.reader.manager.findOneBy(Dwelling, { id });
    if (!dwelling) throw new NotFoundException();
    const compound = await this.desk.findById(actor, dwelling.compoundId);
    const door = (await this.doorsOf(compound.id)).find((one) => one.id === id)!;
    return { door, compound };
  }

  /** Makes the doors of a building by pattern; those already there stay. The value is how many are new. */
  async generate(
    actor: Actor,
    code: string,
    pattern: DoorPattern,
    building: { structure?: string; builtYear?: number },
  ): Promise<Outcome<number>> {
    return this.work.run(async (tx) => {
      const compound = await this.desk.find(actor, code, tx);
      const blockers = patternBlockers(pattern);
      if (blockers.length) return refuse(...blockers);
      const no = pattern.buildingNo.trim();
      const floors = pattern.firstFloor + pattern.floors - 1;
      const known = await tx.findOneBy(Building, { compoundId: compound.id, no });
      const { structure = null, builtYear = null } = building;
      const row = { compoundId: compound.id, no, floors, unitCount: pattern.units, structure, builtYear };
      const buildingId = known?.id ?? ((await tx.insert(Building, row)).identifiers[0].id as number);
      const doors = newDoors(pattern, await this.doorsOf(compound.id, tx));
      const rows = doors.map(({ buildingNo: _, ...door }) => ({
        ...door,
        buildingId,
        compoundId: compound.id,
      }));
      for (let start = 0; start < rows.length; start += 100)
        await tx.insert(Dwelling, rows.slice(start, start + 100));
      const subject = { kind: 'building', id: buildingId };
      await this.audit.record(tx, {
        actor,
        action: 'doors.generated',
        subject,
        compoundId: compound.id,
        to: `${rows.length}`,
      });
      return done(rows.length);
    });
  }

  /** Adds one door by hand. */
  async add(actor: Actor, buildingId: number, change: DoorChange): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { building, compound } = await this.building(actor, buildingId, tx);
      const door = { ...change, buildingNo: building.no };
      const blockers = doorBlockers(door, await this.doorsOf(compound.id, tx));
      if (blockers.length) return refuse(...blockers);
      const result = await tx.insert(Dwelling, { ...change, buildingId, compoundId: compound.id });
      const subject = { kind: 'dwelling', id: result.identifiers[0].id as number };
      await this.audit.record(tx, { actor, action: 'door.added', subject, compoundId: compound.id });
      return done(compound.code);
    });
  }

  /** Corrects a door. */
  async change(actor: Actor, id: number, version: number, change: DoorChange): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { dwelling, compound } = await this.dwelling(actor, id, tx);
      const doors = await this.doorsOf(compound.id, tx);
      const { buildingNo } = doors.find((one) => one.id === id)!;
      const blockers = doorBlockers(
        { ...change, buildingNo },
        doors.filter((one) => one.id !== id),
      );
      if (blockers.length) return refuse(...blockers);
      if (!(await updateAt(tx, Dwelling, { id: dwelling.id, version }, change))) return refuse(stale);
      await this.audit.record(tx, {
        actor,
        action: 'door.changed',
        subject: { kind: 'dwelling', id },
        compoundId: compound.id,
      });
      return done(compound.code);
    });
  }

  /** Takes a door off the list that was never there; refused once anything was recorded at it. */
  async remove(actor: Actor, id: number, version: number): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { dwelling, compound } = await this.dwelling(actor, id, tx);
      const uses = await this.uses.of(tx, id);
      if (uses.length) {
        return refuse(
          houseRule('door.in-use', `这一户已有${uses.join('、')}，不能删除。门牌写错了请修改房号`),
        );
      }
      const removed = await tx.delete(Dwelling, { id: dwelling.id, version });
      if (removed.affected !== 1) return refuse(stale);
      await this.audit.record(tx, {
        actor,
        action: 'door.removed',
        subject: { kind: 'dwelling', id },
        compoundId: compound.id,
      });
      return done(compound.code);
    });
  }

  async building(actor: Actor, id: number, from: EntityManager = this.reader.manager) {
    const building = await from.findOneBy(Building, { id });
    if (!building) throw new NotFoundException();
    return { building, compound: await this.desk.findById(actor, building.compoundId, from) };
  }

  private async dwelling(actor: Actor, id: number, tx: EntityManager) {
    const dwelling = await tx.findOneBy(Dwelling, { id });
    if (!dwelling) throw new NotFoundException();
    return { dwelling, compound: await this.desk.findById(actor, dwelling.compoundId, tx) };
  }
}

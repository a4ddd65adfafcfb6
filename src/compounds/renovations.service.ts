import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { Organisation } from '../access/entities';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { houseRule } from '../domain/kernel/blocker';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { PartyRole, openingBlockers, partyBlockers } from '../domain/renovation/opening';
import { Track, firstPosition, trackNames } from '../domain/renovation/stages';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { Compound } from './compound.entity';
import { CompoundDesk } from './compounds.desk';
import { compoundPaths } from './compounds.paths';
import { Renovation, RenovationParty } from './renovation.entities';

interface NewRenovation {
  name: string;
  track: Track;
  summary?: string;
  estimatedFen?: number;
  openedOn: CalendarDate;
}

/** A firm on a renovation, with its name. */
export interface PartyLine extends RenovationParty {
  firmName: string;
}

/** Opening renovations and naming the firms that work on them. */
@Injectable()
export class Renovations {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly desk: CompoundDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** All renovations of a compound, the newest first. */
  of(compoundId: number, from: EntityManager = this.reader.manager): Promise<Renovation[]> {
    return from.find(Renovation, { where: { compoundId }, order: { sequence: 'DESC' } });
  }

  /** The firms on a renovation, past ones included. */
  async partiesOf(renovationId: number): Promise<PartyLine[]> {
    const parties = await this.reader.manager.find(RenovationParty, {
      where: { renovationId },
      order: { id: 'ASC' },
    });
    const firms = await this.reader.manager.find(Organisation, { where: { kind: 'firm' } });
    const nameOf = (id: number) => firms.find((firm) => firm.id === id)?.name ?? '';
    return parties.map((party) => ({ ...party, firmName: nameOf(party.organisationId) }));
  }

  /** Opens a renovation; it becomes the current one. Only when the one before is over. */
  async open(actor: Actor, code: string, wanted: NewRenovation, onceKey: string): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, onceKey, async () => {
        const compound = await this.desk.find(actor, code, tx);
        const before = await this.of(compound.id, tx);
        const blockers = openingBlockers(before[0], wanted.openedOn, this.clock.today());
        if (blockers.length) return refuse(...blockers);
        await tx.update(Renovation, { compoundId: compound.id, isCurrent: true }, { isCurrent: false });
        const result = await tx.insert(Renovation, {
          ...firstPosition,
          ...wanted,
          compoundId: compound.id,
          sequence: (before[0]?.sequence ?? 0) + 1,
          isCurrent: true,
        });
        const id = result.identifiers[0].id as number;
        const step = {
          actor,
          action: 'renovation.opened',
          subject: { kind: 'renovation', id },
          compoundId: compound.id,
        };
        await this.audit.record(tx, { ...step, to: trackNames[wanted.track] });
        return done(compoundPaths.show(code));
      }),
    );
  }

  /** Puts a firm on the current renovation; from that day its people see the compound. */
  async assign(
    actor: Actor,
    code: string,
    wanted: { firmId: number; role: PartyRole; fromOn: CalendarDate },
  ): Promise<Outcome> {
    return this.work.run(async (tx) => {
      const compound = await this.desk.find(actor, code, tx);
      const renovation = await this.desk.currentRenovation(compound.id, tx);
      const firm = await tx.findOneBy(Organisation, { id: wanted.firmId, kind: 'firm' });
      if (!renovation) return refuse(houseRule('party.no-renovation', '这个楼院还没有改造项目，请先立项'));
      if (!firm) return refuse(houseRule('party.firm', '请选择一家企业'));
      const { role, fromOn } = wanted;
      const held = await tx.findBy(RenovationParty, { renovationId: renovation.id, organisationId: firm.id });
      const blockers = partyBlockers(
        firm.name,
        role,
        held.map((party) => party.role),
      );
      if (blockers.length) return refuse(...blockers);
      await tx.insert(RenovationParty, {
        renovationId: renovation.id,
        organisationId: firm.id,
        role,
        fromOn,
      });
      const subject = { kind: 'renovation', id: renovation.id };
      await this.audit.record(tx, {
        actor,
        action: 'renovation.firm-assigned',
        subject,
        compoundId: compound.id,
        to: firm.name,
      });
      return done(undefined);
    });
  }

  /** Ends a firm's work on a renovation today; its people see the compound until midnight. */
  async endParty(actor: Actor, id: number, version: number): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const party = await tx.findOneBy(RenovationParty, { id });
      if (!party) throw new NotFoundException();
      const renovation = await tx.findOneByOrFail(Renovation, { id: party.renovationId });
      const compound: Compound = await this.desk.findById(actor, renovation.compoundId, tx);
      if (!(await updateAt(tx, RenovationParty, { id, version }, { untilOn: this.clock.today() })))
        return refuse(stale);
      const subject = { kind: 'renovation', id: renovation.id };
      await this.audit.record(tx, {
        actor,
        action: 'renovation.firm-ended',
        subject,
        compoundId: compound.id,
      });
      return done(compound.code);
    });
  }
}

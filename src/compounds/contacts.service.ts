import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { consentBlockers } from '../domain/compound/consent';
import { ContactKind } from '../domain/compound/words';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { CompoundDesk } from './compounds.desk';
import { compoundPaths } from './compounds.paths';
import { CompoundContact } from './contact.entity';

interface ContactValues {
  kind: ContactKind;
  title: string;
  personName?: string;
  workPhone?: string;
  hours?: string;
  mayPublish: boolean;
  consentOn?: CalendarDate;
}

/** Whom residents may ask; a name or number is published only with the day the person agreed. */
@Injectable()
export class Contacts {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly desk: CompoundDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  of(compoundId: number, from: EntityManager = this.reader.manager): Promise<CompoundContact[]> {
    return from.find(CompoundContact, { where: { compoundId }, order: { position: 'ASC', id: 'ASC' } });
  }

  /** One contact with its compound, in the person's scope. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager) {
    const contact = await from.findOneBy(CompoundContact, { id });
    if (!contact) throw new NotFoundException();
    return { contact, compound: await this.desk.findById(actor, contact.compoundId, from) };
  }

  async add(actor: Actor, code: string, values: ContactValues, onceKey: string): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, onceKey, async () => {
        const compound = await this.desk.find(actor, code, tx);
        const refusal = consentBlockers(values, this.clock.today());
        if (refusal.length) return refuse(...refusal);
        const position = (await this.of(compound.id, tx)).length;
        const result = await tx.insert(CompoundContact, {
          ...columns(values),
          compoundId: compound.id,
          position,
        });
        const subject = { kind: 'contact', id: result.identifiers[0].id as number };
        await this.audit.record(tx, {
          actor,
          action: 'contact.added',
          subject,
          compoundId: compound.id,
          to: values.kind,
        });
        return done(compoundPaths.contacts(code));
      }),
    );
  }

  async change(actor: Actor, id: number, version: number, values: ContactValues): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { compound } = await this.find(actor, id, tx);
      const refusal = consentBlockers(values, this.clock.today());
      if (refusal.length) return refuse(...refusal);
      if (!(await updateAt(tx, CompoundContact, { id, version }, columns(values)))) return refuse(stale);
      const step = {
        actor,
        action: 'contact.changed',
        subject: { kind: 'contact', id },
        compoundId: compound.id,
      };
      await this.audit.record(tx, { ...step, to: values.mayPublish ? 'published' : 'not published' });
      return done(compoundPaths.contacts(compound.code));
    });
  }

  /** Takes a contact off; the record of the step stays, the person's data do not. */
  async remove(actor: Actor, id: number, version: number): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { compound } = await this.find(actor, id, tx);
      if ((await tx.delete(CompoundContact, { id, version })).affected !== 1) return refuse(stale);
      const subject = { kind: 'contact', id };
      await this.audit.record(tx, { actor, action: 'contact.removed', subject, compoundId: compound.id });
      return done(compoundPaths.contacts(compound.code));
    });
  }
}

const columns = ({ personName, workPhone, hours, consentOn, ...rest }: ContactValues) => ({
  ...rest,
  personName: personName ?? null,
  workPhone: workPhone ?? null,
  hours: hours ?? null,
  consentOn: consentOn ?? null,
});

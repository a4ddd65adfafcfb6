import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { publicContacts } from '../domain/disclosure/contacts';
import { redact } from '../domain/disclosure/redaction';
import { Clock } from '../platform/clock/clock';
import { CompoundContact } from './contact.entity';

/** Which numbers everybody may read: those of the contacts who agreed to it; redaction leaves them in a text. */
@Injectable()
export class PublishedPhones {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(compoundId: number, from: EntityManager = this.reader.manager): Promise<string[]> {
    const contacts = await from.findBy(CompoundContact, { compoundId });
    return publicContacts(contacts, this.clock.today()).flatMap(({ dial }) => dial ?? []);
  }

  /** Hides in the texts of a compound what residents may not read. */
  async maskFor(compoundId: number, from?: EntityManager): Promise<(text: string) => string> {
    const phones = await this.of(compoundId, from);
    return (text) => redact(text, { phones }).text;
  }
}

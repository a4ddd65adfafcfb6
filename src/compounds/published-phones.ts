import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { CompoundContact } from './contact.entity';

/** Which numbers everybody may read: those of the contacts who agreed to it; redaction leaves them in a text. */
@Injectable()
export class PublishedPhones {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  async of(compoundId: number, from: EntityManager = this.reader.manager): Promise<string[]> {
    const contacts = await from.findBy(CompoundContact, { compoundId, mayPublish: true });
    return contacts.flatMap(({ workPhone }) => workPhone ?? []);
  }
}

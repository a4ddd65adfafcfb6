import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { WayFacts } from '../domain/removal/removal-ways';
import { StatutoryCases } from '../enforcement/statutory-cases';
import { StructureEvent, StructureRecord } from '../structures/structure.entities';
import { StructureAtPlace, StructureDesk } from '../structures/structures.desk';
import { KnownCase, countByKind } from './removal-judging';

/** What the law is asked about structures: their sheets, signed papers and statutory cases together. */
@Injectable()
export class RemovalCases {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: StructureDesk,
    private readonly statutory: StatutoryCases,
  ) {}

  /** What the choice of a way is judged by, for each of these structures; a few statements however many they are. */
  async wayFacts(
    structures: readonly StructureRecord[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, WayFacts>> {
    const files = await this.desk.files(
      structures.map(({ id }) => id),
      from,
    );
    const cases = await this.statutory.of(structures, from);
    const consents = new Map<number, number>();
    for (const { structureId, kind } of files)
      if (kind === 'consent') consents.set(structureId, (consents.get(structureId) ?? 0) + 1);
    return new Map(
      structures.map((one) => [
        one.id,
        {
          sheet: one,
          consent: signedConsent(one, consents.get(one.id) ?? 0),
          hasHardship: one.hasHardship,
          careSignedOff: one.careSignedOn !== null,
          cutsUtilities: false,
          statutory: cases.get(one.id)!,
        },
      ]),
    );
  }

  /** One structure with everything its steps are judged by. */
  async known(found: StructureAtPlace, from: EntityManager = this.reader.manager): Promise<KnownCase> {
    const { structure } = found;
    const events = await this.events(structure.id, from);
    const files = await this.desk.files([structure.id], from);
    const ways = (await this.wayFacts([structure], from)).get(structure.id)!;
    return { found, ways, events, files, counts: countByKind(files) };
  }

  /** Every step taken with a structure, the first one first. */
  private events(structureId: number, from: EntityManager): Promise<StructureEvent[]> {
    return from.find(StructureEvent, { where: { structureId }, order: { id: 'ASC' } });
  }
}

const signedConsent = (
  { consentSignedOn, identityChecked, removeByOn }: StructureRecord,
  files: number,
): WayFacts['consent'] =>
  consentSignedOn === null ? null : { signedOn: consentSignedOn, identityChecked, removeByOn, files };

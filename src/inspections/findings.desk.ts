import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { CheckedSite, CheckSites } from './check-sites';
import { FindingFile, FindingRecord, FindingStepRecord, InspectionRecord } from './finding.entities';

/** A step with the ids of its photos. */
export type SeenFindingStep = FindingStepRecord & { photoIds: number[] };

/** A finding with its steps in their order, and its photos: as it was found, and as it was mended last. */
export type SeenFinding = FindingRecord & {
  steps: SeenFindingStep[];
  before: number[];
  after: number[];
};

/** Where something that was looked at stands. */
export interface CheckPlace {
  compound: Compound;
  renovation: Renovation;
  site: CheckedSite;
}

export interface FindingAtPlace extends CheckPlace {
  finding: SeenFinding;
}

export interface InspectionAtPlace extends CheckPlace {
  inspection: InspectionRecord;
  /** Those of its findings this person sees, by their numbers. */
  findings: SeenFinding[];
}

/** The one way to rounds and findings: whoever asks gets one only if its compound, and its item, are theirs to see. */
@Injectable()
export class FindingDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly sites: CheckSites,
  ) {}

  /** The finding with this id. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<FindingAtPlace> {
    const row = await from.findOneBy(FindingRecord, { id });
    if (!row) throw new NotFoundException();
    const place = await this.place(actor, row, from);
    if (!place.site.sees(row.itemId)) throw new NotFoundException();
    return { ...place, finding: (await this.seen([row], from))[0] };
  }

  /** The round with this id; a builder sees one of which something concerns it, and one that found nothing. */
  async inspection(
    actor: Actor,
    id: number,
    from: EntityManager = this.reader.manager,
  ): Promise<InspectionAtPlace> {
    const inspection = await from.findOneBy(InspectionRecord, { id });
    if (!inspection) throw new NotFoundException();
    const place = await this.place(actor, inspection, from);
    const rows = await from.find(FindingRecord, { where: { inspectionId: id }, order: { number: 'ASC' } });
    if (!seesRound(actor, inspection, rows, place.site)) throw new NotFoundException();
    const visible = rows.filter(({ itemId }) => place.site.sees(itemId));
    return { ...place, inspection, findings: await this.seen(visible, from) };
  }

  /** The compound and renovation of a row, and what this person sees of its works. */
  async place(
    actor: Actor,
    { compoundId, renovationId }: { compoundId: number; renovationId: number },
    from: EntityManager = this.reader.manager,
  ): Promise<CheckPlace> {
    const compound = await this.compounds.findById(actor, compoundId, from);
    const renovation = await from.findOneByOrFail(Renovation, { id: renovationId });
    return { compound, renovation, site: await this.sites.of(actor, renovation, from) };
  }

  /** These findings with steps and photos, in the order given. */
  async seen(
    rows: readonly FindingRecord[],
    from: EntityManager = this.reader.manager,
  ): Promise<SeenFinding[]> {
    if (!rows.length) return [];
    const findingId = In(rows.map(({ id }) => id));
    const steps = groupBy(
      await from.find(FindingStepRecord, { where: { findingId }, order: { id: 'ASC' } }),
      (step) => step.findingId,
    );
    const files = groupBy(
      await from.find(FindingFile, { where: { findingId }, order: { id: 'ASC' } }),
      (file) => file.findingId,
    );
    return rows.map((row) => {
      const photosOf = (stepId: number | null) =>
        (files.get(row.id) ?? []).filter((file) => file.stepId === stepId).map(({ fileId }) => fileId);
      const own = (steps.get(row.id) ?? []).map((step) => ({ ...step, photoIds: photosOf(step.id) }));
      const mended = own.findLast(({ step }) => step === 'mend');
      return { ...row, steps: own, before: photosOf(null), after: mended?.photoIds ?? [] };
    });
  }
}

/** May this person read of this round? What concerns only other builders is theirs. */
export const seesRound = (
  { role, organisationId }: Actor,
  round: Pick<InspectionRecord, 'firmId'>,
  findings: readonly Pick<FindingRecord, 'itemId'>[],
  site: CheckedSite,
): boolean =>
  role !== 'contractor' ||
  round.firmId === organisationId ||
  findings.length === 0 ||
  findings.some(({ itemId }) => site.sees(itemId));

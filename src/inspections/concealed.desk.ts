import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import type { PlacedItem } from '../works/works.desk';
import { ConcealedFile, ConcealedRecord, ConcealedStepRecord } from './concealed.entities';
import { CheckPlace, FindingDesk } from './findings.desk';

/** A step with the ids of its photos. */
export type SeenConcealedStep = ConcealedStepRecord & { photoIds: number[] };

/** A concealed work with its steps in their order. */
export type SeenConcealed = ConcealedRecord & { steps: SeenConcealedStep[] };

export interface ConcealedAtPlace extends CheckPlace {
  work: SeenConcealed;
  item: PlacedItem;
}

/** The one way to concealed works: whoever asks gets one only if its compound, and its item, are theirs to see. */
@Injectable()
export class ConcealedDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly findings: FindingDesk,
  ) {}

  /** The concealed work with this id. */
  async find(actor: Actor, id: number, from: EntityManager = this.reader.manager): Promise<ConcealedAtPlace> {
    const row = await from.findOneBy(ConcealedRecord, { id });
    if (!row) throw new NotFoundException();
    const place = await this.findings.place(actor, row, from);
    const item = place.site.visible.find((one) => one.id === row.itemId);
    if (!item) throw new NotFoundException();
    return { ...place, item, work: (await this.seen([row], from))[0] };
  }

  /** These works with steps and photos, in the order given. */
  async seen(
    rows: readonly ConcealedRecord[],
    from: EntityManager = this.reader.manager,
  ): Promise<SeenConcealed[]> {
    if (!rows.length) return [];
    const steps = await from.find(ConcealedStepRecord, {
      where: { concealedId: In(rows.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    const files = groupBy(
      await from.find(ConcealedFile, {
        where: { stepId: In(steps.map(({ id }) => id)) },
        order: { id: 'ASC' },
      }),
      ({ stepId }) => stepId,
    );
    const seen = steps.map((step) => ({
      ...step,
      photoIds: (files.get(step.id) ?? []).map(({ fileId }) => fileId),
    }));
    const byWork = groupBy(seen, ({ concealedId }) => concealedId);
    return rows.map((row) => ({ ...row, steps: byWork.get(row.id) ?? [] }));
  }
}

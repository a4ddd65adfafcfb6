import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { StructureEvent } from '../structures/structure.entities';
import { StructureAtPlace, StructureDesk } from '../structures/structures.desk';
import { CaseRecords, FoundPaper } from './case-records';
import { StatutoryHalt, StatutoryPaper, StatutoryPaperFile, StatutoryStanding } from './enforcement.entities';

/** A structure with everything recorded of its statutory cases. */
export interface CaseAtPlace extends StructureAtPlace {
  records: CaseRecords;
}

/** The one way to statutory cases: whoever asks gets one only if its compound lies in their scope. */
@Injectable()
export class EnforcementDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly structures: StructureDesk,
  ) {}

  /** The case of this structure. */
  async find(actor: Actor, structureId: number, from = this.reader.manager): Promise<CaseAtPlace> {
    return this.withRecords(await this.structures.find(actor, structureId, from), from);
  }

  /** The paper with this id, with its case. */
  async paper(
    actor: Actor,
    id: number,
    from = this.reader.manager,
  ): Promise<CaseAtPlace & { paper: FoundPaper }> {
    const row = await from.findOneBy(StatutoryPaper, { id });
    if (!row) throw new NotFoundException();
    const found = await this.find(actor, row.structureId, from);
    return { ...found, paper: found.records.papers.find((paper) => paper.id === id)! };
  }

  /** The halt with this id, with its case. */
  async halt(
    actor: Actor,
    id: number,
    from = this.reader.manager,
  ): Promise<CaseAtPlace & { halt: StatutoryHalt }> {
    const halt = await from.findOneBy(StatutoryHalt, { id });
    if (!halt) throw new NotFoundException();
    return { ...(await this.find(actor, halt.structureId, from)), halt };
  }

  /** A structure whose scope was asked already, with its records. */
  async withRecords(found: StructureAtPlace, from = this.reader.manager): Promise<CaseAtPlace> {
    const { id } = found.structure;
    return { ...found, records: (await this.records([id], from)).get(id)! };
  }

  /** Everything recorded of these structures; as many statements for a hundred as for one. */
  async records(
    ids: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, CaseRecords>> {
    const where = { structureId: In([...ids]) };
    const order = { id: 'ASC' } as const;
    const papers = ids.length ? await from.find(StatutoryPaper, { where, order }) : [];
    const files = papers.length ? await this.files(papers, from) : [];
    const halts = ids.length ? await from.find(StatutoryHalt, { where, order }) : [];
    const standings = ids.length ? await from.findBy(StatutoryStanding, where) : [];
    const returns = ids.length ? await this.returns(ids, from) : [];
    const of = {
      papers: byStructure(papers),
      halts: byStructure(halts),
      standings: byStructure(standings),
      returns: byStructure(returns),
    };
    const filesOf = groupBy(files, ({ paperId }) => paperId);
    return new Map(
      ids.map((id) => [
        id,
        {
          round: of.returns.get(id)?.length ?? 0,
          papers: (of.papers.get(id) ?? []).map((paper) => ({
            ...paper,
            files: filesOf.get(paper.id) ?? [],
          })),
          halts: of.halts.get(id) ?? [],
          standings: of.standings.get(id) ?? [],
        },
      ]),
    );
  }

  private files(papers: readonly StatutoryPaper[], from: EntityManager): Promise<StatutoryPaperFile[]> {
    const paperId = In(papers.map(({ id }) => id));
    return from.find(StatutoryPaperFile, { where: { paperId }, order: { id: 'ASC' } });
  }

  /** What was gone and came back is a new structure: the papers against the old one do not reach it. */
  private returns(ids: readonly number[], from: EntityManager): Promise<StructureEvent[]> {
    return from.findBy(StructureEvent, {
      ...{ structureId: In([...ids]), step: 'reopen', fromState: 'verified' },
    });
  }
}

const byStructure = <Row extends { structureId: number }>(rows: readonly Row[]) =>
  groupBy(rows, ({ structureId }) => structureId);

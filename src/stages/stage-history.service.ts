import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { UserAccount } from '../access/entities';
import { FileTotals } from '../files/files.totals';
import { StoredFile } from '../files/stored-file.entity';
import { Milestone } from './evidence.entities';
import { PlanBaseline, StageForecast } from './schedule.entities';
import { baselinesOf } from './schedules.service';
import { StageMove } from './stage-move.entity';

/** Everything that was ever said of one renovation at the desk, newest first except the plans. */
export interface StageRecord {
  baselines: PlanBaseline[];
  forecasts: StageForecast[];
  moves: StageMove[];
  /** Also those that no longer count. */
  milestones: Milestone[];
  /** The documents of the milestones, by id. */
  documents: ReadonlyMap<number, StoredFile>;
  /** Names of the people who wrote it, by id. */
  names: ReadonlyMap<number, string>;
}

/** The record of a renovation: plans, expected days, moves, evidence. */
@Injectable()
export class StageHistory {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly files: FileTotals,
  ) {}

  async of(renovationId: number): Promise<StageRecord> {
    const newestFirst = { where: { renovationId }, order: { id: 'DESC' } } as const;
    const { manager } = this.reader;
    const [baselines, forecasts, moves, milestones] = await Promise.all([
      baselinesOf(renovationId, manager),
      manager.find(StageForecast, newestFirst),
      manager.find(StageMove, newestFirst),
      manager.find(Milestone, newestFirst),
    ]);
    const people = [
      ...baselines.map(({ setBy }) => setBy),
      ...forecasts.map(({ saidBy }) => saidBy),
      ...moves.map(({ movedBy }) => movedBy),
      ...milestones.map(({ recordedBy }) => recordedBy),
    ];
    const documents = await this.files.byId(milestones.map(({ documentId }) => documentId));
    return { baselines, forecasts, moves, milestones, documents, names: await this.namesOf(people) };
  }

  /** Id of the newest milestone of a renovation, 0 for none. */
  async newestMilestone(renovationId: number): Promise<number> {
    return (await this.reader.manager.maximum(Milestone, 'id', { renovationId })) ?? 0;
  }

  /** The document of a milestone, and who recorded it. */
  async about({ documentId, recordedBy }: Milestone): Promise<{ document?: StoredFile; byName: string }> {
    const [documents, names] = await Promise.all([this.files.byId([documentId]), this.namesOf([recordedBy])]);
    return { document: documents.get(documentId), byName: names.get(recordedBy) ?? '' };
  }

  private async namesOf(ids: number[]): Promise<Map<number, string>> {
    const people = await this.reader.manager.find(UserAccount, {
      where: { id: In([...new Set(ids)]) },
      select: { id: true, name: true },
    });
    return new Map(people.map(({ id, name }) => [id, name]));
  }
}

import { Injectable, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, LessThan } from 'typeorm';
import { BatchState } from '../domain/exchange/import-batch';
import { Clock } from '../platform/clock/clock';
import { ImportJobs } from './import-jobs';
import { ImportBatch } from './import.entities';
import { Imports } from './imports.service';

const backTo: Partial<Record<BatchState, [BatchState, string]>> = {
  comparing: ['read', '核对被中断了，请再对一次栏目'],
  importing: ['compared', '导入被中断了，什么都没有写入，请再确认一次'],
  undoing: ['imported', '撤销被中断了，什么都没有改动，请再试一次'],
};

const lookEveryMs = 30_000;
/** Far longer than any import works; another process may be the one that works. */
const givenUpAfterMs = 120_000;

/** Work that a restart cut off wrote nothing; its imports are put back where a person can go on. */
@Injectable()
export class ImportRecovery implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly imports: Imports,
    private readonly jobs: ImportJobs,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look().catch(() => undefined), lookEveryMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Puts back every import whose work has long been silent. */
  async look(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - givenUpAfterMs).toISOString();
    const states = Object.keys(backTo) as BatchState[];
    const silent = await this.reader.manager.findBy(ImportBatch, {
      state: In(states),
      workingSince: LessThan(before),
    });
    for (const { id, state } of silent) {
      if (this.jobs.progressOf(id)) continue;
      const [to, notice] = backTo[state]!;
      await this.imports.setBack(id, state, to, notice);
    }
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable, Logger, OnModuleDestroy } from '@nestjs/common';

/** How far a piece of background work is. */
export interface Progress {
  done: number;
  total: number;
}

/** Called by the work after every few rows; lets all other work of the process pass. */
export type Report = (done: number, total: number) => Promise<void>;

const patienceMs = 700;

/** Work on an import that outlives its request: shown while it goes on, finished before the process ends. */
@Injectable()
export class ImportJobs implements OnModuleDestroy {
  private readonly log = new Logger('imports');
  private readonly running = new Map<number, { progress: Progress; end: Promise<void> }>();

  /** Begins work on a batch, after any that still goes on; `mishap` puts the batch right when the work broke. */
  start(batchId: number, work: (report: Report) => Promise<void>, mishap: () => Promise<void>): void {
    const progress: Progress = { done: 0, total: 0 };
    const report: Report = async (done, total) => {
      Object.assign(progress, { done, total });
      await nextTurn();
    };
    const before = this.running.get(batchId)?.end ?? Promise.resolve();
    const end = before
      .then(() => work(report))
      .catch(async (error: unknown) => {
        this.log.error({ import: batchId, error: error instanceof Error ? error.stack : String(error) });
        await mishap();
      })
      .catch((error: unknown) => this.log.error({ import: batchId, error: String(error) }))
      .finally(() => {
        if (this.running.get(batchId) === job) this.running.delete(batchId);
      });
    const job = { progress, end };
    this.running.set(batchId, job);
  }

  /** How far the work on a batch is; undefined when none goes on in this process. */
  progressOf(batchId: number): Progress | undefined {
    return this.running.get(batchId)?.progress;
  }

  /** Waits a moment for the work, so that a short one needs no progress page. */
  async briefly(batchId: number): Promise<void> {
    const end = this.running.get(batchId)?.end;
    if (!end) return;
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([end, new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)))]);
    clearTimeout(timer);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ end }) => end));
  }
}

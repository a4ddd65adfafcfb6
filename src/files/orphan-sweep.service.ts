import { join } from 'node:path';
import {
  BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { clearFolder } from './file-store';
import { StoredFile } from './stored-file.entity';
import { Uploads } from './uploads.service';

const dayMilliseconds = 24 * 60 * 60 * 1000;
const askedAtOnce = 200;
/** More orphans than this, and more than there are known files, mean a wrong database rather than forgotten files. */
const mostOrphans = 500;

/** What was taken away. */
export interface Swept {
  orphans: number;
  temporary: number;
}

/**
 * Takes away files that no row knows (a form that was refused, a crash between disk and database) and temporary
 * files, once they are a day old: at the start and daily.
 */
@Injectable()
export class OrphanSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('files');
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly uploads: Uploads,
    private readonly clock: Clock,
    @InjectDataSource('reports') private readonly reader: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.start();
    this.timer = setInterval(() => this.start(), dayMilliseconds).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Sweeps once. What was prepared since the last sweep stays, also when the clock was set forward meanwhile. */
  async sweep(): Promise<Swept> {
    const before = new Date(this.clock.now().getTime() - dayMilliseconds);
    const young = this.uploads.takeYoung();
    const old: string[] = [];
    for await (const file of this.uploads.store.list()) {
      if (file.writtenAt < before && !young.has(file.storedName)) old.push(file.storedName);
    }
    const orphans = await this.unknownOf(old);
    if (orphans.length > mostOrphans && orphans.length > old.length / 2) {
      throw new Error(
        `${orphans.length} of ${old.length} files are in no row; is this the right database? Nothing was removed`,
      );
    }
    for (const storedName of orphans) await this.uploads.store.remove(storedName);
    const temporary =
      (await this.uploads.store.clearIncoming(before)) +
      (await clearFolder(join(this.config.dataDir, 'tmp'), before));
    return { orphans: orphans.length, temporary };
  }

  private start(): void {
    this.running = this.sweep().then(
      ({ orphans, temporary }) => {
        if (orphans + temporary > 0) this.log.log({ event: 'files.swept', orphans, temporary });
      },
      (error: unknown) => this.log.error({ event: 'files.sweep-stopped', error: String(error) }),
    );
  }

  /** Which of these names does no row know? */
  private async unknownOf(names: readonly string[]): Promise<string[]> {
    const unknown: string[] = [];
    for (let from = 0; from < names.length; from += askedAtOnce) {
      const asked = names.slice(from, from + askedAtOnce);
      const rows = await this.reader.manager.find(StoredFile, {
        select: { storedName: true },
        where: { storedName: In(asked) },
      });
      const known = new Set(rows.map((row) => row.storedName));
      unknown.push(...asked.filter((name) => !known.has(name)));
    }
    return unknown;
  }
}

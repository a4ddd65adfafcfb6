import { Injectable, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** How often this process looks whether another one (a command, a second server) has written. */
const lookEveryMs = 400;

/** A number that changes whenever anything in the database may have changed; what was read before is then checked again. */
@Injectable()
export class DataVersion implements OnApplicationBootstrap, OnModuleDestroy {
  private epoch = 1;
  private seen: number | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  get current(): number {
    return this.epoch;
  }

  /** Called by the unit of work after every commit of this process. */
  changed(): void {
    this.epoch += 1;
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), lookEveryMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Reads the number every unit of work raises; a write by another process shows here. */
  async look(): Promise<void> {
    const version = await this.read().catch(() => undefined);
    if (version === this.seen) return;
    this.seen = version;
    this.epoch += 1;
  }

  /** The number as the database has it now. */
  async read(): Promise<number> {
    const [row] = (await this.reader.query('SELECT version FROM data_version')) as { version: number }[];
    return Number(row.version);
  }
}

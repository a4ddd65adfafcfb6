import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { AuditTrail } from '../audit/audit.service';
import { Clock } from '../platform/clock/clock';

/** What the last walk along the chain of the record found, and when. */
export interface ChainFinding {
  entries: number;
  brokenAt: number | null;
  checkedAt: string;
}

/** A walk takes its time, so what it found stands for so long. */
const freshForMs = 10 * 60 * 1000;

/** A page waits so long for a walk, and then shows what the one before found. */
const patienceMs = 400;

/** Does the record still hold? Walked again when somebody looks and the last walk is old. */
@Injectable()
export class ChainState {
  private readonly log = new Logger('audit');
  private known: ChainFinding | null = null;
  private walking: Promise<void> | undefined;
  private walkedAt = 0;

  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What is known; null while the first walk is still under way. */
  async find(): Promise<ChainFinding | null> {
    const now = this.clock.now().getTime();
    if (!this.walking && Math.abs(now - this.walkedAt) > freshForMs) {
      this.walkedAt = now;
      this.walking = this.walk();
    }
    if (this.walking) await Promise.race([this.walking, setTimeout(patienceMs, undefined, { ref: false })]);
    return this.known;
  }

  private async walk(): Promise<void> {
    try {
      const { broken, entries } = await this.audit.verify();
      this.known = { entries, brokenAt: broken?.id ?? null, checkedAt: this.clock.nowAt() };
    } catch (error) {
      this.walkedAt = 0;
      this.log.error({ event: 'audit.walk-stopped', error: String(error) });
    } finally {
      this.walking = undefined;
    }
  }
}

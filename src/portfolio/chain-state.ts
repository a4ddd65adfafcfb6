import { Injectable } from '@nestjs/common';
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

/** Does the record still hold? Walked again when somebody looks and the last walk is old. */
@Injectable()
export class ChainState {
  private last: Promise<ChainFinding> | undefined;
  private walkedAt = 0;

  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  find(): Promise<ChainFinding> {
    const now = this.clock.now().getTime();
    if (!this.last || Math.abs(now - this.walkedAt) > freshForMs) {
      this.walkedAt = now;
      this.last = this.walk();
      this.last.catch(() => (this.last = undefined));
    }
    return this.last;
  }

  private async walk(): Promise<ChainFinding> {
    const { broken, entries } = await this.audit.verify();
    return { entries, brokenAt: broken?.id ?? null, checkedAt: this.clock.nowAt() };
  }
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { cut } from '../domain/kernel/text';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { AuditEntry } from './audit-entry.entity';
import { firstBroken, genesisHash, hashOf } from './chain';

/** One step to be recorded. Values are states, numbers and days in words; never personal data. */
export interface AuditStep {
  actor: Actor | null;
  /** '<subject>.<past participle>', as in 'survey.signed'. */
  action: string;
  subject: { kind: string; id: number | string };
  /** Given when the step belongs to a compound: its public pages are renewed. */
  compoundId?: number;
  from?: string | null;
  to?: string | null;
  reason?: string | null;
}

/** The append-only, hash-chained record of who did what, written in the same transaction as the step itself. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly clock: Clock,
    @InjectDataSource('reports') private readonly reports: DataSource,
  ) {}

  /** Appends one entry inside a unit of work, and renews the compound's revision. */
  async record(tx: EntityManager, step: AuditStep): Promise<void> {
    await this.recordAll(tx, [step]);
  }

  /** Appends many entries at once, in this order, and renews the revisions of their compounds. */
  async recordAll(tx: EntityManager, steps: readonly AuditStep[]): Promise<void> {
    const last = await tx
      .createQueryBuilder(AuditEntry, 'entry')
      .select(['entry.id', 'entry.hash'])
      .orderBy('entry.id', 'DESC')
      .limit(1)
      .getOne();
    let before = { id: last?.id ?? 0, hash: last?.hash ?? genesisHash };
    for (let from = 0; from < steps.length; from += entriesPerInsert) {
      const some = steps.slice(from, from + entriesPerInsert);
      const entries = some.map((step) => (before = this.entryAfter(before, step)));
      await tx.createQueryBuilder().insert().into(AuditEntry).values(entries).updateEntity(false).execute();
      await bumpRevisions(tx, some);
    }
  }

  private entryAfter(before: { id: number; hash: string }, step: AuditStep): AuditEntry {
    const entry: Omit<AuditEntry, 'hash'> = {
      id: before.id + 1,
      at: this.clock.nowAt(),
      userId: step.actor?.userId ?? null,
      role: step.actor?.role ?? null,
      organisationId: step.actor?.organisationId ?? null,
      action: step.action,
      subjectKind: step.subject.kind,
      subjectId: String(step.subject.id),
      compoundId: step.compoundId ?? null,
      fromValue: short(step.from),
      toValue: short(step.to),
      reason: step.reason ?? null,
      previousHash: before.hash,
    };
    return { ...entry, hash: hashOf(entry) };
  }

  /** Walks the whole chain; names the first broken entry, or how many entries hold. */
  async verify(): Promise<{ broken?: { id: number; reason: string }; entries: number }> {
    let last = { id: 0, hash: genesisHash };
    for (;;) {
      const page = await this.reports
        .createQueryBuilder(AuditEntry, 'entry')
        .where('entry.id > :id', { id: last.id })
        .orderBy('entry.id')
        .limit(5000)
        .getMany();
      if (!page.length) return { entries: last.id };
      const found = firstBroken(page, last);
      if (found.broken) return { broken: found.broken, entries: found.last.id };
      last = found.last;
    }
  }
}

const entriesPerInsert = 200;

/** Makes every public page of these compounds be rendered anew. */
async function bumpRevisions(tx: EntityManager, steps: readonly AuditStep[]): Promise<void> {
  const times = new Map<number, number>();
  for (const { compoundId } of steps) if (compoundId) times.set(compoundId, (times.get(compoundId) ?? 0) + 1);
  for (const by of new Set(times.values())) {
    const ids = [...times].filter(([, count]) => count === by).map(([id]) => id);
    const places = ids.map((_, index) => `$${index + 2}`).join(', ');
    await tx.query(`UPDATE compound SET revision = revision + $1 WHERE id IN (${places})`, [by, ...ids]);
  }
}

const short = (value?: string | null) => (value === undefined || value === null ? null : cut(value, 400));

import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Blocker } from '../../domain/kernel/blocker';
import { Outcome } from '../../domain/kernel/outcome';
import { DataVersion } from './data-version';

interface Unit {
  tx: EntityManager;
  finished: boolean;
  refused: boolean;
}

/** The one query runner of the writer connection, with what TypeORM remembers of its transaction. */
interface Runner {
  query: (...args: unknown[]) => Promise<unknown>;
  isTransactionActive: boolean;
}

/** Carries a refusal out of the transaction, so that it rolls back. */
class Refused<T> extends Error {
  constructor(readonly outcome: Outcome<T>) {
    super('refused');
  }
}

/**
 * The one door for writes. SQLite has one writer and TypeORM gives its SQLite drivers one connection, so
 * overlapping transactions would share it and roll each other back; here they queue.
 */
@Injectable()
export class UnitOfWork implements OnModuleInit {
  private last: Promise<unknown> = Promise.resolve();
  private readonly current = new AsyncLocalStorage<Unit>();
  private runner: Runner;

  constructor(
    @InjectDataSource('writer') private readonly writer: DataSource,
    private readonly version: DataVersion,
  ) {}

  /** Refuses every statement on the writer that does not belong to a unit of work still running. */
  onModuleInit(): void {
    this.runner = this.writer.createQueryRunner() as never;
    const query = this.runner.query.bind(this.runner);
    this.runner.query = (...args) => {
      const unit = this.current.getStore();
      if (!unit) throw new Error('A write outside a unit of work');
      if (unit.finished)
        throw new Error('A write after its unit of work had ended: something was not awaited');
      return query(...args);
    };
  }

  /**
   * Runs work in one transaction: everything it wrote stays, or nothing. A refusal and a throw roll back.
   * A run inside a run joins the outer one. Await only the database inside.
   */
  async run<T>(work: (tx: EntityManager) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const outer = this.current.getStore();
    if (outer) return this.join(outer, work);
    const mine = this.last.then(() => this.transact(work));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async join<T>(outer: Unit, work: (tx: EntityManager) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (outer.finished)
      throw new Error('A unit of work was joined after it had ended: something was not awaited');
    const outcome = await work(outer.tx);
    if (!outcome.ok) outer.refused = true;
    return outcome;
  }

  private async transact<T>(work: (tx: EntityManager) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const unit: Unit = { tx: this.writer.manager, finished: false, refused: false };
    return this.current.run(unit, async () => {
      try {
        const outcome = await this.writer.transaction(async (tx) => {
          unit.tx = tx;
          // A write first: it takes the lock before anything is read, and is the version other processes see.
          await tx.query('UPDATE data_version SET version = version + 1 WHERE id = 1');
          const outcome = await work(tx);
          if (!outcome.ok) throw new Refused(outcome);
          if (unit.refused) throw new Error('A refused step was followed by an accepted unit of work');
          return outcome;
        });
        this.version.changed();
        return outcome;
      } catch (error) {
        await this.endTransaction();
        if (error instanceof Refused) return error.outcome as Outcome<T>;
        throw error;
      } finally {
        unit.finished = true;
      }
    });
  }

  /**
   * When the disk is full SQLite rolls back by itself; TypeORM's own ROLLBACK then fails, and it would take every later
   * transaction for a savepoint inside this one: acknowledged, and never committed.
   */
  private async endTransaction(): Promise<void> {
    if (!this.runner.isTransactionActive) return;
    await this.runner.query('ROLLBACK').catch(() => undefined);
    Object.assign(this.runner, { isTransactionActive: false, transactionDepth: 0 });
  }
}

/** What a person is told whose page was older than the record. */
export const stale: Blocker = {
  code: 'record.stale',
  level: 'law',
  text: '这条记录刚被别人改过。您的内容还在下面，请核对最新内容后再保存',
};

/** Changes a row only if it still has the version the person saw; false when somebody was faster. */
export async function updateAt<Entity extends ObjectLiteral & { id: number; version: number }>(
  tx: EntityManager,
  entity: EntityTarget<Entity>,
  where: { id: number; version: number },
  change: QueryDeepPartialEntity<Entity>,
): Promise<boolean> {
  const result = await tx
    .createQueryBuilder()
    .update(entity)
    .set({ ...change, version: () => 'version + 1' } as QueryDeepPartialEntity<Entity>)
    .where('id = :id AND version = :version', where)
    .execute();
  return result.affected === 1;
}

import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { OnceKeyRecord } from './entities';

/** Makes a repeated post harmless: the second one is told where the first one led. */
@Injectable()
export class OnceKeys {
  constructor(private readonly clock: Clock) {}

  /**
   * Inside a unit of work: does `create` for a new key and remembers the path it led to; for a key already used
   * by this person returns that path and does nothing.
   */
  async once(
    tx: EntityManager,
    actor: Actor,
    key: string,
    create: () => Promise<Outcome<string>>,
  ): Promise<Outcome<string>> {
    const userId = actor.userId;
    const before = await tx.findOneBy(OnceKeyRecord, { key });
    if (before) return before.userId === userId ? done(before.path) : refuse(somebodyElses);
    const outcome = await create();
    if (outcome.ok) {
      await tx.insert(OnceKeyRecord, { key, userId, path: outcome.value, createdAt: this.clock.nowAt() });
    }
    return outcome;
  }
}

const somebodyElses = houseRule('form.once-key', '这张表单已失效，请刷新页面后再填');

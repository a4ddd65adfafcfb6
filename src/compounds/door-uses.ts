import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/** A room that records things at a door: says in words what it has there ('入户记录'), or nothing. */
export type DoorUse = (tx: EntityManager, dwellingId: number) => Promise<string | undefined>;

/** Where rooms say that they have records at a door, so that it is not removed under them. */
@Injectable()
export class DoorUses {
  private readonly questions: DoorUse[] = [];

  /** Called once by a room when it starts. */
  register(use: DoorUse): void {
    this.questions.push(use);
  }

  /** Everything recorded at this door, in words. */
  async of(tx: EntityManager, dwellingId: number): Promise<string[]> {
    const found: string[] = [];
    for (const ask of this.questions) {
      const use = await ask(tx, dwellingId);
      if (use) found.push(use);
    }
    return found;
  }
}

import { Injectable } from '@nestjs/common';
import type { Action } from '../domain/people/permissions';

/** One thing that can be done with an open wish in another room: 「列入改造方案」. */
export interface WishStep {
  label: string;
  /** Where it is done, without base path. */
  link(wishId: number): string;
  /** Who may do this is offered the step. */
  action: Action;
}

/** Where the rooms above put in what they can do with a wish, so that wishes need to know none of them. */
@Injectable()
export class WishSteps {
  private readonly steps: WishStep[] = [];

  /** Called once by a room when it starts. */
  register(step: WishStep): void {
    this.steps.push(step);
  }

  all(): readonly WishStep[] {
    return this.steps;
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/people/actor';
import type { StatusMark } from '../platform/web/figures';

/** How a compound stands in a room above, short enough for one cell of a list. */
export interface CompoundSign {
  mark: StatusMark;
  /** Since when, or what is missing. */
  note: string;
}

/** Says it of these compounds; of those nothing is known of it says nothing. */
type SignSource = (actor: Actor, compoundIds: readonly number[]) => Promise<Map<number, CompoundSign>>;

/** The sign beside every compound of the register; the room that knows it lies on a higher floor. */
@Injectable()
export class CompoundSigns {
  private source: SignSource = () => Promise.resolve(new Map());

  /** Called once by the room that knows it when it starts. */
  register(source: SignSource): void {
    this.source = source;
  }

  /** The signs of one page of the register. */
  of(actor: Actor, compoundIds: readonly number[]): Promise<Map<number, CompoundSign>> {
    return compoundIds.length ? this.source(actor, compoundIds) : Promise.resolve(new Map());
  }
}

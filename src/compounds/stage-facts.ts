import { Injectable } from '@nestjs/common';
import type { Fact } from '../domain/renovation/facts';

/** Whose facts are asked for. */
export interface FactQuestion {
  compoundId: number;
  renovationId: number;
}

/** A room that knows something the gates ask for. */
export interface FactSource {
  factsFor(question: FactQuestion): Promise<Fact[]>;
}

/** Where rooms put in what they know for the gates, so that the stage desk needs to know none of them. */
@Injectable()
export class StageFacts {
  private readonly sources: FactSource[] = [];

  /** Called once by a room when it starts. */
  register(source: FactSource): void {
    this.sources.push(source);
  }

  /** Everything all rooms know; a fact nobody supplies is simply not in the list. */
  async gather(question: FactQuestion): Promise<Fact[]> {
    return (await Promise.all(this.sources.map((source) => source.factsFor(question)))).flat();
  }
}

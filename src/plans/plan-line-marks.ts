import { Injectable } from '@nestjs/common';
import type { StatusMark } from '../platform/web/figures';

/** Marks of plan items by their line in the renovation. */
export type LineMarks = ReadonlyMap<number, StatusMark>;

/** A room above that says something about the items of a plan. */
export interface PlanLineMarkSource {
  marksOf(renovationId: number): Promise<LineMarks>;
}

/** Where a room above puts in what it knows of the items of a plan, so that the plan needs to know none of them. */
@Injectable()
export class PlanLineMarks {
  private readonly sources: PlanLineMarkSource[] = [];

  /** Called once by a room when it starts. */
  register(source: PlanLineMarkSource): void {
    this.sources.push(source);
  }

  /** Every mark of each line. */
  async of(renovationId: number): Promise<ReadonlyMap<number, StatusMark[]>> {
    const found = new Map<number, StatusMark[]>();
    for (const source of this.sources) {
      for (const [line, mark] of await source.marksOf(renovationId))
        found.set(line, [...(found.get(line) ?? []), mark]);
    }
    return found;
  }
}

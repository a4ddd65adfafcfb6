import { Injectable } from '@nestjs/common';
import { FactQuestion, FactSource } from '../compounds/stage-facts';
import { planFacts } from '../domain/plan/plan-facts';
import type { Fact } from '../domain/renovation/facts';
import { PlanFixing } from './plan-fixing.service';
import { PlanObjections } from './plan-objections';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

/** What the plan says to the gates of a renovation: the fixed version, else the one being written. */
@Injectable()
export class PlanFactSource implements FactSource {
  constructor(
    private readonly desk: PlanDesk,
    private readonly fixing: PlanFixing,
    private readonly objections: PlanObjections,
  ) {}

  async factsFor({ renovationId }: FactQuestion): Promise<Fact[]> {
    const version = (await this.desk.fixed(renovationId)) ?? (await this.desk.latest(renovationId));
    if (!version) return [];
    const records = await this.desk.records(version);
    const objections = await this.objections.of(renovationId);
    const { number, fixedOn } = version;
    return planFacts(
      {
        number,
        fixedOn,
        items: records.items.length,
        drawings: records.drawingIds.length,
        sheet: version,
        notice: this.fixing.noticeRun(records),
        objections: {
          taken: objections.length,
          unanswered: objections.filter(({ wish }) => wish.state === 'open').length,
        },
      },
      plansPaths.index(records.compound.code),
    );
  }
}

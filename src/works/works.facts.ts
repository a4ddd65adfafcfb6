import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { FactQuestion, FactSource } from '../compounds/stage-facts';
import { constructionFacts, GateItem } from '../domain/construction/construction-facts';
import { latestOf } from '../domain/kernel/calendar-date';
import { groupBy } from '../domain/kernel/group';
import type { Fact } from '../domain/renovation/facts';
import { SiteRecords } from './site-records';
import type { WorkItemStepRecord } from './work.entities';
import { PlacedItem, WorksDesk } from './works.desk';
import { worksPaths } from './works.paths';

/** What contracts, items and concealed works say to the gates; silent while there is no contract. */
@Injectable()
export class WorksFactSource implements FactSource {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: WorksDesk,
    private readonly sites: SiteRecords,
  ) {}

  async factsFor({ compoundId, renovationId }: FactQuestion): Promise<Fact[]> {
    const { contracts, items } = await this.desk.ofRenovation(renovationId);
    if (!contracts.length) return [];
    const { code } = await this.reader.manager.findOneByOrFail(Compound, { id: compoundId });
    const steps = groupBy(await this.desk.steps(renovationId), ({ itemId }) => itemId);
    const { concealed } = await this.sites.checks(renovationId);
    const works = {
      contracts,
      items: items.map((item) => toGateItem(item, steps.get(item.id) ?? [])),
      concealed,
    };
    return constructionFacts(works, worksPaths.index(code));
  }
}

function toGateItem(
  { id, name, state, hasConcealed }: PlacedItem,
  steps: readonly WorkItemStepRecord[],
): GateItem {
  const last = (step: WorkItemStepRecord['step']) =>
    latestOf(...steps.filter((one) => one.step === step).map(({ happenedOn }) => happenedOn)) ?? null;
  return { id, name, state, hasConcealed, finishedOn: last('finish'), acceptedOn: last('accept') };
}

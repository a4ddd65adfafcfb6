import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CompoundDesk, RenovationChoice } from '../compounds/compounds.desk';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Workspace } from '../compounds/workspace';
import { findingStateNames } from '../domain/construction/finding';
import { punchList } from '../domain/construction/punch-list';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { isKeyOf } from '../platform/web/options';
import { SiteRecords } from '../works/site-records';
import { CheckRecords } from './check-records';
import { CheckedSite, CheckSites } from './check-sites';
import { ChecksPage, ChecksView, toChecks } from './checks.presenter';
import { ConcealedRecord } from './concealed.entities';
import { FindingRecord, InspectionRecord } from './finding.entities';
import { seesRound } from './findings.desk';
import { FindingsPage, toFindings } from './findings.presenter';
import { inspectionPaths } from './inspections.paths';
import { PunchListPage, toPunchList, toPunchListPage } from './punch-list.presenter';
import { StopRecord } from './stop.entities';

/** Gathers what the lists of checks show: as many statements for two hundred findings as for one. */
@Injectable()
export class CheckPages {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly sites: CheckSites,
    private readonly records: CheckRecords,
    private readonly siteRecords: SiteRecords,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The tab: the current renovation when no sequence is given. */
  async index(
    actor: Actor,
    code: string,
    { sequence, page }: { sequence?: number; page: number },
  ): Promise<ChecksPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const view = {
      ...{ compound, renovation, role: actor.role, page: Math.max(1, page), now: this.clock.wallMoment() },
      renovations: toRenovationTabs(choice, inspectionPaths.checks),
      ...(renovation ? await this.of(actor, renovation) : nothing),
    };
    return toChecks(view, await this.workspace.frame(actor, compound, 'checks'));
  }

  /** Every finding, of one state where it is asked for. */
  async findings(
    actor: Actor,
    code: string,
    { sequence, state, page }: { sequence?: number; state: string; page: number },
  ): Promise<FindingsPage> {
    const { compound, renovation } = await this.compounds.choose(actor, code, sequence);
    const found = renovation ? await this.of(actor, renovation) : nothing;
    const view = {
      ...{ compound, renovation, items: found.items, findings: found.findings },
      ...{ state: isKeyOf(findingStateNames, state) ? state : null, page: Math.max(1, page) },
      now: this.clock.wallMoment(),
    };
    return toFindings(view, await this.workspace.frame(actor, compound, 'checks', '全部问题'));
  }

  /** What is still to be done before acceptance. */
  async punchList(actor: Actor, code: string, sequence?: number): Promise<PunchListPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const frame = await this.workspace.frame(actor, choice.compound, 'checks', '收尾清单');
    return toPunchListPage(await this.punchView(actor, choice), frame);
  }

  /** The same as a sheet. */
  async punchSheet(actor: Actor, code: string, sequence?: number): Promise<PunchListPage> {
    return toPunchList(await this.punchView(actor, await this.compounds.choose(actor, code, sequence)));
  }

  private async punchView(actor: Actor, { compound, renovation }: RenovationChoice) {
    const today = this.clock.today();
    if (!renovation) return { compound, renovation, hasItems: false, lines: [], today };
    const { site, findings } = await this.of(actor, renovation);
    const pointsWithoutAfter = await this.siteRecords.pointsWithoutAfter(renovation.id);
    return {
      ...{ compound, renovation, today, hasItems: site.visible.length > 0 },
      lines: punchList({ items: site.visible, findings, pointsWithoutAfter }, today),
    };
  }

  /** Everything this person sees of the checks of a renovation. */
  private async of(actor: Actor, renovation: NonNullable<RenovationChoice['renovation']>) {
    const from = this.reader.manager;
    const site = await this.sites.of(actor, renovation);
    const where = { renovationId: renovation.id };
    const all = await from.find(FindingRecord, { where, order: { dueOn: 'ASC', number: 'ASC' } });
    const concealed = await from.find(ConcealedRecord, { where, order: { checkAt: 'DESC', id: 'DESC' } });
    return {
      ...{ site, items: new Map(site.items.map(({ id, name }) => [id, name])) },
      findings: all.filter(({ itemId }) => site.sees(itemId)),
      concealed: concealed.filter(({ itemId }) => site.sees(itemId)),
      stops: await this.stops(site, renovation.id),
      rounds: await this.rounds(actor, site, { renovationId: renovation.id, findings: all }),
    };
  }

  private async stops(site: CheckedSite, renovationId: number): Promise<ChecksView['stops']> {
    const rows = await this.reader.manager.find(StopRecord, {
      where: { renovationId },
      order: { stoppedOn: 'DESC', id: 'DESC' },
    });
    const orders = await this.records.stopOrders(rows);
    return rows.map((row, at) => ({ row, order: orders[at] })).filter(({ order }) => site.seesStop(order));
  }

  private async rounds(
    actor: Actor,
    site: CheckedSite,
    { renovationId, findings }: { renovationId: number; findings: readonly FindingRecord[] },
  ): Promise<ChecksView['rounds']> {
    const rows = await this.reader.manager.find(InspectionRecord, {
      where: { renovationId },
      order: { lookedOn: 'DESC', id: 'DESC' },
    });
    const found = groupBy(findings, ({ inspectionId }) => inspectionId);
    return rows
      .filter((row) => seesRound(actor, row, found.get(row.id) ?? [], site))
      .map((row) => {
        const seen = (found.get(row.id) ?? []).filter(
          ({ itemId, state }) => site.sees(itemId) && state !== 'struck-out',
        );
        return { ...row, found: seen.length };
      });
  }
}

const nothing = {
  ...{ items: new Map<number, string>(), findings: [], concealed: [], stops: [], rounds: [] },
};

import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CompoundDesk } from '../compounds/compounds.desk';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { planFixBlockers } from '../domain/plan/plan-fixing';
import { newVersionBlockers } from '../domain/plan/plan-version';
import { FileTotals } from '../files/files.totals';
import { StateOf } from '../platform/web/answer-to';
import { VoteTotals } from '../votes/votes.totals';
import { Clock } from '../platform/clock/clock';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { ComparePage, toComparison } from './comparison.presenter';
import { PlanFixing } from './plan-fixing.service';
import { PlanLinks } from './plan-links';
import { PlanLineMarks } from './plan-line-marks';
import { PlanObjections } from './plan-objections';
import { PlanRecords, readableBy, writeBlockers } from './plan-records';
import { PlanView } from './plan-view';
import { noPlan } from './plan-refusals';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';
import { PlanPage, toPlan } from './plans.presenter';
import { PlanPrintPage, toPlanPrint } from './print.presenter';
import { PlanSheetPage, toPlanSheet } from './sheet.presenter';
import { NewVersionPage, PlanStartPage, toNewVersion, toPlanStart } from './version-form.presenter';

/** Gathers what the pages of a plan's versions show. */
@Injectable()
export class PlanPages {
  constructor(
    private readonly desk: PlanDesk,
    private readonly compounds: CompoundDesk,
    private readonly fixing: PlanFixing,
    private readonly links: PlanLinks,
    private readonly objections: PlanObjections,
    private readonly lineMarks: PlanLineMarks,
    private readonly votes: VoteTotals,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The latest version of a renovation's plan, or the page from which the first begins. */
  async latest(
    actor: Actor,
    code: string,
    sequence: number | undefined,
    form: FormState,
  ): Promise<PlanPage | PlanStartPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const renovations = toRenovationTabs(choice, plansPaths.index);
    const version = renovation && (await this.desk.latest(renovation.id));
    const frame = await this.workspace.frame(actor, compound, 'plan', '方案');
    if (version) {
      const records = await this.desk.records(version);
      return toPlan({ ...(await this.view(actor, records)), renovations }, form, frame);
    }
    const mayBegin = mayDo(actor.role, 'plan.edit') && renovation?.isCurrent === true;
    const start = { compound, renovations, hasRenovation: renovation !== null, mayBegin };
    return toPlanStart(start, form, frame);
  }

  /** One version, the latest or an earlier one. */
  async one(actor: Actor, id: number): Promise<PlanPage> {
    const records = await this.desk.find(actor, id);
    const last = `第 ${records.version.number} 版方案`;
    const frame = await this.workspace.frame(actor, records.compound, 'plan', last);
    return toPlan(await this.view(actor, records), formState({}), frame);
  }

  async print(actor: Actor, id: number): Promise<PlanPrintPage> {
    return toPlanPrint(await this.view(actor, await this.desk.find(actor, id)));
  }

  /** Two versions side by side; without a choice the one it was copied from. */
  async compare(actor: Actor, id: number, withId: number | undefined): Promise<ComparePage | SeeOther> {
    const here = await this.desk.find(actor, id);
    const otherId = withId ?? here.version.basedOnId;
    if (!otherId) return seeOther(plansPaths.version(id), '方案只有这一版，没有可以比较的');
    const there = await this.desk.find(actor, otherId);
    if (there.version.renovationId !== here.version.renovationId || otherId === id)
      return seeOther(plansPaths.version(id), '请选同一个改造项目的另一版来比较');
    const versions = await this.desk.all(here.renovation.id);
    const [older, newer] = [here, there]
      .sort((one, other) => one.version.number - other.version.number)
      .map((records) => readableBy(actor.role, records));
    const frame = await this.workspace.frame(actor, here.compound, 'plan', '比较两版方案');
    return toComparison({ older, newer, versions }, frame);
  }

  /** The sheet of the latest version; what is frozen leads back and says why. */
  async sheet(actor: Actor, code: string): Promise<PlanSheetPage | SeeOther> {
    const { version } = await this.desk.open(actor, code);
    if (!version) return seeOther(plansPaths.index(code), noPlan.text);
    const [blocker] = writeBlockers(await this.desk.records(version));
    if (blocker) return seeOther(plansPaths.index(code), blocker.text);
    return this.sheetAgain(actor, version.id, () => formState({ ...version }));
  }

  async sheetAgain(actor: Actor, id: number, stateOf: StateOf, wasStale = false): Promise<PlanSheetPage> {
    const records = await this.desk.find(actor, id);
    const { compound, version } = records;
    const frame = await this.workspace.frame(actor, compound, 'plan', '方案说明');
    return toPlanSheet({ compound, version, wasStale }, stateOf(version), frame);
  }

  /** The form that begins the next version; while one is open it leads back and says why. */
  async newVersion(actor: Actor, code: string): Promise<NewVersionPage | SeeOther> {
    const { version } = await this.desk.open(actor, code);
    if (!version) return seeOther(plansPaths.index(code), noPlan.text);
    const { standing } = await this.desk.records(version);
    const [blocker] = newVersionBlockers({ number: version.number, standing }, '原因');
    if (blocker) return seeOther(plansPaths.index(code), blocker.text);
    return this.newVersionAgain(actor, code, formState({ onceKey: randomUUID() }));
  }

  /** The same with what was typed; before the first version the page it was typed on. */
  async newVersionAgain(actor: Actor, code: string, form: FormState): Promise<NewVersionPage> {
    const { compound, version } = await this.desk.open(actor, code);
    const frame = await this.workspace.frame(actor, compound, 'plan', '新建一版方案');
    return toNewVersion({ compound, number: version?.number ?? 0 }, form, frame);
  }

  private async view(actor: Actor, all: PlanRecords): Promise<PlanView> {
    const records = readableBy(actor.role, all);
    const facts = await this.fixing.factsOf(all);
    const seesWishes = mayDo(actor.role, 'wish.read');
    return {
      records,
      links: await this.links.of(records.items),
      files: await this.files.byId(records.drawingIds),
      blockers: planFixBlockers(facts),
      passed: await this.votes.passedMatters(all.renovation.id),
      lineMarks: await this.lineMarks.of(all.renovation.id),
      objections: seesWishes ? await this.objections.of(all.renovation.id) : [],
      objectedId: seesWishes ? ((await this.objections.noticeOf(all.renovation.id))?.id ?? null) : null,
      versions: await this.desk.all(all.renovation.id),
      renovations: [],
      role: actor.role,
      today: this.clock.today(),
    };
  }
}

import { Injectable, NotFoundException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk, RenovationChoice } from '../compounds/compounds.desk';
import { toNotOpened } from '../compounds/no-renovation.presenter';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Frame, Workspace } from '../compounds/workspace';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isKeyOf } from '../platform/web/options';
import { dayLookedAt } from '../domain/progress/as-of';
import { weighingNames } from '../domain/progress/item-weights';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { Grounds } from '../zones/grounds';
import { DelayPage, toDelayForm } from './delay.presenter';
import { ProgressDesk, proposalsOf } from './progress.desk';
import { ProgressSheet, toProgressSheet } from './progress-sheet.presenter';
import { ProgressPage, ProgressView, toProgressPage } from './progress.presenter';
import { progressPaths } from './progress.paths';
import { ProgressTotals } from './progress.totals';
import { StopFormPage, StopStepPage, toStopEnd, toStopForm, toStopWithdrawal } from './stop-form.presenter';
import { WorksBaselines } from './works-baselines.service';
import {
  toBaselineForm,
  toBaselines,
  WorksBaselinePage,
  WorksBaselinesPage,
} from './works-baseline.presenter';

/** Of which renovation, and of which day; without one of today. */
export interface AskedProgress {
  sequence: number | undefined;
  on: string;
}

/** Gathers what the pages of the progress show. */
@Injectable()
export class ProgressPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly desk: ProgressDesk,
    private readonly totals: ProgressTotals,
    private readonly plans: WorksBaselines,
    private readonly grounds: Grounds,
    private readonly people: People,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The works today, or as they stood on a day gone by. */
  async show(actor: Actor, code: string, { sequence, on }: AskedProgress): Promise<ProgressPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    return toProgressPage(await this.view(actor, choice, { sequence, on }), {
      ...{ code, name: choice.compound.name, frame: await this.frame(actor, choice.compound) },
      latest: this.clock.today(),
      renovations: toRenovationTabs(choice, progressPaths.index),
      empty: toNotOpened(code, '签下合同、列出施工项目，这里按天算进度'),
    });
  }

  async sheet(actor: Actor, code: string, { sequence, on }: AskedProgress): Promise<ProgressSheet> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const view = await this.view(actor, choice, { sequence, on });
    if (!view.standing) throw new NotFoundException();
    const { compound, renovation } = choice;
    return toProgressSheet(view, {
      ...{ name: compound.name, renovationName: renovation?.name ?? '', today: this.clock.today() },
    });
  }

  async baselines(actor: Actor, code: string, sequence: number | undefined): Promise<WorksBaselinesPage> {
    const { compound, renovation } = await this.compounds.choose(actor, code, sequence);
    if (!renovation) throw new NotFoundException();
    const { baselines, seenItemIds, items } = await this.desk.of(actor, compound, renovation);
    const isWhole = seenItemIds.size === items.length;
    const shown = baselines.map((one) => ({
      ...one,
      items: isWhole ? one.items : one.items.filter(({ id }) => seenItemIds.has(id)),
    }));
    const names = await this.people.names(baselines.map(({ setBy }) => setBy));
    const frame = await this.frame(actor, compound, '各版施工计划');
    return toBaselines({ code, baselines: shown }, names, { frame, sequence, today: this.clock.today() });
  }

  /** The form of a plan; before there are items it leads back. */
  async newBaseline(actor: Actor, code: string, asked: string): Promise<WorksBaselinePage | SeeOther> {
    const works = await this.desk.current(actor, code);
    if (!works.items.length) return seeOther(progressPaths.index(code), '请先列出施工项目，再定施工计划');
    const last = works.baselines.at(-1);
    const weighing = isKeyOf(weighingNames, asked) ? asked : (last?.weighing ?? 'money');
    return this.baselineAgain(
      actor,
      code,
      formState({ weighing, seen: last?.number ?? 0, onceKey: randomUUID() }),
    );
  }

  async baselineAgain(actor: Actor, code: string, form: FormState): Promise<WorksBaselinePage> {
    const works = await this.desk.current(actor, code);
    const typed = String(form.values.weighing);
    const weighing = isKeyOf(weighingNames, typed) ? typed : 'money';
    const draft = await this.plans.draft(works, { weighing });
    const remarks = this.plans.blockers(works, draft).filter(({ level }) => level === 'warning');
    const frame = await this.frame(actor, works.compound, '施工计划');
    return toBaselineForm({ works, draft, remarks }, form, { frame, today: this.clock.today() });
  }

  /** The number of the plan in force; 0 before the first. */
  async lastNumber(actor: Actor, code: string): Promise<number> {
    return (await this.desk.current(actor, code)).baselines.at(-1)?.number ?? 0;
  }

  async newStop(actor: Actor, code: string): Promise<StopFormPage> {
    const today = this.clock.today();
    return this.stopAgain(
      actor,
      code,
      formState({ kind: 'rain', fromOn: today, toOn: today, onceKey: randomUUID() }),
    );
  }

  async stopAgain(actor: Actor, code: string, form: FormState): Promise<StopFormPage> {
    const works = await this.desk.current(actor, code);
    return toStopForm(works, form, await this.frame(actor, works.compound, '登记停工'));
  }

  async stopEnd(actor: Actor, id: number, stateOf: StateOf): Promise<StopStepPage> {
    const found = await this.desk.stop(actor, id);
    return toStopEnd(found, stateOf(found.window), await this.aboutStop(actor, found, '停工到哪天'));
  }

  async stopWithdrawal(actor: Actor, id: number, stateOf: StateOf): Promise<StopStepPage> {
    const found = await this.desk.stop(actor, id);
    return toStopWithdrawal(found, stateOf(found.window), await this.aboutStop(actor, found, '作废停工记录'));
  }

  /** The form of an answer to a proposal; one that does not stand any more leads back. */
  async newDelay(actor: Actor, code: string, item: number, until: string): Promise<DelayPage | SeeOther> {
    const form = formState({ item, until, decision: 'granted', onceKey: randomUUID() });
    const page = await this.delayAgain(actor, code, form);
    return page ?? seeOther(progressPaths.index(code), '停工记录已有变化，请按最新的建议办理');
  }

  async delayAgain(actor: Actor, code: string, form: FormState): Promise<DelayPage | null> {
    const works = await this.desk.current(actor, code);
    const asked = proposalsOf(works).find(({ itemId }) => String(itemId) === String(form.values.item));
    const frame = await this.frame(actor, works.compound, '答复工期顺延');
    if (!asked && !form.summary.length) return null;
    return toDelayForm(asked ?? { words: '' }, form, { frame, code });
  }

  private async view(
    actor: Actor,
    { compound, renovation }: RenovationChoice,
    { sequence, on }: AskedProgress,
  ): Promise<ProgressView> {
    const asOf = renovation ? await this.asOf(renovation.id, on) : undefined;
    const works = renovation && (await this.desk.of(actor, compound, renovation, undefined, asOf));
    return {
      works,
      standing: works?.course ? this.totals.standing(works.course) : null,
      grounds: renovation ? await this.grounds.of(renovation.id) : [],
      today: asOf ?? this.clock.today(),
      ...(asOf && { asOf }),
      mayEdit: !asOf && mayDo(actor.role, 'progress.edit'),
      hasForecast: mayDo(actor.role, 'progress.forecast'),
      sequence,
    };
  }

  private async asOf(renovationId: number, on: string): Promise<CalendarDate | undefined> {
    return on ? dayLookedAt(on, await this.desk.plans(renovationId), this.clock.today()) : undefined;
  }

  private async aboutStop(
    actor: Actor,
    { compound, renovation }: { compound: Compound; renovation: { id: number } },
    last: string,
  ) {
    const { items } = await this.desk.current(actor, compound.code);
    const own = items.filter(({ renovationId }) => renovationId === renovation.id);
    return { frame: await this.frame(actor, compound, last), items: own, today: this.clock.today() };
  }

  private frame(actor: Actor, compound: Compound, last?: string): Promise<Frame> {
    return this.workspace.frame(actor, compound, 'progress', last);
  }
}

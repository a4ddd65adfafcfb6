import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { FileTotals } from '../files/files.totals';
import { KeptFile } from '../files/kept-files';
import { besideField } from '../platform/web/form-again';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { DrawingsPage, toDrawingsForm } from './drawings.presenter';
import { DrawingsForm } from './plan.forms';
import { PlanDrawings } from './plan-drawings.service';
import { writeBlockers } from './plan-records';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

/** Drawings and views of a version. */
@Controller()
export class PlanDrawingsController {
  constructor(
    private readonly drawings: PlanDrawings,
    private readonly desk: PlanDesk,
    private readonly files: Files,
    private readonly fileTotals: FileTotals,
    private readonly workspace: Workspace,
  ) {}

  @Get('/plan-versions/:id/drawings')
  @Allow('plan.edit')
  @Page('plans/drawings')
  async index(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<DrawingsPage | SeeOther> {
    const records = await this.desk.find(actor, id);
    const [blocker] = writeBlockers(records);
    if (blocker) return seeOther(plansPaths.version(id), blocker.text);
    return this.page(actor, id, formState({ onceKey: randomUUID() }), []);
  }

  @Post('/plan-versions/:id/drawings')
  @Allow('plan.edit')
  @Page('plans/drawings')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(DrawingsForm)) form: Posted<DrawingsForm>,
  ): Promise<Answer<DrawingsPage>> {
    await this.desk.find(actor, id);
    const received = await this.files.receive(form, 'drawings', 'any', actor);
    const errors = [...form.errors, ...besideField('drawings', received.blockers)];
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.page(actor, id, state, received.kept));
    if (errors.length) return again();
    const outcome = await this.drawings.change(actor, id, form.value, received.taken);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '图纸已保存');
  }

  private async page(actor: Actor, id: number, form: FormState, kept: KeptFile[]): Promise<DrawingsPage> {
    const records = await this.desk.find(actor, id);
    const view = { records, files: await this.fileTotals.byId(records.drawingIds), kept };
    const frame = await this.workspace.frame(actor, records.compound, 'plan', '效果图和方案图');
    return toDrawingsForm(view, form, frame);
  }
}

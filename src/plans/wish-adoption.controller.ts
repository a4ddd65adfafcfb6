import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { WishDesk } from '../wishes/wishes.desk';
import { wishPaths } from '../wishes/wishes.paths';
import { AdoptionPage, toAdoption } from './adoption.presenter';
import { AdoptionForm } from './plan.forms';
import { writeBlockers } from './plan-records';
import { noPlan } from './plan-refusals';
import { PlanDesk } from './plans.desk';
import { WishAdoption } from './wish-adoption.service';

/** 「列入改造方案」: a wish is answered by an item of the plan. */
@Controller()
export class WishAdoptionController {
  constructor(
    private readonly adoption: WishAdoption,
    private readonly desk: PlanDesk,
    private readonly wishes: WishDesk,
    private readonly workspace: Workspace,
  ) {}

  @Get('/wishes/:id/adopt')
  @Allow('plan.edit')
  @Page('plans/adopt')
  async adopt(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<AdoptionPage | SeeOther> {
    const { wish, compound } = await this.wishes.find(actor, id);
    const { version } = await this.desk.open(actor, compound.code);
    // Where the plan cannot take it, it leads back to the wish and says why.
    const [blocker] = version ? writeBlockers(await this.desk.records(version)) : [noPlan];
    if (blocker) return seeOther(wishPaths.show(wish.id), blocker.text);
    return this.page(actor, id, formState({ onceKey: randomUUID() }));
  }

  @Post('/wishes/:id/adoptions')
  @Allow('plan.edit')
  @Page('plans/adopt')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(AdoptionForm)) form: Posted<AdoptionForm>,
  ): Promise<Answer<AdoptionPage>> {
    const again = async (state = formState(form.raw, form.errors)) => {
      const page = await this.page(actor, id, state);
      return page instanceof SeeOther ? page : refused(page);
    };
    const { compound } = await this.wishes.find(actor, id);
    if (form.errors.length) return again();
    const outcome = await this.adoption.adopt(actor, { id, code: compound.code }, form.value);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '已列入改造方案');
  }

  private async page(actor: Actor, id: number, form: FormState): Promise<AdoptionPage | SeeOther> {
    const { wish, compound } = await this.wishes.find(actor, id);
    const { version } = await this.desk.open(actor, compound.code);
    if (!version) return seeOther(wishPaths.show(id), noPlan.text);
    const records = await this.desk.records(version);
    const frame = await this.workspace.frame(actor, compound, 'plan', '列入改造方案');
    return toAdoption({ compound, wish, records }, form, frame);
  }
}

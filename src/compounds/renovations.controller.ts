import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Organisations } from '../access/organisations.service';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { CompoundDesk } from './compounds.desk';
import { compoundPaths } from './compounds.paths';
import { PartyEndForm, PartyForm, RenovationForm } from './renovation.forms';
import { RenovationsPage, toRenovations } from './renovations.presenter';
import { Renovations } from './renovations.service';
import { Workspace } from './workspace';

/** The renovations of a compound and the firms on them. */
@Controller()
export class RenovationsController {
  constructor(
    private readonly renovations: Renovations,
    private readonly desk: CompoundDesk,
    private readonly organisations: Organisations,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  @Get('/compounds/:code/renovations')
  @Allow('compound.read')
  @Page('compounds/renovations')
  async index(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<RenovationsPage> {
    return this.page(actor, code, this.emptyForm());
  }

  @Post('/compounds/:code/renovations')
  @Allow('renovation.open')
  @Page('compounds/renovations')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(RenovationForm)) form: Posted<RenovationForm>,
  ): Promise<Answer<RenovationsPage>> {
    if (form.errors.length) return refused(await this.page(actor, code, formState(form.raw, form.errors)));
    const { onceKey, ...wanted } = form.value;
    const outcome = await this.renovations.open(actor, code, wanted, onceKey);
    if (!outcome.ok) return refused(await this.page(actor, code, formState(form.raw, [], outcome.blockers)));
    return seeOther(outcome.value, `「${wanted.name}」已立项`);
  }

  @Post('/compounds/:code/parties')
  @Allow('renovation.assign-firm')
  @Page('compounds/renovations')
  async assign(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(PartyForm)) form: Posted<PartyForm>,
  ): Promise<Answer<RenovationsPage>> {
    if (form.errors.length) return refused(await this.page(actor, code, formState(form.raw, form.errors)));
    const outcome = await this.renovations.assign(actor, code, form.value);
    if (!outcome.ok) return refused(await this.page(actor, code, formState(form.raw, [], outcome.blockers)));
    return seeOther(compoundPaths.renovations(code), '参建单位已登记');
  }

  @Post('/parties/:id/endings')
  @Allow('renovation.assign-firm')
  async endParty(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PartyEndForm)) form: Posted<PartyEndForm>,
  ) {
    const outcome = await this.renovations.endParty(actor, id, form.value.version ?? 0);
    if (!outcome.ok) return seeOther(compoundPaths.index(), '参建单位刚被别人改过，请打开楼院核对后再操作');
    return seeOther(compoundPaths.renovations(outcome.value), '已登记退场，今天之后看不到这个楼院');
  }

  private emptyForm(): FormState {
    return formState({
      onceKey: randomUUID(),
      openedOn: this.clock.today(),
      fromOn: this.clock.today(),
      track: 'micro',
    });
  }

  private async page(actor: Actor, code: string, form: FormState): Promise<RenovationsPage> {
    const compound = await this.desk.find(actor, code);
    const renovations = await this.renovations.of(compound.id);
    const current = renovations.find((one) => one.isCurrent);
    const parties = current ? await this.renovations.partiesOf(current.id) : [];
    const state = { ...form, values: { ...this.emptyForm().values, ...form.values } };
    return toRenovations(
      compound,
      { renovations, parties, firms: await this.organisations.firms(), form: state },
      actor.role,
      await this.workspace.frame(actor, compound, 'renovations', '改造项目'),
    );
  }
}

import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Organisations } from '../access/organisations.service';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { refusedForm } from '../platform/web/form-again';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { EditCompoundForm, NewCompoundForm } from './compound.form';
import { CompoundFormPage, toEditCompound, toNewCompound, valuesInForm } from './compound-form.presenter';
import { CompoundsPage, readListQuery, toCompounds } from './compounds.presenter';
import { CompoundDesk } from './compounds.desk';
import { CompoundList } from './compounds.list';
import { compoundPaths } from './compounds.paths';
import { Compounds } from './compounds.service';
import { LabelPage, toLabel } from './label.presenter';
import { PublicAddress } from './public-address';
import { Workspace } from './workspace';

/** The register: its list, and the entry of one compound. */
@Controller()
export class CompoundsController {
  constructor(
    private readonly compounds: Compounds,
    private readonly list: CompoundList,
    private readonly desk: CompoundDesk,
    private readonly organisations: Organisations,
    private readonly workspace: Workspace,
    private readonly address: PublicAddress,
  ) {}

  @Get('/compounds')
  @Allow('compound.read')
  @Page('compounds/index')
  async index(@CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<CompoundsPage> {
    const wanted = readListQuery(query);
    const places = await this.organisations.placesFor(actor);
    return toCompounds(await this.list.find(actor, wanted), wanted, places, actor.role);
  }

  @Get('/compounds/new')
  @Allow('compound.register')
  @Page('compounds/new')
  async new(@CurrentActor() actor: Actor): Promise<CompoundFormPage> {
    return this.newPage(actor, formState({ onceKey: randomUUID() }));
  }

  @Post('/compounds')
  @Allow('compound.register')
  @Page('compounds/new')
  async create(
    @CurrentActor() actor: Actor,
    @Body(asForm(NewCompoundForm)) form: Posted<NewCompoundForm>,
  ): Promise<Answer<CompoundFormPage>> {
    if (form.errors.length) return refused(await this.newPage(actor, formState(form.raw, form.errors)));
    const outcome = await this.compounds.register(actor, form.value);
    if (!outcome.ok) return refused(await this.newPage(actor, formState(form.raw, [], outcome.blockers)));
    return seeOther(outcome.value, '楼院已登记');
  }

  @Get('/compounds/:code/edit')
  @Allow('compound.edit')
  @Page('compounds/edit')
  async edit(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<CompoundFormPage> {
    return this.editPage(actor, code, formState(valuesInForm(await this.desk.find(actor, code))));
  }

  @Post('/compounds/:code')
  @Allow('compound.edit')
  @Page('compounds/edit')
  async update(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(EditCompoundForm)) form: Posted<EditCompoundForm>,
  ): Promise<Answer<CompoundFormPage>> {
    if (form.errors.length)
      return refused(await this.editPage(actor, code, formState(form.raw, form.errors)));
    const outcome = await this.compounds.update(actor, code, form.value);
    if (!outcome.ok) {
      const current = await this.desk.find(actor, code);
      return refused(await this.editPage(actor, code, refusedForm(form.raw, outcome.blockers, current)));
    }
    return seeOther(compoundPaths.show(code), '楼院资料已保存');
  }

  @Get('/compounds/:code/label')
  @Allow('compound.read')
  @Page('compounds/label')
  async label(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<LabelPage> {
    const compound = await this.desk.find(actor, code);
    return toLabel(compound, this.address.of(compound.code));
  }

  private async newPage(actor: Actor, form: FormState): Promise<CompoundFormPage> {
    return toNewCompound(form, await this.organisations.placesFor(actor), actor.role);
  }

  private async editPage(actor: Actor, code: string, form: FormState): Promise<CompoundFormPage> {
    const compound = await this.desk.find(actor, code);
    const frame = await this.workspace.frame(actor, compound, '', '修改资料');
    return toEditCompound(compound, form, await this.organisations.placesFor(actor), actor.role, frame);
  }
}

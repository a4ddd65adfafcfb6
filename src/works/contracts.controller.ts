import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { CompoundDesk } from '../compounds/compounds.desk';
import { askedRenovation } from '../compounds/renovation-address';
import type { Actor } from '../domain/people/actor';
import { queryText } from '../platform/web/address';
import { answerTo, answerToNew, withoutStep } from '../platform/web/answer-to';
import { asForm, Posted } from '../platform/web/form';
import { Answer, Page, SeeOther } from '../platform/web/page';
import { ContractFormPage } from './contract-form.presenter';
import { ContractPage } from './contract.presenter';
import { Contracts } from './contracts.service';
import { StepPages } from './step-pages';
import { WorkStepPage } from './step.presenter';
import { ContractStepForm, EditContractForm, NewContractForm } from './work.forms';
import { WorksPages } from './works-pages';
import { worksPaths } from './works.paths';
import { WorksPage } from './works.presenter';

/** Contracts: the list with all items, one of them, writing, changing, its steps. */
@Controller()
export class ContractsController {
  constructor(
    private readonly contracts: Contracts,
    private readonly pages: WorksPages,
    private readonly stepPages: StepPages,
    private readonly compounds: CompoundDesk,
  ) {}

  @Get('/compounds/:code/works')
  @Allow('works.read')
  @Page('works/index')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation') renovation: unknown,
  ): Promise<WorksPage> {
    return this.pages.index(actor, code, askedRenovation(renovation));
  }

  @Get('/compounds/:code/contracts/new')
  @Allow('works.edit')
  @Page('works/contract-form')
  async new(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<ContractFormPage | SeeOther> {
    return this.pages.new(actor, code);
  }

  @Post('/compounds/:code/contracts')
  @Allow('works.edit')
  @Page('works/contract-form')
  async write(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewContractForm)) form: Posted<NewContractForm>,
  ): Promise<Answer<ContractFormPage>> {
    await this.compounds.find(actor, code);
    return answerToNew(form, {
      take: (value) => this.contracts.write(actor, code, value),
      again: (state) => this.pages.newAgain(actor, code, state),
      said: '合同已登记',
    });
  }

  @Get('/contracts/:id')
  @Allow('works.read')
  @Page('works/contract')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ContractPage> {
    return this.pages.show(actor, id);
  }

  @Get('/contracts/:id/edit')
  @Allow('works.edit')
  @Page('works/contract-form')
  async edit(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ContractFormPage> {
    return this.pages.edit(actor, id);
  }

  @Post('/contracts/:id')
  @Allow('works.edit')
  @Page('works/contract-form')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(EditContractForm)) form: Posted<EditContractForm>,
  ): Promise<Answer<ContractFormPage>> {
    await this.pages.find(actor, id);
    return answerTo(form, {
      take: (value) => this.contracts.change(actor, id, value),
      again: (stateOf, wasStale) => this.pages.editAgain(actor, id, stateOf, wasStale),
      said: '合同已修改',
    });
  }

  @Get('/contracts/:id/step')
  @Allow('works.edit')
  @Page('works/step')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query('step') step: unknown,
  ): Promise<WorkStepPage> {
    await this.pages.find(actor, id);
    return this.stepPages.contractStep(actor, id, queryText(step));
  }

  @Post('/contracts/:id/steps')
  @Allow('works.edit')
  @Page('works/step')
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ContractStepForm)) form: Posted<ContractStepForm>,
  ): Promise<Answer<WorkStepPage>> {
    await this.pages.find(actor, id);
    const back = withoutStep(form, worksPaths.contract(id));
    if (back) return back;
    return answerTo(form, {
      take: (value) => this.contracts.step(actor, id, value),
      again: (stateOf) => this.stepPages.contractStepAgain(actor, id, form.value.step, stateOf),
      said: '已办理',
    });
  }
}

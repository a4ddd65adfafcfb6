import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Files } from '../files/files.service';
import { queryText } from '../platform/web/address';
import { answerToNew } from '../platform/web/answer-to';
import { Posted, asForm } from '../platform/web/form';
import { Answer, Page, SeeOther } from '../platform/web/page';
import { FindingDesk } from './findings.desk';
import { NewFindingForm, NewInspectionForm } from './finding.forms';
import { FindingFormPage, InspectionFormPage } from './inspection-form.presenter';
import { InspectionPages } from './inspection-pages';
import { InspectionPage } from './inspection.presenter';
import { Inspections } from './inspections.service';
import { NoticeSheetPage } from './notice-sheet.presenter';

/** Rounds over the site, and what they found. */
@Controller()
export class InspectionsController {
  constructor(
    private readonly inspections: Inspections,
    private readonly pages: InspectionPages,
    private readonly compounds: CompoundDesk,
    private readonly desk: FindingDesk,
    private readonly files: Files,
  ) {}

  @Get('/compounds/:code/inspections/new')
  @Allow('check.write')
  @Page('inspections/inspection-form')
  async new(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<InspectionFormPage | SeeOther> {
    return this.pages.new(actor, code, queryText(query.kind));
  }

  @Post('/compounds/:code/inspections')
  @Allow('check.write')
  @Page('inspections/inspection-form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewInspectionForm)) form: Posted<NewInspectionForm>,
  ): Promise<Answer<InspectionFormPage>> {
    await this.compounds.find(actor, code);
    const { taken, kept, errors: ofFiles } = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...ofFiles];
    return answerToNew(
      { ...form, errors },
      {
        take: (value) => this.inspections.record(actor, code, value, taken),
        again: (state) => this.pages.newAgain(actor, code, state, kept),
        said: '检查已登记',
      },
    );
  }

  @Get('/inspections/:id')
  @Allow('check.read')
  @Page('inspections/inspection')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<InspectionPage> {
    return this.pages.show(actor, id);
  }

  @Get('/inspections/:id/print')
  @Allow('check.read')
  @Page('inspections/print-inspection')
  async print(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<NoticeSheetPage> {
    return this.pages.sheets(actor, id);
  }

  @Get('/inspections/:id/findings/new')
  @Allow('check.write')
  @Page('inspections/finding-form')
  async newFinding(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<FindingFormPage | SeeOther> {
    return this.pages.newFinding(actor, id);
  }

  @Post('/inspections/:id/findings')
  @Allow('check.write')
  @Page('inspections/finding-form')
  async addFinding(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(NewFindingForm)) form: Posted<NewFindingForm>,
  ): Promise<Answer<FindingFormPage>> {
    await this.desk.inspection(actor, id);
    const { taken, kept, errors: ofFiles } = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...ofFiles];
    return answerToNew(
      { ...form, errors },
      {
        take: (value) => this.inspections.add(actor, id, value, taken),
        again: (state) => this.pages.findingAgain(actor, id, state, kept),
        said: '问题已登记',
      },
    );
  }
}

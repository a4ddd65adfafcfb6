import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { EveningSheetPages } from './evening-sheet-pages';
import { EveningSheetPage } from './evening-sheets.presenter';
import { EveningSheets } from './evening-sheets.service';
import { SheetForm } from './household.forms';
import { besideFields } from './household-refusal';
import type { SheetQuery } from './households.paths';
import type { SheetPrint } from './sheet-print.presenter';

/** The sheet for the evening: printed before, typed back in after. */
@Controller()
export class EveningSheetsController {
  constructor(
    private readonly sheets: EveningSheets,
    private readonly pages: EveningSheetPages,
  ) {}

  @Get('/compounds/:code/evening-sheet')
  @Allow('household.edit')
  @Page('households/sheet')
  async sheet(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: SheetQuery,
  ): Promise<EveningSheetPage> {
    return this.pages.sheet(actor, code, query);
  }

  @Post('/compounds/:code/evening-sheet')
  @Allow('household.edit')
  @Page('households/sheet')
  async type(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(SheetForm)) form: Posted<SheetForm>,
  ): Promise<Answer<EveningSheetPage>> {
    const again = async (state = formState(form.raw, form.errors)) =>
      refused(await this.pages.sheet(actor, code, form.value, state));
    if (form.errors.length) return again();
    const outcome = await this.sheets.write(actor, code, form.value);
    if (!outcome.ok) return again(besideFields(form.raw, outcome.blockers));
    return seeOther(outcome.value.path, outcome.value.said);
  }

  @Get('/compounds/:code/evening-sheet/print')
  @Allow('household.edit')
  @Page('households/sheet-print')
  async print(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: SheetQuery,
  ): Promise<SheetPrint> {
    return this.pages.print(actor, code, query);
  }
}

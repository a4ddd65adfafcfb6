import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Organisations } from '../access/organisations.service';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { isKeyOf } from '../platform/web/options';
import { Page, SeeOther, seeOther } from '../platform/web/page';
import { structurePaths } from '../structures/structures.paths';
import { toStatutoryCase } from './case-records';
import { EnforcementDesk } from './enforcement.desk';
import { PrintForm, printFormNames, printFormsOf } from './print-offers';
import { toPrintSheet } from './print-sheets.presenter';
import { officeNames, PrintSheet } from './print-words';

/** The sheets of a case on A4. */
@Controller()
export class PrintsController {
  constructor(
    private readonly desk: EnforcementDesk,
    private readonly organisations: Organisations,
    private readonly clock: Clock,
  ) {}

  @Get('/structures/:id/print')
  @Allow('removal.edit')
  @Page('enforcement/print')
  async print(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query('form') form?: string,
  ): Promise<PrintSheet | SeeOther> {
    const { structure, compound, records } = await this.desk.find(actor, id);
    const known = toStatutoryCase(structure, records);
    const offered = printFormsOf(structure, known.steps.length > 0);
    if (!isKeyOf<PrintForm>(printFormNames, form) || !offered.includes(form))
      return seeOther(structurePaths.show(id), '这份文书现在不能打印，请从「打印文书」里选');
    const ids = [compound.streetId, compound.communityId].filter((one) => one !== null);
    const places = await this.organisations.byIds(ids);
    const nameOf = (place: number | null) => places.find((one) => one.id === place)?.name;
    const offices = officeNames(nameOf(compound.streetId), nameOf(compound.communityId));
    const view = { compound: compound.name, ...offices, structure, known };
    return toPrintSheet(form, { ...view, today: this.clock.today() });
  }
}

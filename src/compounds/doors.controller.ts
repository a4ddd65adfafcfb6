import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { refusedForm } from '../platform/web/form-again';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { CompoundDesk } from './compounds.desk';
import { compoundPaths } from './compounds.paths';
import { BuildingForm, DoorChangeForm, DoorForm } from './door.forms';
import { DoorPage, DoorsPage, toDoor, toDoors } from './doors.presenter';
import { Doors } from './doors.service';
import { Workspace } from './workspace';

/** Buildings and doors. */
@Controller()
export class DoorsController {
  constructor(
    private readonly doors: Doors,
    private readonly desk: CompoundDesk,
    private readonly workspace: Workspace,
  ) {}

  @Get('/compounds/:code/doors')
  @Allow('doors.read')
  @Page('compounds/doors')
  async index(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<DoorsPage> {
    return this.page(actor, code, formState({ firstFloor: '1' }));
  }

  @Post('/compounds/:code/buildings')
  @Allow('doors.edit')
  @Page('compounds/doors')
  async generate(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(BuildingForm)) form: Posted<BuildingForm>,
  ): Promise<Answer<DoorsPage>> {
    if (form.errors.length) return refused(await this.page(actor, code, formState(form.raw, form.errors)));
    const { structure, builtYear, ...pattern } = form.value;
    const outcome = await this.doors.generate(actor, code, pattern, { structure, builtYear });
    if (!outcome.ok) return refused(await this.page(actor, code, formState(form.raw, [], outcome.blockers)));
    return seeOther(
      compoundPaths.doors(code),
      outcome.value ? `已生成 ${outcome.value} 户` : '这些门户都已在名册里',
    );
  }

  @Get('/buildings/:id/doors/new')
  @Allow('doors.edit')
  @Page('compounds/door')
  async new(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<DoorPage> {
    return this.newPage(actor, id, formState({ unitNo: 1, use: 'dwelling' }));
  }

  @Post('/buildings/:id/doors')
  @Allow('doors.edit')
  @Page('compounds/door')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(DoorForm)) form: Posted<DoorForm>,
  ): Promise<Answer<DoorPage>> {
    if (form.errors.length) return refused(await this.newPage(actor, id, formState(form.raw, form.errors)));
    const outcome = await this.doors.add(actor, id, form.value);
    if (!outcome.ok) return refused(await this.newPage(actor, id, formState(form.raw, [], outcome.blockers)));
    return seeOther(compoundPaths.doors(outcome.value), '已增加 1 户');
  }

  @Get('/dwellings/:id')
  @Allow('doors.edit')
  @Page('compounds/door')
  async edit(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<DoorPage> {
    const { door } = await this.doors.find(actor, id);
    return this.editPage(actor, id, formState({ ...door }));
  }

  @Post('/dwellings/:id')
  @Allow('doors.edit')
  @Page('compounds/door')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(DoorChangeForm)) form: Posted<DoorChangeForm>,
  ): Promise<Answer<DoorPage>> {
    if (form.errors.length) return refused(await this.editPage(actor, id, formState(form.raw, form.errors)));
    const { step, version, ...change } = form.value;
    const isRemoval = step === 'remove';
    const outcome = isRemoval
      ? await this.doors.remove(actor, id, version)
      : await this.doors.change(actor, id, version, change);
    if (!outcome.ok) {
      const { door } = await this.doors.find(actor, id);
      return refused(await this.editPage(actor, id, refusedForm(form.raw, outcome.blockers, door)));
    }
    return seeOther(compoundPaths.doors(outcome.value), isRemoval ? '这一户已从名册删除' : '门户已修改');
  }

  private async page(actor: Actor, code: string, form: FormState): Promise<DoorsPage> {
    const compound = await this.desk.find(actor, code);
    const [buildings, doors] = await Promise.all([
      this.doors.buildingsOf(compound.id),
      this.doors.doorsOf(compound.id),
    ]);
    return toDoors(
      compound,
      { buildings, doors, form },
      actor.role,
      await this.workspace.frame(actor, compound, 'doors'),
    );
  }

  private async newPage(actor: Actor, buildingId: number, form: FormState): Promise<DoorPage> {
    const { building, compound } = await this.doors.building(actor, buildingId);
    const frame = await this.workspace.frame(actor, compound, 'doors', '增加一户');
    return toDoor(
      compound,
      {
        title: `${building.no} 增加一户`,
        action: compoundPaths.buildingDoors(buildingId),
        form,
        isNew: true,
      },
      frame,
    );
  }

  private async editPage(actor: Actor, id: number, form: FormState): Promise<DoorPage> {
    const { door, compound } = await this.doors.find(actor, id);
    const frame = await this.workspace.frame(actor, compound, 'doors', '修改门户');
    const title = `修改 ${door.buildingNo} ${door.unitNo}单元 ${door.roomNo}`;
    return toDoor(compound, { title, action: compoundPaths.dwelling(id), form, isNew: false }, frame);
  }
}

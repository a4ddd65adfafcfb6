import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { pinErrors, pinFrom } from './pin-picker';
import { ZoneFormPage, ZonePinPage, ZoneRemovalPage } from './zone-form.presenter';
import { EditZoneForm, NewZoneForm, ZonePinForm, ZoneRemovalForm } from './zone.forms';
import { ZonePages } from './zone-pages';
import { ZoneDesk } from './zones.desk';
import { Zones } from './zones.service';

/** Zones of the works. */
@Controller()
export class ZonesController {
  constructor(
    private readonly zones: Zones,
    private readonly desk: ZoneDesk,
    private readonly pages: ZonePages,
  ) {}

  @Get('/compounds/:code/zones/new')
  @Allow('zone.edit')
  @Page('zones/zone-form')
  async new(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<ZoneFormPage | SeeOther> {
    return this.pages.new(actor, code);
  }

  @Post('/compounds/:code/zones')
  @Allow('zone.edit')
  @Page('zones/zone-form')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewZoneForm)) form: Posted<NewZoneForm>,
  ): Promise<Answer<ZoneFormPage>> {
    const again = async (state = formState(form.raw, form.errors)) =>
      refused(await this.pages.newAgain(actor, code, state));
    if (form.errors.length) return again();
    const outcome = await this.zones.add(actor, code, form.value);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '施工区域已添加，可以在草图上标出位置');
  }

  @Get('/zones/:id/edit')
  @Allow('zone.edit')
  @Page('zones/zone-form')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<ZoneFormPage | SeeOther> {
    return this.pages.edit(actor, id);
  }

  @Post('/zones/:id')
  @Allow('zone.edit')
  @Page('zones/zone-form')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(EditZoneForm)) form: Posted<EditZoneForm>,
  ): Promise<Answer<ZoneFormPage>> {
    return answerTo(form, {
      take: (value) => this.zones.update(actor, id, value),
      again: (stateOf, wasStale) => this.pages.editAgain(actor, id, stateOf, wasStale),
      said: '施工区域已修改',
    });
  }

  @Get('/zones/:id/pin')
  @Allow('zone.edit')
  @Page('zones/pin')
  async pin(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<ZonePinPage | SeeOther> {
    return this.pages.pin(actor, id);
  }

  @Post('/zones/:id/pins')
  @Allow('zone.edit')
  @Page('zones/pin')
  async setPin(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ZonePinForm)) form: Posted<ZonePinForm>,
  ): Promise<Answer<ZonePinPage>> {
    const { compound } = await this.desk.find(actor, id);
    const sketch = await this.desk.sketchFile(compound.id);
    const errors = [...form.errors, ...pinErrors(form.raw, sketch)];
    return answerTo(
      { ...form, errors },
      {
        take: ({ version }) => this.zones.pin(actor, id, version, pinFrom(form.raw, sketch)),
        again: (stateOf) => this.pages.pinAgain(actor, id, stateOf),
        said: '位置已保存',
      },
    );
  }

  @Get('/zones/:id/remove')
  @Allow('zone.edit')
  @Page('zones/remove')
  async confirmRemoval(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<ZoneRemovalPage> {
    return this.pages.removal(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/zones/:id/removals')
  @Allow('zone.edit')
  @Page('zones/remove')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ZoneRemovalForm)) form: Posted<ZoneRemovalForm>,
  ): Promise<Answer<ZoneRemovalPage>> {
    return answerTo(form, {
      take: ({ version }) => this.zones.giveUp(actor, id, version),
      again: (stateOf) => this.pages.removal(actor, id, stateOf),
      said: '施工区域已取消',
    });
  }
}

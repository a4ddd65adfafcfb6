import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Doors } from '../compounds/doors.service';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { surveyEditBlockers } from '../domain/survey/sign-off';
import { FileTotals } from '../files/files.totals';
import { Files } from '../files/files.service';
import { KeptFile } from '../files/kept-files';
import { filesOf } from '../files/photo-on-page';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { BuildingPhotosPage, toBuildingPhotos } from './building-photos.presenter';
import { BuildingPhotos } from './building-photos.service';
import { besideField } from '../platform/web/form-again';
import { noSurvey } from './survey-refusals';
import { BuildingPhotosForm } from './survey.forms';
import { SurveyDesk } from './surveys.desk';

/** Photos of the buildings. */
@Controller()
export class BuildingPhotosController {
  constructor(
    private readonly photos: BuildingPhotos,
    private readonly desk: SurveyDesk,
    private readonly doors: Doors,
    private readonly files: Files,
    private readonly fileTotals: FileTotals,
    private readonly workspace: Workspace,
  ) {}

  @Get('/buildings/:id/photos')
  @Allow('survey.read')
  @Page('surveys/building-photos')
  async index(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<BuildingPhotosPage> {
    return this.page(actor, id, formState({ onceKey: randomUUID() }), []);
  }

  @Post('/buildings/:id/photos')
  @Allow('survey.edit')
  @Page('surveys/building-photos')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(BuildingPhotosForm)) form: Posted<BuildingPhotosForm>,
  ): Promise<Answer<BuildingPhotosPage>> {
    await this.doors.building(actor, id);
    const received = await this.files.receive(form, 'photos', 'photo', actor);
    const errors = [...form.errors, ...besideField('photos', received.blockers)];
    const again = async (state = formState(form.raw, errors)) =>
      refused(await this.page(actor, id, state, received.kept));
    if (errors.length) return again();
    const outcome = await this.photos.change(actor, id, form.value, received.taken);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, '照片已保存');
  }

  private async page(
    actor: Actor,
    id: number,
    form: FormState,
    kept: KeptFile[],
  ): Promise<BuildingPhotosPage> {
    const { building, compound } = await this.doors.building(actor, id);
    const survey = await this.desk.latest(compound.id);
    const records = survey && (await this.desk.records(survey, compound));
    const ids = records?.buildings.find((one) => one.id === id)?.photoIds ?? [];
    const [blocker] = survey ? surveyEditBlockers(survey.state) : [noSurvey];
    const view = {
      compound,
      building,
      photos: filesOf(ids, await this.fileTotals.byId(ids)),
      kept,
      closed: mayDo(actor.role, 'survey.edit')
        ? (blocker?.text ?? '')
        : '照片由社区工作人员、街道项目负责人上传',
    };
    return toBuildingPhotos(view, form, await this.workspace.frame(actor, compound, 'survey', '楼栋照片'));
  }
}

import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { asForm, FormState, formState, Posted } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { UploadForm } from './file.forms';
import { FileIntake } from './file-intake.service';
import { FilesDesk } from './files.desk';
import { filesPaths } from './files.paths';
import { FilesPage, listQuery, toFiles } from './files.presenter';
import { Files } from './files.service';
import { KeptFile } from './kept-files';

/** The documents page of a compound: what is there, and giving more. */
@Controller()
export class FilesController {
  constructor(
    private readonly desk: FilesDesk,
    private readonly files: Files,
    private readonly intake: FileIntake,
  ) {}

  @Get(filesPaths.index(':code'))
  @Allow('file.read')
  @Page('files/index')
  index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() query: Record<string, unknown>,
  ): Promise<FilesPage> {
    return this.page(actor, code, formState({ onceKey: randomUUID() }), { query });
  }

  @Post(filesPaths.index(':code'))
  @Allow('file.upload')
  @Page('files/index')
  async create(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(UploadForm)) form: Posted<UploadForm>,
  ): Promise<Answer<FilesPage>> {
    const place = await this.desk.placeOf(actor, code);
    const {
      taken,
      blockers,
      errors: fileErrors,
      kept,
    } = await this.files.receive(form, 'files', 'any', actor);
    const errors = [...fileErrors, ...this.files.missing('files', taken, blockers), ...form.errors];
    const again = async (state: FormState) => refused(await this.page(actor, code, state, { kept }));
    if (errors.length) return again(formState(form.raw, errors));
    const outcome = await this.intake.keep(actor, place, taken, form.value);
    if (!outcome.ok) return again(formState(form.raw, [], outcome.blockers));
    return seeOther(outcome.value, `已上传 ${taken.length} 个文件`);
  }

  private async page(
    actor: Actor,
    code: string,
    form: FormState,
    { query = {}, kept }: { query?: Record<string, unknown>; kept?: KeptFile[] },
  ): Promise<FilesPage> {
    const place = await this.desk.placeOf(actor, code);
    const { kind, page } = listQuery(query);
    const [frame, list] = await Promise.all([
      this.desk.frame(actor, place),
      this.desk.list(actor, place, kind, page),
    ]);
    return toFiles({ place, frame, list, role: actor.role, kind, page, form, kept });
  }
}

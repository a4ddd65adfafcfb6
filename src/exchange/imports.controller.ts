import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Body, Controller, Get, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/allow';
import { sendDownload } from '../files/file-answers';
import { Actor } from '../domain/people/actor';
import { queryNumber } from '../platform/web/address';
import { asForm, formState, Posted } from '../platform/web/form';
import { Answer, Page, refused, SeeOther, seeOther } from '../platform/web/page';
import { projectRoot } from '../platform/web/project-root';
import { ImportIntake } from './import-intake.service';
import { ImportJobs } from './import-jobs';
import { ImportStepForm, ImportUndoForm, ImportUploadForm } from './imports.forms';
import { ImportPage, toUndo, UndoImportPage } from './import.presenter';
import { ImportsPage, NewImportPage, toImports, toNewImport } from './imports.presenter';
import { ImportsDesk } from './imports.desk';
import { importPaths } from './imports.paths';
import { Imports } from './imports.service';
import { ImportResults } from './import-results';
import { ImportUndo } from './import-undo.service';

const templateFile = join(projectRoot, 'data', 'samples', 'template.xlsx');
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Imports as a whole: the list of them, bringing one in, how one stands, taking one back. */
@Controller()
export class ImportsController {
  constructor(
    private readonly desk: ImportsDesk,
    private readonly intake: ImportIntake,
    private readonly imports: Imports,
    private readonly results: ImportResults,
    private readonly undoing: ImportUndo,
    private readonly jobs: ImportJobs,
  ) {}

  @Get('/imports')
  @Allow('import.read')
  @Page('imports/index')
  async index(@CurrentActor() actor: Actor, @Query('page') page: unknown): Promise<ImportsPage> {
    const wanted = queryNumber(page) || 1;
    return toImports(await this.desk.list(actor, wanted), wanted, actor.role);
  }

  @Get('/imports/new')
  @Allow('import.run')
  @Page('imports/new')
  new(): NewImportPage {
    return toNewImport(formState({ onceKey: randomUUID() }));
  }

  @Get('/imports/template')
  @Allow('import.read')
  async template(@Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    return sendDownload(reply, await readFile(templateFile), xlsxType, '楼院清单模板.xlsx');
  }

  @Post('/imports')
  @Allow('import.run')
  @Page('imports/new')
  async create(
    @CurrentActor() actor: Actor,
    @Body(asForm(ImportUploadForm)) form: Posted<ImportUploadForm>,
  ): Promise<Answer<NewImportPage>> {
    const upload = form.files.find(({ field }) => field === 'list');
    const errors = upload ? form.errors : [...form.errors, { field: 'list', message: '请选择要导入的表格' }];
    if (errors.length || !upload) return refused(toNewImport(formState(form.raw, errors)));
    const outcome = await this.intake.receive(actor, upload, form.value.onceKey);
    if (outcome.ok) return seeOther(outcome.value);
    const refusals = outcome.blockers.map(({ text }) => ({ field: 'list', message: text }));
    return refused(toNewImport(formState(form.raw, refusals)));
  }

  @Get('/imports/:id')
  @Allow('import.read')
  @Page('imports/show')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<ImportPage | SeeOther> {
    const batch = await this.desk.find(actor, id);
    return this.results.pageOf(actor, batch);
  }

  @Post('/imports/:id/discards')
  @Allow('import.run')
  async discard(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ImportStepForm)) _form: Posted<ImportStepForm>,
  ): Promise<SeeOther> {
    const outcome = await this.imports.discard(actor, id);
    return seeOther(importPaths.show(id), outcome.ok ? '已放弃，没有写入任何内容' : outcome.blockers[0].text);
  }

  @Get('/imports/:id/undo')
  @Allow('import.run')
  @Page('imports/undo')
  async undo(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<UndoImportPage> {
    const batch = await this.desk.find(actor, id);
    return toUndo(batch, await this.undoing.blockers(batch), formState({}));
  }

  @Post('/imports/:id/undoings')
  @Allow('import.run')
  @Page('imports/undo')
  async createUndoing(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ImportUndoForm)) form: Posted<ImportUndoForm>,
  ): Promise<Answer<UndoImportPage>> {
    const batch = await this.desk.find(actor, id);
    if (form.errors.length) {
      return refused(toUndo(batch, await this.undoing.blockers(batch), formState(form.raw, form.errors)));
    }
    const outcome = await this.undoing.undo(actor, id, form.value.reason);
    if (!outcome.ok)
      return refused(toUndo(batch, outcome.blockers, formState(form.raw, [], outcome.blockers)));
    await this.jobs.briefly(id);
    return seeOther(importPaths.show(id));
  }
}

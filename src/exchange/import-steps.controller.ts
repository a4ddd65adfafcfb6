import { Body, Controller, Get, NotFoundException, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { mappingFrom, proposeColumns } from '../domain/exchange/mapping';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { Actor } from '../domain/people/actor';
import { queryNumber, queryText } from '../platform/web/address';
import { asForm, FieldError, Posted } from '../platform/web/form';
import { Answer, Page, refused, SeeOther, seeOther } from '../platform/web/page';
import { ImportConfirmation } from './import-confirmation.service';
import { ImportJobs } from './import-jobs';
import { ImportReport } from './import-report';
import { ImportBatch } from './import.entities';
import { ImportMappingForm, ImportReviewForm } from './imports.forms';
import { ImportsDesk } from './imports.desk';
import { importPaths } from './imports.paths';
import { Imports } from './imports.service';
import { MappingPage, MappingView, toMapping } from './mapping.presenter';
import { placeChosen, rowChoicesOf } from './posted-choices';
import { firstTab, isPreviewTab, PreviewPage, PreviewView, toPreview } from './preview.presenter';
import { RegisterReader } from './register-reader';

const sampleRows = 60;

/** The steps between upload and result: columns, preview, choices, confirmation. */
@Controller()
export class ImportStepsController {
  constructor(
    private readonly desk: ImportsDesk,
    private readonly imports: Imports,
    private readonly confirmation: ImportConfirmation,
    private readonly register: RegisterReader,
    private readonly jobs: ImportJobs,
  ) {}

  @Get('/imports/:id/mapping')
  @Allow('import.run')
  @Page('imports/mapping')
  async mapping(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query('sheet') sheet: unknown,
  ): Promise<MappingPage | SeeOther> {
    const batch = await this.desk.find(actor, id);
    if (batch.state !== 'read' && batch.state !== 'compared') return seeOther(importPaths.show(id));
    return toMapping(await this.mappingView(actor, batch, queryNumber(sheet) - 1));
  }

  @Post('/imports/:id/mapping')
  @Allow('import.run')
  @Page('imports/mapping')
  async createMapping(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ImportMappingForm)) form: Posted<ImportMappingForm>,
  ): Promise<Answer<MappingPage>> {
    const batch = await this.desk.find(actor, id);
    const view = await this.mappingView(actor, batch, (form.value.sheet || 1) - 1);
    const entries = (form.errors.length ? [] : form.value.columns).map(
      (one) => one.split('=') as [string, string],
    );
    const mapping = mappingFrom(entries, view.header.columns);
    const place = placeChosen(form.value.place ?? '', view.streets);
    const again = (errors: FieldError[], blockers: Blocker[] = []) =>
      refused(toMapping({ ...view, chosen: { mapping, place: form.value.place ?? '' }, errors, blockers }));
    if (form.errors.length) return again(form.errors);
    if (!place) return again([{ field: 'place', message: '请在您管辖的范围内选择街道和社区' }]);
    const outcome = await this.imports.map(actor, id, { sheetPosition: view.position, mapping, ...place });
    if (!outcome.ok) return again([], outcome.blockers);
    await this.jobs.briefly(id);
    return seeOther(importPaths.show(id));
  }

  @Get('/imports/:id/preview')
  @Allow('import.read')
  @Page('imports/preview')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: Record<string, unknown>,
  ): Promise<PreviewPage | SeeOther> {
    const batch = await this.desk.find(actor, id);
    if (batch.state !== 'compared') return seeOther(importPaths.show(id));
    return toPreview(
      await this.previewView(actor, batch, queryText(query.show), queryNumber(query.page) || 1),
    );
  }

  @Post('/imports/:id/choices')
  @Allow('import.run')
  async createChoice(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ImportReviewForm)) form: Posted<ImportReviewForm>,
  ): Promise<SeeOther> {
    if (form.errors.length) return seeOther(importPaths.show(id), form.errors[0].message);
    const outcome = await this.imports.choose(actor, id, rowChoicesOf(form.value));
    const group = form.value.decisions.length > 0 ? 'ask' : 'conflict';
    const at = outcome.ok ? importPaths.group(id, group) : importPaths.show(id);
    return seeOther(at, outcome.ok ? '选择已保存，还没有导入' : outcome.blockers[0].text);
  }

  @Post('/imports/:id/confirmations')
  @Allow('import.run')
  @Page('imports/preview')
  async createConfirmation(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(ImportReviewForm)) form: Posted<ImportReviewForm>,
  ): Promise<Answer<PreviewPage>> {
    const { leaveProblems } = form.value;
    const broken = form.errors.map(({ message }) => houseRule('import.form', message));
    const outcome = broken.length
      ? { ok: false as const, blockers: broken }
      : await this.confirmation.confirm(actor, id, leaveProblems, rowChoicesOf(form.value));
    if (!outcome.ok) {
      const view = await this.previewView(actor, await this.desk.find(actor, id), '', 1);
      return refused(toPreview({ ...view, leavesProblems: leaveProblems, blockers: outcome.blockers }));
    }
    await this.jobs.briefly(id);
    return seeOther(importPaths.show(id));
  }

  private async mappingView(actor: Actor, batch: ImportBatch, wanted: number): Promise<MappingView> {
    const position = wanted >= 0 ? wanted : batch.sheetPosition;
    const sheet = await this.desk.sheetOf(batch, position, sampleRows);
    const header = sheet && this.desk.headerOf(sheet);
    const ground = await this.register.groundOf(actor);
    if (!sheet || !header || !ground) throw new NotFoundException();
    const before = position === batch.sheetPosition ? this.desk.mappingOf(batch, header) : undefined;
    const remembered = before ?? (await this.desk.remembered(actor.organisationId, header));
    const proposals = proposeColumns(header, remembered);
    const sheetNames = await this.desk.sheetNames(batch);
    return { batch, sheetNames, position, sheet, header, proposals, streets: ground.streets };
  }

  private async previewView(
    actor: Actor,
    batch: ImportBatch,
    show: string,
    page: number,
  ): Promise<PreviewView> {
    const tab = isPreviewTab(show) ? show : firstTab(JSON.parse(batch.report) as ImportReport);
    const rows = tab === 'skipped' ? [] : await this.desk.rows(batch.id, tab, page);
    return { batch, tab, page, rows, role: actor.role };
  }
}

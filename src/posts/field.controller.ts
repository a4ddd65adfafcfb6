import {
  Body,
  Controller,
  Get,
  NotFoundException,
  Param,
  ParseIntPipe,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentSignIn, OnSite, Open, SignedIn } from '../access/allow';
import { formatOf, isWebCopy, webMediaTypes } from '../domain/files/web-sizes';
import { sendPicture } from '../files/file-answers';
import { FileBytes } from '../files/file-bytes.service';
import { queryNumber, queryText } from '../platform/web/address';
import { asksForJson } from '../platform/web/errors';
import { Posted, asForm } from '../platform/web/form';
import { Answer, JsonAnswer, Page, SeeOther, seeOther } from '../platform/web/page';
import { FieldAnswers } from './field-answers';
import type { SessionAnswer } from './field-api';
import { FieldDesk } from './field.desk';
import { FieldPhotoForm, FieldPostForm } from './field.forms';
import { FieldPages } from './field-pages';
import { fieldPaths } from './field.paths';
import { FieldHistoryPage, FieldPostPage } from './field-post.presenter';
import { ReportPage } from './field-report.presenter';
import { FieldReportPages } from './field-report-pages';
import { TodayPage } from './field-today.presenter';
import { FieldWorker } from './field-worker';

/** The phone's pages, and what they send (field-api.ts). */
@Controller()
export class FieldController {
  constructor(
    private readonly pages: FieldPages,
    private readonly reports: FieldReportPages,
    private readonly answers: FieldAnswers,
    private readonly desk: FieldDesk,
    private readonly bytes: FileBytes,
    private readonly worker: FieldWorker,
  ) {}

  @Get('/m')
  @Allow('post.write')
  @OnSite()
  @Page('field/today')
  async today(@CurrentSignIn() person: SignedIn): Promise<TodayPage> {
    return this.pages.today(person);
  }

  @Get('/m/report')
  @Allow('post.write')
  @OnSite()
  @Page('field/report')
  async report(
    @CurrentSignIn() person: SignedIn,
    @Query() query: Record<string, unknown>,
  ): Promise<ReportPage | SeeOther> {
    const pointId = queryNumber(query.point);
    const contractId = queryNumber(query.contract) || (await this.onlyContract(person));
    if (!contractId) return seeOther(fieldPaths.today(), '请先选择合同');
    return this.reports.report(person, { contractId, on: queryText(query.on), pointId });
  }

  @Get('/m/point')
  @Allow('point.read')
  @OnSite()
  async point(@CurrentSignIn() person: SignedIn, @Query() query: Record<string, unknown>): Promise<SeeOther> {
    const id = queryNumber(query.id);
    return seeOther(id ? await this.pages.point(person, id) : fieldPaths.today());
  }

  @Get('/m/posts/:id')
  @Allow('post.write')
  @OnSite()
  @Page('field/post')
  async post(
    @CurrentSignIn() person: SignedIn,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<FieldPostPage> {
    return this.pages.post(person, id);
  }

  @Get('/m/history')
  @Allow('post.write')
  @OnSite()
  @Page('field/history')
  async history(
    @CurrentSignIn() person: SignedIn,
    @Query() query: Record<string, unknown>,
  ): Promise<FieldHistoryPage> {
    return this.pages.history(person, queryNumber(query.contract));
  }

  @Get('/m/outbox')
  @Allow('post.write')
  @OnSite()
  @Page('field/outbox')
  outbox(): { title: string; page: string; heading: string; about: string; aside: object } {
    return {
      ...{ title: '待发送', page: 'outbox', heading: '待发送', about: '都存在这部手机里，有网自动发' },
      aside: { label: '今天', link: fieldPaths.today() },
    };
  }

  @Get('/m/session')
  @Allow('post.write')
  @OnSite()
  async session(@CurrentSignIn() person: SignedIn): Promise<SessionAnswer> {
    return this.pages.session(person);
  }

  @Get('/m/sw.js')
  @Open()
  serviceWorker(@Res({ passthrough: true }) reply: FastifyReply): string {
    return this.worker.send(reply);
  }

  @Get('/m/photos/:id/:size')
  @Allow('post.write')
  @OnSite()
  async photo(
    @CurrentSignIn() person: SignedIn,
    @Param('id', ParseIntPipe) id: number,
    @Param('size') size: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const file = await this.desk.photo(person, id);
    if (!isWebCopy(size)) throw new NotFoundException();
    return sendPicture(reply, await this.bytes.copyOf(file, size), webMediaTypes[formatOf(size)]);
  }

  @Post('/m/photos')
  @Allow('post.write')
  @OnSite()
  async keepPhoto(
    @CurrentSignIn() person: SignedIn,
    @Body(asForm(FieldPhotoForm)) form: Posted<FieldPhotoForm>,
  ): Promise<JsonAnswer> {
    return this.answers.photo(person, form);
  }

  @Post('/m/posts')
  @Allow('post.write')
  @OnSite()
  @Page('field/report')
  async create(
    @CurrentSignIn() person: SignedIn,
    @Body(asForm(FieldPostForm)) form: Posted<FieldPostForm>,
    @Req() request: FastifyRequest,
  ): Promise<Answer<ReportPage>> {
    return asksForJson(request) ? this.answers.inJson(person, form) : this.answers.inPage(person, form);
  }

  private async onlyContract(person: SignedIn): Promise<number> {
    const found = await this.desk.contracts(person);
    return found.length === 1 ? found[0].contract.id : 0;
  }
}

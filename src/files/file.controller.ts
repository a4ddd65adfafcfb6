import { Body, Controller, Get, NotFoundException, Param, ParseIntPipe, Post, Res } from '@nestjs/common';
import { FastifyReply } from 'fastify';
import { Allow, CurrentActor, Open } from '../access/allow';
import { formatOf, isWebCopy, webMediaTypes } from '../domain/files/web-sizes';
import { Actor } from '../domain/people/actor';
import { asForm, FormState, formState, Posted } from '../platform/web/form';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { keepForAYear, sendDownload, sendPicture } from './file-answers';
import { FileBytes } from './file-bytes.service';
import { PublishForm, WithdrawForm } from './file.forms';
import { FileAtPlace, FilesDesk } from './files.desk';
import { filesPaths } from './files.paths';
import { PublicationPage, toPublish, toWithdraw } from './publication.presenter';

/** One file: its copies for staff, its original, whether everybody may see it, and the copies everybody sees. */
@Controller()
export class FileController {
  constructor(
    private readonly desk: FilesDesk,
    private readonly bytes: FileBytes,
  ) {}

  @Get('/files/:id/:size')
  @Allow('file.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Param('size') size: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { file } = await this.desk.find(actor, id);
    if (file.kind === 'photo' && isWebCopy(size)) {
      return sendPicture(reply, await this.bytes.copyOf(file, size), webMediaTypes[formatOf(size)]);
    }
    // The original of a photo is asked for by a post, which is recorded.
    if (file.kind === 'photo' || size !== 'original') throw new NotFoundException();
    return sendDownload(reply, await this.bytes.originalOf(file), file.mediaType, file.originalName);
  }

  @Post('/files/:id/originals')
  @Allow('file.read-original')
  async original(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const found = await this.desk.findPhoto(actor, id);
    const bytes = await this.bytes.originalOf(found.file);
    await this.desk.recordOriginal(actor, found);
    reply.status(200);
    return sendDownload(reply, bytes, found.file.mediaType, found.file.originalName);
  }

  @Get('/files/:id/publish')
  @Allow('file.publish')
  @Page('files/publish')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<PublicationPage> {
    const found = await this.desk.findPhoto(actor, id);
    const { caption, version } = found.file;
    const held = await this.desk.heldBy(found.file);
    return this.publishPage(actor, found, formState({ caption, version }, [], held));
  }

  @Post('/files/:id/publications')
  @Allow('file.publish')
  @Page('files/publish')
  async createPublication(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(PublishForm)) form: Posted<PublishForm>,
  ): Promise<Answer<PublicationPage>> {
    const found = await this.desk.findPhoto(actor, id);
    if (form.errors.length)
      return refused(await this.publishPage(actor, found, formState(form.raw, form.errors)));
    const { caption = '', unrecognisable, version } = form.value;
    const outcome = await this.desk.publish(actor, found, { caption, unrecognisable, version });
    if (!outcome.ok)
      return refused(await this.publishPage(actor, found, formState(form.raw, [], outcome.blockers)));
    return seeOther(filesPaths.index(found.place.code), '照片已公开');
  }

  @Get('/files/:id/withdraw')
  @Allow('file.publish')
  @Page('files/withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<PublicationPage> {
    const found = await this.desk.findPhoto(actor, id);
    return this.withdrawPage(actor, found, formState({ version: found.file.version }));
  }

  @Post('/files/:id/withdrawals')
  @Allow('file.publish')
  @Page('files/withdraw')
  async createWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(WithdrawForm)) form: Posted<WithdrawForm>,
  ): Promise<Answer<PublicationPage>> {
    const found = await this.desk.findPhoto(actor, id);
    if (form.errors.length)
      return refused(await this.withdrawPage(actor, found, formState(form.raw, form.errors)));
    const outcome = await this.desk.withdraw(actor, found, form.value.version, form.value.reason);
    if (!outcome.ok)
      return refused(await this.withdrawPage(actor, found, formState(form.raw, [], outcome.blockers)));
    return seeOther(filesPaths.index(found.place.code), '照片已撤下');
  }

  @Get('/p/:name')
  @Open()
  async showPublic(
    @Param('name') name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const asked = /^([A-Za-z0-9_-]{22})-(.+)$/.exec(name);
    if (!asked || !isWebCopy(asked[2])) throw new NotFoundException();
    const file = await this.desk.findPublished(asked[1]);
    const bytes = await this.bytes.copyOf(file, asked[2]);
    keepForAYear(reply);
    return sendPicture(reply, bytes, webMediaTypes[formatOf(asked[2])]);
  }

  private async publishPage(actor: Actor, found: FileAtPlace, form: FormState): Promise<PublicationPage> {
    return toPublish(found, await this.desk.frame(actor, found.place, '公开照片'), form);
  }

  private async withdrawPage(actor: Actor, found: FileAtPlace, form: FormState): Promise<PublicationPage> {
    return toWithdraw(found, await this.desk.frame(actor, found.place, '撤下照片'), form);
  }
}

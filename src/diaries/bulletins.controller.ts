import { Body, Controller, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { CompoundDesk } from '../compounds/compounds.desk';
import { askedRenovation } from '../compounds/renovation-address';
import type { Actor } from '../domain/people/actor';
import { answerTo } from '../platform/web/answer-to';
import { Posted, asForm, formState } from '../platform/web/form';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { BulletinPages } from './bulletin-pages';
import { BulletinFormPage, BulletinPage, BulletinSheet, BulletinWithdrawalPage } from './bulletin.presenter';
import { BulletinWithdrawalForm, NewBulletinForm } from './bulletin.forms';
import { BulletinsPage } from './bulletins.presenter';
import { Bulletins } from './bulletins.service';

/** Weekly bulletins: the list, writing one, reading and withdrawing it. */
@Controller()
export class BulletinsController {
  constructor(
    private readonly bulletins: Bulletins,
    private readonly pages: BulletinPages,
    private readonly compounds: CompoundDesk,
  ) {}

  @Get('/compounds/:code/bulletins')
  @Allow('diary.read')
  @Page('diaries/bulletins')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('renovation') renovation: unknown,
  ): Promise<BulletinsPage> {
    return this.pages.index(actor, code, askedRenovation(renovation));
  }

  @Get('/compounds/:code/bulletins/new')
  @Allow('bulletin.publish')
  @Page('diaries/bulletin-form')
  async new(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<BulletinFormPage | SeeOther> {
    return this.pages.new(actor, code);
  }

  @Post('/compounds/:code/bulletins')
  @Allow('bulletin.publish')
  @Page('diaries/bulletin-form')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body(asForm(NewBulletinForm)) { value, raw, errors }: Posted<NewBulletinForm>,
  ): Promise<Answer<BulletinFormPage>> {
    await this.compounds.find(actor, code);
    if (errors.length) return refused(await this.pages.again(actor, code, formState(raw, errors)));
    if (value.step === 'edit') return this.pages.again(actor, code, formState(raw));
    if (value.step === 'preview') {
      const looked = await this.bulletins.check(actor, code, value);
      return looked.ok
        ? this.pages.preview(actor, code, looked.value, raw)
        : refused(await this.pages.again(actor, code, formState(raw, [], looked.blockers)));
    }
    const { seen = '' } = value;
    const outcome = await this.bulletins.publish(actor, code, { ...value, seen });
    return outcome.ok
      ? seeOther(outcome.value, '周报已发布，居民在公示页上可以看到')
      : refused(await this.pages.again(actor, code, formState(raw, [], outcome.blockers)));
  }

  @Get('/bulletins/:id')
  @Allow('diary.read')
  @Page('diaries/bulletin')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<BulletinPage> {
    return this.pages.show(actor, id);
  }

  @Get('/bulletins/:id/print')
  @Allow('diary.read')
  @Page('diaries/bulletin-print')
  async print(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<BulletinSheet> {
    return this.pages.sheet(actor, id);
  }

  @Get('/bulletins/:id/withdraw')
  @Allow('bulletin.publish')
  @Page('diaries/withdraw')
  async confirmWithdrawal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<BulletinWithdrawalPage> {
    return this.pages.withdrawal(actor, id, ({ version }) => formState({ version }));
  }

  @Post('/bulletins/:id/withdrawals')
  @Allow('bulletin.publish')
  @Page('diaries/withdraw')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(BulletinWithdrawalForm)) form: Posted<BulletinWithdrawalForm>,
  ): Promise<Answer<BulletinWithdrawalPage>> {
    return answerTo(form, {
      take: (value) => this.bulletins.withdraw(actor, id, value),
      again: (stateOf) => this.pages.withdrawal(actor, id, stateOf),
      said: '周报已撤回。贴出来的请一起揭下',
    });
  }
}

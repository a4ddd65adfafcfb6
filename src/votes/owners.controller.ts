import { Body, Controller, DefaultValuePipe, Get, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import { Actor } from '../domain/people/actor';
import { Posted, asForm, formState } from '../platform/web/form';
import { isStale, refusedForm } from '../platform/web/form-again';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { OwnerPages } from './owner-pages';
import { OwnersForm, readOwners } from './owners.form';
import { OwnersPage } from './owners.presenter';
import { Owners } from './owners.service';
import { VoteDesk } from './votes.desk';
import { votePaths } from './votes.paths';

const pageQuery = [new DefaultValuePipe(1), ParseIntPipe] as const;

/** The owners' roster of a compound. */
@Controller('/compounds/:code/owners')
export class OwnersController {
  constructor(
    private readonly owners: Owners,
    private readonly desk: VoteDesk,
    private readonly pages: OwnerPages,
  ) {}

  @Get()
  @Allow('vote.read')
  @Page('votes/owners')
  async index(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('page', ...pageQuery) page: number,
  ): Promise<OwnersPage> {
    return this.pages.show(actor, code, page);
  }

  @Post()
  @Allow('vote.edit')
  @Page('votes/owners')
  async update(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query('page', ...pageQuery) page: number,
    @Body(asForm(OwnersForm)) form: Posted<OwnersForm>,
  ): Promise<Answer<OwnersPage>> {
    const { doors: known, version } = await this.desk.roster(actor, code);
    const again = async (state = formState(form.raw, form.errors), wasStale = false) =>
      refused(await this.pages.show(actor, code, page, state, wasStale));
    if (form.errors.length) return again();
    const { doors, errors, strangers } = readOwners(form.value, known);
    if (errors.length) return again(formState(form.raw, errors));
    const outcome = await this.owners.save(actor, code, { ...form.value, doors, strangers });
    if (!outcome.ok) {
      const { blockers } = outcome;
      return again(refusedForm(form.raw, blockers, { version }), isStale(blockers));
    }
    return seeOther(votePaths.owners(code, page), '业主名册已保存');
  }
}

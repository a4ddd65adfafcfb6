import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentActor } from '../access/allow';
import type { Actor } from '../domain/people/actor';
import { Files } from '../files/files.service';
import { Posted, asForm, formState } from '../platform/web/form';
import { besideField, isStale, refusedForm } from '../platform/web/form-again';
import { Answer, Page, SeeOther, refused, seeOther } from '../platform/web/page';
import { OperationResults } from './operation-results.service';
import { OperationResultForm } from './operation.forms';
import type { Member } from './operations.desk';
import { OperationPages } from './operation-pages';
import { FileColumn, filesOfRow, toResultRows } from './result-rows';
import { ResultPages } from './result-pages';
import { OperationResultPage } from './result.presenter';

const wanted = { photos: 'photo', inventory: 'any', record: 'any' } as const;

/** What came of a removal day. */
@Controller()
export class OperationResultsController {
  constructor(
    private readonly results: OperationResults,
    private readonly operations: OperationPages,
    private readonly pages: ResultPages,
    private readonly files: Files,
  ) {}

  @Get('/operations/:id/result')
  @Allow('removal.decide')
  @Page('operations/result')
  async new(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<OperationResultPage | SeeOther> {
    return this.pages.new(actor, id);
  }

  @Post('/operations/:id/results')
  @Allow('removal.decide')
  @Page('operations/result')
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(OperationResultForm)) form: Posted<OperationResultForm>,
  ): Promise<Answer<OperationResultPage>> {
    const { members } = await this.operations.find(actor, id);
    const received = await this.receive(form, members, actor);
    const kept = new Map(received.map(({ id, kept }) => [id, kept]));
    const files = new Map(received.map(({ id, taken }) => [id, taken]));
    const read = toResultRows(form.value, members);
    const errors = [...form.errors, ...received.flatMap((one) => one.errors), ...read.errors];
    if (errors.length) {
      return refused(await this.pages.again(actor, id, () => formState(form.raw, errors), { kept }));
    }
    const outcome = await this.results.carryOut(actor, id, form.value, { rows: read.rows, files });
    if (outcome.ok) return seeOther(outcome.value, '实施结果已登记，请另一位工作人员逐处复核');
    const { blockers } = outcome;
    const wasStale = isStale(blockers);
    const stateOf = (now: { version: number }) => refusedForm(form.raw, blockers, now);
    return refused(await this.pages.again(actor, id, stateOf, { kept, wasStale }));
  }

  /** The files of every structure, each column a field of its own. */
  private receive(form: Posted<OperationResultForm>, members: readonly Member[], actor: Actor) {
    return Promise.all(
      members.map(async ({ structure: { id } }) => {
        const columns = await Promise.all(
          (Object.keys(wanted) as FileColumn[]).map(async (column) => {
            const { field, posted } = filesOfRow(form, column, id);
            return { column, field, ...(await this.files.receive(posted, field, wanted[column], actor)) };
          }),
        );
        const by = <T>(of: (one: (typeof columns)[number]) => T) =>
          Object.fromEntries(columns.map((one) => [one.column, of(one)])) as Record<FileColumn, T>;
        return {
          id,
          kept: by((one) => one.kept),
          taken: by((one) => one.taken),
          errors: columns.flatMap(({ field, blockers }) => besideField(field, blockers)),
        };
      }),
    );
  }
}

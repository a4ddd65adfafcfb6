import { Injectable, NotFoundException } from '@nestjs/common';
import { People } from '../access/people.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import type { Actor } from '../domain/people/actor';
import { FileTotals } from '../files/files.totals';
import { FilesDesk } from '../files/files.desk';
import type { StoredFile } from '../files/stored-file.entity';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { formState } from '../platform/web/form';
import { HintAnswers } from './hint-answers.service';
import { HintPage, HintsPage, toHint, toHints } from './hints.presenter';

/** Gathers what the pages of hints show. */
@Injectable()
export class HintPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly answers: HintAnswers,
    private readonly files: FileTotals,
    private readonly filesDesk: FilesDesk,
    private readonly people: People,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  async index(actor: Actor, code: string, query: { all: boolean; page: number }): Promise<HintsPage> {
    const compound = await this.compounds.find(actor, code);
    const page = Math.max(1, query.page);
    const { hints, total } = await this.answers.list(compound.id, { ...query, page });
    const view = {
      ...{ compound, hints, total, page, all: query.all, today: this.clock.today() },
      files: await this.files.byId(hints.map(({ fileId }) => fileId)),
      people: await this.people.names(hints.map(({ answeredBy }) => answeredBy)),
    };
    return toHints(view, await this.workspace.frame(actor, compound, 'points', '照片核对'));
  }

  async show(actor: Actor, id: number, stateOf?: StateOf, wasStale = false): Promise<HintPage> {
    const { hint, compound } = await this.answers.find(actor, id);
    const { version, answer } = hint;
    const view = {
      ...{ compound, hint, wasStale, role: actor.role, today: this.clock.today() },
      file: (await this.files.byId([hint.fileId])).get(hint.fileId),
      other: await this.other(actor, hint.ofFileId),
      people: await this.people.names([hint.answeredBy]),
      form: stateOf?.({ version }) ?? formState({ version, answer }),
    };
    return toHint(view, await this.workspace.frame(actor, compound, 'points', '照片核对'));
  }

  /** The other photo, where the person may see it; anywhere in the portfolio means that often they may not. */
  private async other(actor: Actor, id: number | null): Promise<StoredFile | null> {
    if (id === null) return null;
    return this.filesDesk
      .findPhoto(actor, id)
      .then(({ file }) => file)
      .catch((error: unknown) => {
        if (error instanceof NotFoundException) return null;
        throw error;
      });
  }
}

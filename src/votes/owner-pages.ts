import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { Clock } from '../platform/clock/clock';
import { FormState, formState } from '../platform/web/form';
import { toPager } from '../platform/web/pager';
import { OwnersPage, toOwners } from './owners.presenter';
import { VoteDesk } from './votes.desk';
import { votePaths } from './votes.paths';

/** So many doors stand on one page: a form of more would grow beyond what a browser sends at once. */
const doorsPerPage = 300;

/** Gathers what the page of the roster shows. */
@Injectable()
export class OwnerPages {
  constructor(
    private readonly desk: VoteDesk,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** One page of the roster; without a form as typed, as it is stored. */
  async show(
    actor: Actor,
    code: string,
    page: number,
    form?: FormState,
    isStale = false,
  ): Promise<OwnersPage> {
    const { compound, doors, version } = await this.desk.roster(actor, code);
    const last = Math.max(1, Math.ceil(doors.length / doorsPerPage));
    const at = Math.min(Math.max(page, 1), last);
    const view = {
      compound,
      doors,
      shown: doors.slice((at - 1) * doorsPerPage, at * doorsPerPage),
      page: at,
      pager: toPager(at, doors.length, doorsPerPage, (other) => votePaths.owners(compound.code, other)),
      today: this.clock.today(),
      mayEdit: mayDo(actor.role, 'vote.edit'),
      isStale,
    };
    const frame = await this.workspace.frame(actor, compound, 'votes', '业主名册');
    return toOwners(view, form ?? formState({ version, onceKey: randomUUID() }), frame);
  }
}

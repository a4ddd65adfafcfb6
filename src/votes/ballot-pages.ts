import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Workspace } from '../compounds/workspace';
import { ballotTypingBlockers, voteOverBlockers } from '../domain/meeting/vote-steps';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { Clock } from '../platform/clock/clock';
import { FormState, formState } from '../platform/web/form';
import { toPager } from '../platform/web/pager';
import { BallotsPage, toBallots } from './ballots.presenter';
import { VoteRecords } from './vote-records';
import { VoteDesk } from './votes.desk';
import { votePaths } from './votes.paths';

/** So many owners stand on one page: a form of more would grow beyond what a browser sends at once. */
const ownersPerPage = 200;

/** Which part of the ballots is looked at, and how. */
interface BallotsQuestion {
  page: number;
  /** The owner of whom one ballot more is typed. */
  againId?: number;
  form?: FormState;
  isStale?: boolean;
}

/** Gathers what the page of the ballots shows. */
@Injectable()
export class BallotPages {
  constructor(
    private readonly desk: VoteDesk,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  find(actor: Actor, id: number): Promise<VoteRecords> {
    return this.desk.find(actor, id);
  }

  /** One page of the ballots; without a form as typed, as they are stored. */
  async show(
    actor: Actor,
    id: number,
    { page, againId, form, isStale }: BallotsQuestion,
  ): Promise<BallotsPage> {
    const records = await this.desk.find(actor, id);
    const { vote, voters, renovation, compound } = records;
    const last = Math.max(1, Math.ceil(voters.length / ownersPerPage));
    const at = Math.min(Math.max(page, 1), last);
    const [blocker] = [...voteOverBlockers(renovation.state), ...ballotTypingBlockers(vote.state)];
    const view = {
      records,
      shown: vote.openedOn === null ? [] : voters.slice((at - 1) * ownersPerPage, at * ownersPerPage),
      againId: againId ?? null,
      page: at,
      pager: toPager(at, voters.length, ownersPerPage, (other) => votePaths.ballots(id, other)),
      closed: blocker?.text ?? '',
      mayType: mayDo(actor.role, 'vote.edit') && !blocker,
      isStale: isStale ?? false,
      today: this.clock.today(),
    };
    const frame = await this.workspace.frame(actor, compound, 'votes', '表决票');
    return toBallots(view, form ?? this.newForm(records), frame);
  }

  /** What is typed on its day is received on its day; after the last day it must be said. */
  private newForm({ vote }: VoteRecords): FormState {
    const today = this.clock.today();
    const isRunning = vote.opensOn <= today && today <= vote.closesOn;
    return formState({ batchOn: isRunning ? today : '', onceKey: randomUUID() });
  }
}

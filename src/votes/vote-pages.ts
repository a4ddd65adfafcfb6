import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Doors } from '../compounds/doors.service';
import { Workspace } from '../compounds/workspace';
import { rosterTotals } from '../domain/meeting/vote-roster';
import { VoteStep, voteEditBlockers, voteOverBlockers, voteStepsFrom } from '../domain/meeting/vote-steps';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { MeetingTotals } from '../meetings/meetings.totals';
import { Clock } from '../platform/clock/clock';
import { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { VoteFormPage, toVoteForm } from './vote-form.presenter';
import { VoteRecords, noticeDayOf, noticeHangs, scopeOf } from './vote-records';
import { partInWords, scopeKey, scopeOptions } from './vote-scopes';
import { VoteStepPage, toVoteStep } from './vote-steps.presenter';
import { VoteSteps } from './vote-steps.service';
import { sheetFacts } from './vote-words';
import { VotePage, toVote } from './vote.presenter';
import { VoteDesk } from './votes.desk';
import { votePaths } from './votes.paths';
import { VotesPage, toVotes } from './votes.presenter';
import { noRenovation } from './votes.service';

/** Gathers what the pages of the votes show. */
@Injectable()
export class VotePages {
  constructor(
    private readonly desk: VoteDesk,
    private readonly steps: VoteSteps,
    private readonly compounds: CompoundDesk,
    private readonly doors: Doors,
    private readonly meetings: MeetingTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The votes of one renovation of a compound. */
  async index(actor: Actor, code: string, sequence?: number): Promise<VotesPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const votes = renovation ? await this.desk.votesOf(renovation.id) : [];
    const all = await this.desk.rosterDoors(compound.id);
    const view = {
      choice,
      votes: await this.desk.recordsOf(votes),
      doors: all,
      roster: rosterTotals(all),
      today: this.clock.today(),
      mayEdit: mayDo(actor.role, 'vote.edit'),
    };
    return toVotes(view, await this.workspace.frame(actor, compound, 'votes', '表决'));
  }

  /** The empty form; without a renovation it leads back and says why. */
  async new(actor: Actor, code: string): Promise<VoteFormPage | SeeOther> {
    const { compound, renovation } = await this.compounds.choose(actor, code);
    const [blocker] = renovation ? voteOverBlockers(renovation.state) : [noRenovation];
    if (blocker) return seeOther(votePaths.index(compound.code), blocker.text);
    return this.newAgain(
      actor,
      code,
      formState({ scope: 'compound', form: 'written', onceKey: randomUUID() }),
    );
  }

  async newAgain(actor: Actor, code: string, form: FormState): Promise<VoteFormPage> {
    const { compound, renovation } = await this.compounds.choose(actor, code);
    const parts = {
      title: `发起表决 · ${compound.name}`,
      heading: '发起表决',
      action: votePaths.index(code),
      isNew: true,
      form,
      latest: [],
      backLink: votePaths.index(code),
    };
    const view = await this.formView(compound.id, renovation?.id);
    const frame = await this.workspace.frame(actor, compound, 'votes', '发起表决');
    return toVoteForm({ ...view, compound }, parts, frame);
  }

  /** The form of a vote that is prepared; what was asked already leads back and says why. */
  async edit(actor: Actor, id: number): Promise<VoteFormPage | SeeOther> {
    const records = await this.desk.find(actor, id);
    const [blocker] = voteEditBlockers(records.vote.state, noticeHangs(records));
    if (blocker) return seeOther(votePaths.show(id), blocker.text);
    const { vote } = records;
    return this.editAgain(actor, id, formState({ ...vote, scope: scopeKey(scopeOf(vote)) }), false);
  }

  async editAgain(actor: Actor, id: number, form: FormState, wasStale: boolean): Promise<VoteFormPage> {
    const records = await this.desk.find(actor, id);
    const { vote, compound } = records;
    const part = partInWords(scopeOf(vote), await this.doors.doorsOf(compound.id));
    const stored = sheetFacts(vote, part, noticeDayOf(records), this.clock.today());
    const parts = {
      title: `修改表决 · ${compound.name}`,
      heading: `修改表决：${vote.title}`,
      action: votePaths.show(id),
      isNew: false,
      form,
      latest: wasStale
        ? [{ term: '标题', value: vote.title }, ...stored, { term: '表决内容', value: vote.question }]
        : [],
      backLink: votePaths.show(id),
    };
    const view = await this.formView(compound.id, vote.renovationId);
    const frame = await this.workspace.frame(actor, compound, 'votes', '修改表决');
    return toVoteForm({ ...view, compound }, parts, frame);
  }

  /** One vote. */
  async show(actor: Actor, id: number): Promise<VotePage> {
    const records = await this.desk.find(actor, id);
    const { vote, compound } = records;
    const mayEdit = mayDo(actor.role, 'vote.edit');
    const possible = mayEdit ? voteStepsFrom(vote.state) : [];
    const offered = await Promise.all(
      possible.map(async (step) => ({ step, blockers: await this.stepBlockers(step, records, actor) })),
    );
    const meetings = vote.meetingId === null ? [] : await this.meetings.forVotes(vote.renovationId);
    const view = {
      records,
      doors: await this.doors.doorsOf(compound.id),
      offered,
      mayEdit,
      digestNow: vote.digest === null ? null : this.desk.digestOf(records),
      meeting: meetings.find((meeting) => meeting.id === vote.meetingId) ?? null,
      today: this.clock.today(),
    };
    return toVote(view, await this.workspace.frame(actor, compound, 'votes', vote.title));
  }

  /** The page on which a step is confirmed. */
  async step(
    actor: Actor,
    id: number,
    step: VoteStep,
    stateOf: StateOf = ({ version }) => formState({ version, onceKey: randomUUID() }),
  ): Promise<VoteStepPage> {
    const records = await this.desk.find(actor, id);
    const blockers = await this.stepBlockers(step, records, actor);
    const view = { records, step, blockers, today: this.clock.today() };
    const frame = await this.workspace.frame(actor, records.compound, 'votes', records.vote.title);
    return toVoteStep(view, stateOf(records.vote), frame);
  }

  /** The reason of calling it off is typed on the page and not counted yet. */
  private async stepBlockers(step: VoteStep, records: VoteRecords, actor: Actor) {
    const found = await this.steps.blockers(step, records, actor, '');
    return found.filter(({ code }) => code !== 'vote.reason');
  }

  private async formView(compoundId: number, renovationId: number | undefined) {
    return {
      scopes: scopeOptions(await this.doors.doorsOf(compoundId)),
      meetings: renovationId === undefined ? [] : await this.meetings.forVotes(renovationId),
      today: this.clock.today(),
    };
  }
}

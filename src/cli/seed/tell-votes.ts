import { Compound } from '../../compounds/compound.entity';
import { CompoundDesk } from '../../compounds/compounds.desk';
import { DoorLine, Doors } from '../../compounds/doors.service';
import { addDays } from '../../domain/kernel/calendar-date';
import { Door } from '../../domain/compound/doors';
import { parseArea } from '../../domain/kernel/area';
import { Outcome } from '../../domain/kernel/outcome';
import { BallotMark, SeenFault } from '../../domain/meeting/vote-ballots';
import { OwnerKind, RosterDoor } from '../../domain/meeting/vote-roster';
import { valueOn } from '../../domain/rules/rule-book';
import { TypedLine } from '../../votes/ballots.form';
import { Ballots } from '../../votes/ballots.service';
import { Owners } from '../../votes/owners.service';
import { proposedNotice } from '../../votes/vote-notices.presenter';
import { VoteNotices } from '../../votes/vote-notices.service';
import { VoteRecords } from '../../votes/vote-records';
import { scopesOf, scopeKey } from '../../votes/vote-scopes';
import { VoteSteps } from '../../votes/vote-steps.service';
import { VoteDesk } from '../../votes/votes.desk';
import { CloseVoteForm, NewVoteForm, OpenVoteForm, VoteNoticeForm } from '../../votes/votes.forms';
import { Votes } from '../../votes/votes.service';
import { filled } from './granted';
import { dayIn } from './story-clock';
import { isMeant } from './tell-survey';
import { Moment, StepOf, newKey } from './telling';

/** Writes the owners' roster: one area for all doors but the exceptions, one owner for each but the groups. */
export async function writeOwners(moment: Moment, step: StepOf<'owners'>): Promise<Outcome<unknown>> {
  const { app, actor, compound } = moment;
  const { doors, version } = await app.get(VoteDesk).roster(actor, compound.code);
  const typed = doors.map((door): RosterDoor => ({
    ...door,
    area: parseArea(keyOf(door, step.except) ?? step.area)!,
    source: step.source ?? 'register',
    group: keyOf(door, step.groups) ?? '',
    kind: (keyOf(door, step.kinds) as OwnerKind | undefined) ?? 'person',
  }));
  return app
    .get(Owners)
    .save(actor, compound.code, { doors: typed, strangers: 0, version, onceKey: newKey() });
}

/** Prepares a vote. */
export async function prepareVote(moment: Moment, step: StepOf<'vote'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, today } = moment;
  const { title, matter, question, form = 'written' } = step;
  const doors = await app.get(Doors).doorsOf((await compoundOf(moment)).id);
  const scope = scopesOf(doors).find(({ label }) => label.replaceAll(' ', '-') === (step.scope ?? '全院'));
  if (!scope) throw new Error(`${compound.code} has no part ${step.scope}`);
  const raw = {
    title,
    matter,
    question,
    form,
    scope: scopeKey(scope.scope),
    opensOn: dayIn(step.opensOn, today),
    closesOn: dayIn(step.closesOn, today),
    ...(step.noticePostedOn !== undefined && { noticePostedOn: dayIn(step.noticePostedOn, today) }),
    onceKey: newKey(),
  };
  return app.get(Votes).add(actor, compound.code, await filled(NewVoteForm, raw));
}

/** Posts the notice that is next: of the vote before it opens, of its result once it is counted. */
export async function postVoteNotice(moment: Moment, step: StepOf<'vote-notice'>): Promise<Outcome<unknown>> {
  const { app, actor, day } = moment;
  const records = await latestVote(moment);
  const doors = await app.get(Doors).doorsOf(records.compound.id);
  const proposed = proposedNotice(records, doors, day);
  const endsOn = records.vote.closedOn ? addDays(day, step.days ?? valueOn('notice.days', day)) : undefined;
  const raw = {
    ...proposed,
    ...(endsOn && { endsOn }),
    places: step.places ?? ['gate-board', 'unit-door'],
    step: 'post',
    onceKey: newKey(),
  };
  return app.get(VoteNotices).post(actor, records.vote.id, await filled(VoteNoticeForm, raw));
}

/** Opens the latest vote. */
export async function openVote(moment: Moment): Promise<Outcome<unknown>> {
  const { vote } = await latestVote(moment);
  const form = await filled(OpenVoteForm, { version: String(vote.version), onceKey: newKey() });
  return moment.app.get(VoteSteps).open(moment.actor, vote.id, form);
}

/** Types ballots of the latest vote, the owners of the doors by what they chose. */
export async function typeBallots(moment: Moment, step: StepOf<'ballots'>): Promise<Outcome<unknown>> {
  const records = await latestVote(moment);
  const doors = await moment.app.get(Doors).doorsOf(records.compound.id);
  const owners = (names: readonly string[] = []) =>
    new Set(
      names.flatMap((name) =>
        doors.filter((door) => isMeant(door, name)).map((door) => ownerOf(records, door)),
      ),
    );
  const receivedOn = step.receivedOn === undefined ? moment.day : dayIn(step.receivedOn, moment.today);
  const proxies = owners(step.proxies);
  const line = (ownerId: number, mark: BallotMark, fault: SeenFault | null = null): TypedLine => ({
    row: `${ownerId}-1`,
    ownerId,
    seenId: null,
    values: {
      mark,
      fault,
      isProxy: proxies.has(ownerId),
      authorisedOn: proxies.has(ownerId) ? receivedOn : null,
      receivedOn,
    },
  });
  const lines = [
    ...(['yes', 'no', 'abstain'] as const).flatMap((mark) =>
      [...owners(step[mark])].map((id) => line(id, mark)),
    ),
    ...Object.entries(step.invalid ?? {}).flatMap(([fault, names]) =>
      [...owners(names)].map((id) => line(id, 'invalid', fault as SeenFault)),
    ),
  ];
  const typed = { lines, strangers: 0, onceKey: newKey() };
  return moment.app.get(Ballots).save(moment.actor, records.vote.id, typed, '/');
}

/** Counts the latest vote. */
export async function countVote(moment: Moment, step: StepOf<'count-vote'>): Promise<Outcome<unknown>> {
  const { vote } = await latestVote(moment);
  const { watchers = ['owner'], counters = ['building-lead', 'community-worker'] } = step;
  const raw = { watchers, counters, version: String(vote.version), onceKey: newKey() };
  const form = await filled(CloseVoteForm, raw);
  return moment.app.get(VoteSteps).close(moment.actor, vote.id, form);
}

/** The key under whose doors this one is named. */
const keyOf = (door: Door, named: Partial<Record<string, string[]>> = {}): string | undefined =>
  Object.keys(named).find((key) => named[key]!.some((name) => isMeant(door, name)));

function ownerOf({ voters, compound }: VoteRecords, door: DoorLine): number {
  const voter = voters.find(({ doors }) => doors.some(({ dwellingId }) => dwellingId === door.id));
  if (!voter) throw new Error(`${compound.code}: ${door.roomNo} does not vote`);
  return voter.id;
}

const compoundOf = ({ app, actor, compound }: Moment): Promise<Compound> =>
  app.get(CompoundDesk).find(actor, compound.code);

async function latestVote(moment: Moment): Promise<VoteRecords> {
  const { app } = moment;
  const compound = await compoundOf(moment);
  const renovation = await app.get(CompoundDesk).currentRenovation(compound.id);
  const [vote] = renovation ? await app.get(VoteDesk).votesOf(renovation.id) : [];
  if (!vote) throw new Error(`${compound.code} has no vote yet`);
  return app.get(VoteDesk).records(vote);
}

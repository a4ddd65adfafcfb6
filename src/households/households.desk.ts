import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, IsNull } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { DoorLine, Doors } from '../compounds/doors.service';
import { Renovation } from '../compounds/renovation.entities';
import type {
  HouseholdAnswer,
  HouseholdAnswers,
  HouseholdQuestion,
} from '../domain/meeting/household-questions';
import type { RecordedCall } from '../domain/meeting/household-sheet';
import { HouseholdStanding, householdStandings } from '../domain/meeting/household-standing';
import type { Actor } from '../domain/people/actor';
import { rawColumns } from '../platform/database/raw-columns';
import { HouseholdAnswerRecord, HouseholdCallRecord } from './household-call.entities';

/** A call with everything that was answered on it. */
export interface AnsweredCall extends HouseholdCallRecord {
  answers: HouseholdAnswers;
}

/** A call in the history of its door, with the renovation it was made for. */
export interface PastCall extends AnsweredCall {
  renovation: Renovation;
}

/** What is known of the doors of a compound in one renovation. */
export interface HouseholdRecords {
  compound: Compound;
  renovation: Renovation;
  doors: DoorLine[];
  calls: RecordedCall[];
  standings: Map<number, HouseholdStanding>;
}

/** The one way to calls and answers; whether the asker may see the compound is asked of its desk. */
@Injectable()
export class HouseholdDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly doors: Doors,
  ) {}

  /** Everything of one renovation, in two queries however many doors there are. */
  async records(
    compound: Compound,
    renovation: Renovation,
    from: EntityManager = this.reader.manager,
  ): Promise<HouseholdRecords> {
    const calls = await this.callsOf(renovation.id, from);
    const doors = await this.doors.doorsOf(compound.id, from);
    return { compound, renovation, doors, calls, standings: householdStandings(calls) };
  }

  /** The calls of a renovation that count, with their answers; one query. */
  async callsOf(renovationId: number, from: EntityManager = this.reader.manager): Promise<RecordedCall[]> {
    const rows = await from
      .createQueryBuilder(HouseholdCallRecord, 'call')
      .leftJoin(HouseholdAnswerRecord, 'answer', 'answer.callId = call.id')
      .select(rawColumns('call', ['id', 'dwellingId', 'calledOn', 'outcome', 'note']))
      .addSelect(rawColumns('answer', ['question', 'answer']))
      .where('call.renovationId = :renovationId AND call.withdrawnOn IS NULL', { renovationId })
      .orderBy('call.id', 'ASC')
      .getRawMany<
        Omit<RecordedCall, 'answers'> & { question: HouseholdQuestion | null; answer: HouseholdAnswer }
      >();
    const calls = new Map<number, RecordedCall>();
    for (const { question, answer, ...call } of rows) {
      const known = calls.get(call.id) ?? { ...call, answers: {} };
      if (question) known.answers[question] = answer;
      calls.set(call.id, known);
    }
    return [...calls.values()];
  }

  /** Every call at a door in all renovations, in the order they were recorded; those taken back included. */
  async callsAt(dwellingId: number): Promise<PastCall[]> {
    const from = this.reader.manager;
    const calls = await from.find(HouseholdCallRecord, { where: { dwellingId }, order: { id: 'ASC' } });
    const renovationIds = In([...new Set(calls.map(({ renovationId }) => renovationId))]);
    const renovations = await from.findBy(Renovation, { id: renovationIds });
    return (await this.answered(calls, from)).map((call) => ({
      ...call,
      renovation: renovations.find(({ id }) => id === call.renovationId)!,
    }));
  }

  /** The call with this id, with its renovation, in the person's scope. */
  async call(actor: Actor, id: number, from: EntityManager = this.reader.manager) {
    const found = await from.findOneBy(HouseholdCallRecord, { id });
    if (!found) throw new NotFoundException();
    const renovation = await from.findOneByOrFail(Renovation, { id: found.renovationId });
    const compound = await this.compounds.findById(actor, renovation.compoundId, from);
    const [call] = await this.answered([found], from);
    return { call, renovation, compound };
  }

  /** The roles that went when this person last wrote a call down; whoever walks from door to door goes with the same. */
  async lastCallers(renovationId: number, recordedBy: number): Promise<string[]> {
    const last = await this.reader.manager.findOne(HouseholdCallRecord, {
      where: { renovationId, recordedBy, withdrawnOn: IsNull() },
      order: { id: 'DESC' },
    });
    return last?.callers.split(',') ?? [];
  }

  private async answered(calls: HouseholdCallRecord[], from: EntityManager): Promise<AnsweredCall[]> {
    const answers = calls.length
      ? await from.findBy(HouseholdAnswerRecord, { callId: In(calls.map(({ id }) => id)) })
      : [];
    return calls.map((call) => ({
      ...call,
      answers: Object.fromEntries(
        answers.filter(({ callId }) => callId === call.id).map(({ question, answer }) => [question, answer]),
      ),
    }));
  }
}

/** The doors that count as households; shops, garages and stores may be called at and are not counted. */
export const householdsOf = (doors: readonly DoorLine[]): DoorLine[] =>
  doors.filter(({ use }) => use === 'dwelling');

/** The doors one walks by from this one: the households, and the door itself where it is none. */
export const walkPast = (doors: readonly DoorLine[], { id: own }: Pick<DoorLine, 'id'>): DoorLine[] =>
  doors.filter(({ id, use }) => use === 'dwelling' || id === own);

/** The households of which no owner was heard yet, in walking order. */
export const unreachedOf = ({
  doors,
  standings,
}: Pick<HouseholdRecords, 'doors' | 'standings'>): DoorLine[] =>
  householdsOf(doors).filter(({ id }) => !standings.get(id)?.reached);

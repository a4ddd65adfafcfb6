import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { stopping } from '../domain/kernel/blocker';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { OperationFacts } from '../domain/removal/operation-lifecycle';
import type { Agency } from '../domain/removal/removal-agencies';
import {
  isForceDecided,
  OperationPlan,
  OperationStructure,
  operationWay,
} from '../domain/removal/removal-operation';
import { DemolitionFirm, firmBlockers, WeatherCheck } from '../domain/removal/removal-rules';
import { RemovalWay, wayBlockers, WayFacts } from '../domain/removal/removal-ways';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { RemovalCases } from '../removals/removal-cases';
import { StructureRecord } from '../structures/structure.entities';
import { StructureDesk } from '../structures/structures.desk';
import type { OperationRecord } from './operation.entities';
import { FoundOperation, Member, OperationAtPlace, OperationDesk, safetyPlansOf } from './operations.desk';

/** A structure that an operation could take: in which way, and the planned operation it is in already. */
export interface Candidate {
  structure: StructureRecord;
  way: RemovalWay;
  taken: OperationRecord | null;
}

/** When and by whom, as far as the papers of a structure are judged by it. */
interface OnTheDay {
  on: CalendarDate;
  firm: DemolitionFirm | null;
}

/** What the law is asked about operations, from what is recorded. */
@Injectable()
export class OperationStanding {
  constructor(
    private readonly desk: OperationDesk,
    private readonly structures: StructureDesk,
    private readonly cases: RemovalCases,
    private readonly workDays: WorkDays,
    private readonly clock: Clock,
  ) {}

  /** Every structure of a renovation that a removal day can take, by its number. */
  async candidates(renovationId: number, from?: EntityManager): Promise<Candidate[]> {
    const all = await this.structures.ofRenovation(renovationId, from);
    const open = all.filter(({ state }) => state === 'agreed' || state === 'standing');
    const [ways, taken] = [
      await this.cases.wayFacts(open, from),
      await this.desk.plannedWith(
        open.map(({ id }) => id),
        from,
      ),
    ];
    return open.flatMap((structure) => {
      const way = operationWay(structure, isForceOpen(ways.get(structure.id)));
      return way ? [{ structure, way, taken: taken.get(structure.id) ?? null }] : [];
    });
  }

  /** The chosen structures as the law sees them; ids of other compounds and made-up ones are foreign. */
  async chosen(
    ids: readonly number[],
    renovation: { id: number },
    { on, firm, operationId }: OnTheDay & { operationId: number | null },
    from: EntityManager,
  ): Promise<OperationStructure[]> {
    const rows = await from.findBy(StructureRecord, { id: In([...ids]), renovationId: renovation.id });
    const ways = await this.cases.wayFacts(rows, from);
    const taken = await this.desk.plannedWith(ids, from);
    return ids.map((id) => {
      const structure = rows.find((row) => row.id === id);
      if (!structure) return foreign(id);
      const facts = ways.get(id);
      const way = operationWay(structure, isForceOpen(facts)) ?? structure.way ?? 'assisted';
      const other = taken.get(id);
      const takenBy =
        other && other.id !== operationId ? { name: other.name, on: other.happensOn } : undefined;
      return this.structureOf({ structure, way, facts, takenBy }, { on, firm });
    });
  }

  /** Operations as they are planned, in a few statements however many they are. */
  async plansOf(found: readonly FoundOperation[], from?: EntityManager): Promise<OperationPlan[]> {
    const sheets = found.flatMap(({ members }) => members.map(({ structure }) => structure));
    const ways = await this.cases.wayFacts(sheets, from);
    return found.map((one) => this.planOf(one, ways));
  }

  /** Everything a step of an operation is judged by, but for what was typed. */
  async factsOf(found: OperationAtPlace, from?: EntityManager): Promise<OperationFacts> {
    const [plan] = await this.plansOf([found], from);
    return {
      renovation: found.renovation.state,
      plan,
      weather: weatherOf(found.operation),
      ...{ outcomes: [], reason: '', today: this.clock.today(), calendar: this.workDays.calendar },
    };
  }

  private planOf(found: FoundOperation, ways: ReadonlyMap<number, WayFacts>): OperationPlan {
    const { operation, members } = found;
    const day = { on: operation.happensOn, firm: firmOf(operation) };
    const toStructure = ({ row, structure }: Member) =>
      this.structureOf({ structure, way: row.way, facts: ways.get(structure.id) }, day);
    return {
      compoundId: operation.compoundId,
      hours: hoursOf(operation),
      agencies: agenciesOf(operation),
      structures: members.map(toStructure),
      safetyPlans: safetyPlansOf(found).length,
      emergency: operation.emergency ?? '',
    };
  }

  private structureOf(
    known: {
      structure: StructureRecord;
      way: RemovalWay;
      facts: WayFacts | undefined;
      takenBy?: OperationStructure['takenBy'];
    },
    { on, firm }: OnTheDay,
  ): OperationStructure {
    const { structure, way, facts, takenBy } = known;
    const { id, number, compoundId, state } = structure;
    const papers = facts ? wayBlockers(way, facts, on, this.workDays.calendar) : [];
    const blockers = stopping([...papers, ...firmBlockers(structure, firm, on)]);
    return { id, number, compoundId, state, way, blockers, takenBy };
  }
}

const isForceOpen = (facts: WayFacts | undefined): boolean =>
  facts !== undefined && isForceDecided(facts.statutory);

const foreign = (id: number): OperationStructure => ({
  ...{ id, number: 0, compoundId: 0, state: 'agreed', way: 'voluntary', blockers: [] },
});

/** From when until when? */
export const hoursOf = ({ happensOn, fromTime, toTime }: OperationRecord) => ({
  on: happensOn,
  from: fromTime,
  to: toTime,
});

/** Who takes part? */
export const agenciesOf = ({ agencies }: Pick<OperationRecord, 'agencies'>): Agency[] =>
  agencies.split(',').filter(Boolean) as Agency[];

/** Who demolishes under a contract; null where nobody is engaged. */
export const firmOf = ({
  firmName,
  isFirmLicensed,
  firmFiledOn,
}: Pick<OperationRecord, 'firmName' | 'isFirmLicensed' | 'firmFiledOn'>) =>
  firmName === null ? null : { name: firmName, isLicensed: isFirmLicensed, filedOn: firmFiledOn };

/** What was looked up of the weather; null while nobody did. */
export const weatherOf = (operation: OperationRecord): WeatherCheck | null => {
  const { windGrade, hasPollutionAlert, weatherCheckedOn } = operation;
  return windGrade === null || weatherCheckedOn === null
    ? null
    : { windGrade, hasPollutionAlert, checkedOn: weatherCheckedOn };
};

import { Injectable, NotFoundException } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { DoorLine, Doors } from '../compounds/doors.service';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { visitBlockers, visitOutcomeNames, VisitOutcome } from '../domain/survey/door-visit';
import { surveyEditBlockers } from '../domain/survey/sign-off';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { byRow } from '../platform/web/cells';
import { DoorVisitRecord } from './door-visit.entity';
import { SurveyRecords, standingsOf, toVisit } from './survey-records';
import { noSurvey } from './survey-refusals';
import { UnitVisitsForm, VisitForm, WithdrawalForm } from './survey.forms';
import { SurveyDesk } from './surveys.desk';
import { surveyPaths } from './surveys.paths';

type VisitValues = Omit<DoorVisitRecord, 'id' | 'withdrawnOn' | 'withdrawnReason' | 'version'>;

/** Door to door: one visit to one door, or one walk through a whole unit; every visit is kept. */
@Injectable()
export class Visits {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SurveyDesk,
    private readonly doors: Doors,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes one visit down; the value is the page to go on with: the door itself, or the next in walking order. */
  async add(actor: Actor, dwellingId: number, form: VisitForm): Promise<Outcome<string>> {
    const { compound } = await this.doors.find(actor, dwellingId);
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const records = await this.records(actor, compound.code, tx);
        if (!records) return refuse(noSurvey);
        const { kitchen = null, toilet = null, rain = null, outcome } = form;
        const visit = { ...this.valuesOf(actor, records, form), dwellingId, outcome, kitchen, toilet, rain };
        const blockers = this.blockersOf(records, [visit]);
        if (blockers.length) return refuse(...blockers);
        const id = (await tx.insert(DoorVisitRecord, visit)).identifiers[0].id as number;
        await this.audit.record(tx, {
          actor,
          action: 'door.visited',
          subject: { kind: 'visit', id },
          compoundId: compound.id,
          to: visitOutcomeNames[outcome],
        });
        if (!form.next) return done(surveyPaths.visits(dwellingId));
        const next = doorAfter(records.doors, dwellingId);
        return done(next ? surveyPaths.visits(next.id) : surveyPaths.doors(compound.code));
      }),
    );
  }

  /** Writes down one walk through a unit; `rest` is given to the doors that have no visit yet and none chosen here. */
  addForUnit(
    actor: Actor,
    buildingId: number,
    unitNo: number,
    form: UnitVisitsForm,
  ): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { compound } = await this.doors.building(actor, buildingId, tx);
        const records = await this.records(actor, compound.code, tx);
        if (!records) return refuse(noSurvey);
        const shared = this.valuesOf(actor, records, form);
        const given = outcomesFor(records, doorsOfUnit(records.doors, buildingId, unitNo), form);
        const pipes = { kitchen: null, toilet: null, rain: null };
        const visits = given.map((one) => ({ ...shared, ...pipes, ...one }));
        const blockers = this.blockersOf(records, visits);
        if (!visits.length) blockers.push(houseRule('visits.empty', '请至少为一户选择走访结果'));
        if (blockers.length) return refuse(...blockers);
        for (let start = 0; start < visits.length; start += 50) {
          await tx.insert(DoorVisitRecord, visits.slice(start, start + 50));
        }
        await this.audit.record(tx, {
          actor,
          action: 'unit.visited',
          subject: { kind: 'building', id: buildingId },
          compoundId: compound.id,
          to: `${unitNo} 单元 ${visits.length} 户`,
        });
        return done(surveyPaths.unitVisits(buildingId, unitNo));
      }),
    );
  }

  /** Takes back a visit that was written down by mistake; it stays readable and counts nowhere. */
  withdraw(actor: Actor, id: number, form: WithdrawalForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { visit, survey, compound } = await this.find(actor, id, tx);
      const blockers = surveyEditBlockers(survey.state);
      if (visit.withdrawnOn) blockers.push(houseRule('visit.withdrawn', '这条入户记录已经作废'));
      if (blockers.length) return refuse(...blockers);
      const change = { withdrawnOn: this.clock.today(), withdrawnReason: form.reason };
      if (!(await updateAt(tx, DoorVisitRecord, { id, version: form.version }, change))) return refuse(stale);
      await this.audit.record(tx, {
        actor,
        action: 'visit.withdrawn',
        subject: { kind: 'visit', id },
        compoundId: compound.id,
        reason: form.reason,
      });
      return done(surveyPaths.visits(visit.dwellingId));
    });
  }

  /** The visit with this id, with its survey, in the person's scope. */
  async find(actor: Actor, id: number, tx?: EntityManager) {
    const visit = await this.desk.visit(id, tx);
    if (!visit) throw new NotFoundException();
    return { visit, ...(await this.desk.find(actor, visit.surveyId, tx)) };
  }

  private async records(actor: Actor, code: string, tx: EntityManager): Promise<SurveyRecords | null> {
    const { compound, survey } = await this.desk.latestOf(actor, code, tx);
    return survey && this.desk.records(survey, compound, tx);
  }

  private valuesOf(actor: Actor, { survey }: SurveyRecords, form: VisitForm | UnitVisitsForm) {
    return {
      surveyId: survey.id,
      visitedOn: form.visitedOn,
      visitors: form.visitors.join(','),
      note: form.note ?? '',
      recordedBy: actor.userId,
      recordedAt: this.clock.nowAt(),
    };
  }

  /** Every reason once, however many doors it holds for. */
  private blockersOf({ survey }: SurveyRecords, visits: readonly VisitValues[]): Blocker[] {
    const found = visits.flatMap((visit) => visitBlockers(toVisit(visit), this.clock.today()));
    const once = new Map([...surveyEditBlockers(survey.state), ...found].map((one) => [one.text, one]));
    return [...once.values()];
  }
}

/** The doors of one unit, in walking order. */
export const doorsOfUnit = (doors: readonly DoorLine[], buildingId: number, unitNo: number): DoorLine[] =>
  doors.filter((door) => door.buildingId === buildingId && door.unitNo === unitNo);

/** The door after this one in walking order. */
export const doorAfter = (doors: readonly DoorLine[], id: number): DoorLine | undefined =>
  doors[doors.findIndex((door) => door.id === id) + 1];

/** The door before this one in walking order. */
export const doorBefore = (doors: readonly DoorLine[], id: number): DoorLine | undefined =>
  doors[doors.findIndex((door) => door.id === id) - 1];

function outcomesFor(
  records: SurveyRecords,
  doors: readonly DoorLine[],
  form: UnitVisitsForm,
): Pick<DoorVisitRecord, 'dwellingId' | 'outcome'>[] {
  const standings = standingsOf(records);
  const chosen = byRow(form.outcome);
  return doors.flatMap(({ id }) => {
    const rest = standings.get(id) === 'not-visited' ? form.rest : undefined;
    const outcome = chosen.get(String(id)) || rest;
    return outcome ? { dwellingId: id, outcome: outcome as VisitOutcome } : [];
  });
}

import { Injectable, NotFoundException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Compound } from '../compounds/compound.entity';
import { Doors } from '../compounds/doors.service';
import { Workspace } from '../compounds/workspace';
import { doorInWords } from '../domain/compound/doors';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { surveyEditBlockers } from '../domain/survey/sign-off';
import { Clock } from '../platform/clock/clock';
import { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { DoorVisitRecord } from './door-visit.entity';
import { SurveyRecords } from './survey-records';
import { noSurvey } from './survey-refusals';
import { SurveyDesk } from './surveys.desk';
import { UnitVisitsPage, VisitsPage, toUnitVisits, toVisits } from './visits.presenter';
import { Visits, doorAfter, doorBefore, doorsOfUnit } from './visits.service';
import { WithdrawalPage, toVisitWithdrawal } from './withdrawal.presenter';

/** Gathers what the pages of the doors show. */
@Injectable()
export class VisitPages {
  constructor(
    private readonly desk: SurveyDesk,
    private readonly people: People,
    private readonly visits: Visits,
    private readonly doors: Doors,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** One door with every visit made; without a form as typed, a new one that begins as the last visit was. */
  async door(actor: Actor, id: number, form?: FormState): Promise<VisitsPage> {
    const { door, compound } = await this.doors.find(actor, id);
    const records = await this.records(compound);
    const doors = records?.doors ?? (await this.doors.doorsOf(compound.id));
    const history = await this.desk.historyOf(id);
    const view = {
      compound,
      door,
      records,
      history,
      names: await this.people.names(
        history.flatMap(({ visits }) => visits.map(({ recordedBy }) => recordedBy)),
      ),
      neighbours: { previous: doorBefore(doors, id), next: doorAfter(doors, id) },
      closed: closedReason(actor, records),
      mayEdit: mayDo(actor.role, 'survey.edit'),
    };
    const frame = await this.workspace.frame(actor, compound, 'survey', doorInWords(door));
    return toVisits(view, form ?? this.newForm(actor, records), frame);
  }

  /** All doors of one unit on one form. */
  async unit(actor: Actor, buildingId: number, unitNo: number, form?: FormState): Promise<UnitVisitsPage> {
    const { building, compound } = await this.doors.building(actor, buildingId);
    const records = await this.records(compound);
    const doors = records?.doors ?? (await this.doors.doorsOf(compound.id));
    const unit = doorsOfUnit(doors, building.id, unitNo);
    if (!unit.length) throw new NotFoundException();
    const view = { compound, unit, records, closed: closedReason(actor, records) };
    const frame = await this.workspace.frame(actor, compound, 'survey', '整单元登记');
    return toUnitVisits(view, form ?? this.newForm(actor, records), frame);
  }

  async withdrawal(actor: Actor, id: number, stateOf: StateOf): Promise<WithdrawalPage> {
    const { visit, compound } = await this.visits.find(actor, id);
    const { door } = await this.doors.find(actor, visit.dwellingId);
    const frame = await this.workspace.frame(actor, compound, 'survey', '作废入户记录');
    return toVisitWithdrawal({ compound, visit, door }, stateOf(visit), frame);
  }

  /** '1号楼 1单元 101 已保存': which door, because the page after it may be another one. */
  async saved(actor: Actor, id: number): Promise<string> {
    const { door } = await this.doors.find(actor, id);
    return `${doorInWords(door)} 已保存`;
  }

  private async records(compound: Compound): Promise<SurveyRecords | null> {
    const survey = await this.desk.latest(compound.id);
    return survey && this.desk.records(survey, compound);
  }

  /** Whoever walks from door to door goes with the same people; only the first visit of the day is told who. */
  private newForm(actor: Actor, records: SurveyRecords | null): FormState {
    const own = records?.visits.filter(({ recordedBy }) => recordedBy === actor.userId) ?? [];
    const last = own.reduce<DoorVisitRecord | undefined>(
      (latest, visit) => (latest && latest.id > visit.id ? latest : visit),
      undefined,
    );
    return formState({
      visitedOn: this.clock.today(),
      visitors: last?.visitors.split(',') ?? [],
      onceKey: randomUUID(),
    });
  }
}

/** Why nothing can be recorded now; empty where it can. */
function closedReason(actor: Actor, records: SurveyRecords | null): string {
  if (!mayDo(actor.role, 'survey.edit')) return '入户记录由社区工作人员、街道项目负责人填写';
  const [blocker] = records ? surveyEditBlockers(records.survey.state) : [noSurvey];
  return blocker?.text ?? '';
}

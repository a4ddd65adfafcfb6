import { Injectable } from '@nestjs/common';
import { People } from '../access/people.service';
import { DoorHistoryLine, DoorLayer, DoorMark } from '../compounds/door-layers';
import { Doors } from '../compounds/doors.service';
import { Renovations } from '../compounds/renovations.service';
import type { Action } from '../domain/people/permissions';
import { toVisitHistory } from './door-table.presenter';
import { standingsOf } from './survey-records';
import { doorMarks } from './survey-words';
import { SurveyDesk } from './surveys.desk';
import { surveyOf } from './surveys.facts';

/** What the surveys know of each door: how far the visits have got, and every visit in its history. */
@Injectable()
export class VisitedLayer implements DoorLayer {
  readonly key = 'visited';
  readonly label = '入户';
  readonly action: Action = 'survey.read';
  readonly position = 0;

  constructor(
    private readonly desk: SurveyDesk,
    private readonly people: People,
    private readonly doors: Doors,
    private readonly renovations: Renovations,
  ) {}

  async marks(compoundId: number, renovationId: number | null): Promise<Map<number, DoorMark>> {
    const surveys = await this.desk.all(compoundId);
    const survey =
      renovationId === null
        ? surveys[0]
        : surveyOf(renovationId, await this.renovations.of(compoundId), surveys);
    if (!survey) return new Map();
    const doors = await this.doors.doorsOf(compoundId);
    const visits = (await this.desk.visitsOf(survey.id)).filter(({ withdrawnOn }) => withdrawnOn === null);
    return new Map([...standingsOf({ doors, visits })].map(([id, standing]) => [id, doorMarks[standing]]));
  }

  async history(dwellingId: number): Promise<DoorHistoryLine[]> {
    const history = await this.desk.historyOf(dwellingId);
    const recordedBy = history.flatMap(({ visits }) => visits.map((visit) => visit.recordedBy));
    return toVisitHistory(history, await this.people.names(recordedBy));
  }
}

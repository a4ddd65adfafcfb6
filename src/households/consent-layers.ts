import { Injectable } from '@nestjs/common';
import { People } from '../access/people.service';
import { DoorHistoryLine, DoorLayer, DoorMark } from '../compounds/door-layers';
import { Doors } from '../compounds/doors.service';
import { HouseholdQuestion, householdQuestions } from '../domain/meeting/household-questions';
import { householdStandings } from '../domain/meeting/household-standing';
import { toCallHistory } from './call-history.presenter';
import { answerMark } from './household-words';
import { HouseholdDesk } from './households.desk';

/** The layer of each question, and its place in the switch. */
export const questionLayers: Record<HouseholdQuestion, { key: string; position: number }> = {
  renovation: { key: 'consent-renovation', position: 10 },
  removal: { key: 'consent-removal', position: 11 },
  fee: { key: 'consent-fee', position: 12 },
  satisfaction: { key: 'satisfaction', position: 30 },
  'gate-card': { key: 'gate-card', position: 31 },
};

/** What the households say to each question, as layers of the matrix; the first also tells every call at a door. */
@Injectable()
export class ConsentLayers {
  constructor(
    private readonly desk: HouseholdDesk,
    private readonly doors: Doors,
    private readonly people: People,
  ) {}

  all(): DoorLayer[] {
    return (Object.keys(questionLayers) as HouseholdQuestion[]).map((question, at) => ({
      ...questionLayers[question],
      label: householdQuestions[question].name,
      action: 'household.read',
      marks: (compoundId, renovationId) => this.marks(question, compoundId, renovationId),
      ...(at === 0 && { history: (dwellingId: number) => this.history(dwellingId) }),
    }));
  }

  private async marks(
    question: HouseholdQuestion,
    compoundId: number,
    renovationId: number | null,
  ): Promise<Map<number, DoorMark>> {
    if (renovationId === null) return new Map();
    const standings = householdStandings(await this.desk.callsOf(renovationId));
    const doors = await this.doors.doorsOf(compoundId);
    return new Map(
      doors
        .filter(({ id, use }) => use === 'dwelling' || standings.get(id)?.answers[question])
        .map(({ id }) => [id, answerMark(question, standings.get(id))]),
    );
  }

  private async history(dwellingId: number): Promise<DoorHistoryLine[]> {
    const calls = await this.desk.callsAt(dwellingId);
    return toCallHistory(calls, await this.people.names(calls.map(({ recordedBy }) => recordedBy)));
  }
}

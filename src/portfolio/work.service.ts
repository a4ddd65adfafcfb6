import { Injectable } from '@nestjs/common';
import { WaitingItem, WaitingWork } from '../compounds/waiting-work';
import { CalendarDate } from '../domain/kernel/calendar-date';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { SurveyTotals } from '../surveys/surveys.totals';
import { SurveysWaiting, WaitingSurvey } from '../surveys/surveys.waiting';
import { Board, BoardLine } from './board.service';
import { MissingGates } from './missing-gates';
import {
  doorItems,
  gateItems,
  hazardItems,
  nearPassage,
  overdueItems,
  registerItems,
  staleItems,
  surveyItems,
} from './work-rules';

/** Gates are asked for in so many compounds at most, the nearest first; asking costs every room a look. */
const mostPassages = 40;

/** What waits for a person in their scope, by the rules of work-rules. */
@Injectable()
export class Work {
  constructor(
    private readonly board: Board,
    private readonly gates: MissingGates,
    private readonly surveys: SurveysWaiting,
    private readonly surveyTotals: SurveyTotals,
    private readonly rooms: WaitingWork,
    private readonly clock: Clock,
  ) {}

  /** Everything that waits, the most pressing first; narrowed to one compound for its own page. */
  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    const { role } = actor;
    const today = this.clock.today();
    const lines = await this.board.lines(actor, compoundId);
    const unsigned = await this.surveys.unsigned(actor, compoundId);
    const facts = {
      doorsLeft: await this.doorsLeft(actor, unsigned, lines),
      dueOn: surveyDays(lines),
    };
    const items = [
      ...hazardItems(await this.surveys.severeOpen(actor, compoundId), role),
      ...surveyItems(unsigned, role, facts),
      ...doorItems(unsigned, role, facts),
      ...lines.flatMap((line) => overdueItems(line, role, today)),
      ...lines.flatMap((line) => staleItems(line, role, today)),
      ...(await this.gateItems(actor, lines, today)),
      ...registerItems(lines, role),
      ...(await this.rooms.gather(actor, compoundId)),
    ];
    return items.sort(byDay);
  }

  private async gateItems(
    { role }: Actor,
    lines: readonly BoardLine[],
    today: CalendarDate,
  ): Promise<WaitingItem[]> {
    const near = nearPassage(lines, today).slice(0, mostPassages);
    const missing = await this.gates.of(near);
    return near.flatMap((line) => gateItems(line, missing.get(line.id) ?? [], role));
  }

  /** How many doors of each running survey nobody was met at; asked for those who go from door to door. */
  private async doorsLeft(
    { role }: Actor,
    unsigned: readonly WaitingSurvey[],
    lines: readonly BoardLine[],
  ): Promise<Map<string, number>> {
    if (role !== 'community-worker') return new Map();
    const drafts = new Set(unsigned.filter(({ state }) => state === 'draft').map(({ code }) => code));
    const wanted = lines.filter(({ code }) => drafts.has(code));
    const summaries = await this.surveyTotals.summaries(wanted.map(({ id }) => id));
    return new Map(
      wanted.map(({ id, code }) => {
        const visits = summaries.get(id)?.visits;
        return [code, visits ? visits.notVisited + visits.notHome : 0];
      }),
    );
  }
}

/** By when the survey of a compound has to be done: the end of its stage, while it is in it. */
function surveyDays(lines: readonly BoardLine[]): (code: string) => CalendarDate | null {
  const inSurvey = lines.filter(({ stage }) => stage === 'survey');
  const days = new Map(inSurvey.map(({ code, stagePlannedOn }) => [code, stagePlannedOn]));
  return (code) => days.get(code) ?? null;
}

function byDay(one: WaitingItem, other: WaitingItem): number {
  if (one.dueOn === other.dueOn) return 0;
  if (one.dueOn === null || other.dueOn === null) return one.dueOn === null ? 1 : -1;
  return one.dueOn < other.dueOn ? -1 : 1;
}

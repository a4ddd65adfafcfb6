import type { DemoBrief } from './demo-story';
import type { CoursePeople, DueStep, StageDays } from './usual-course';
import { doorNames } from './usual-survey';

/** So many doors are asked on one evening. */
const perEvening = 12;

/** Days between two evenings. */
const between = 4;

/**
 * What has been asked so far in a consultation that still goes on: an evening sheet every few days, in walking order;
 * every ninth household waits, every seventeenth is against the fee.
 */
export function consultationCalls(
  { buildings }: DemoBrief,
  { worker }: CoursePeople,
  { startedOn }: StageDays,
): DueStep[] {
  const doors = doorNames(buildings);
  const evenings = Math.ceil(doors.length / perEvening);
  return Array.from({ length: evenings }, (_, evening) => {
    const on = startedOn + 3 + evening * between;
    const tonight = doors
      .map((name, at) => ({ name, at }))
      .slice(evening * perEvening, (evening + 1) * perEvening);
    const sheet = (fits: (at: number) => boolean) =>
      tonight.filter(({ at }) => fits(at)).map(({ name }) => name);
    const call = {
      on,
      by: worker,
      do: 'call' as const,
      callers: ['community-worker' as const, 'building-lead' as const],
    };
    const waits = (at: number) => at % 9 === 8;
    const saves = (at: number) => at % 17 === 16;
    const said: DueStep[] = [
      {
        ...call,
        at: '19:00',
        doors: sheet((at) => !waits(at) && !saves(at)),
        answers: { renovation: 'agree', removal: 'agree', fee: 'agree' },
      },
      {
        ...call,
        at: '19:30',
        doors: sheet(waits),
        answers: { renovation: 'undecided', removal: 'undecided', fee: 'undecided' },
      },
      {
        ...call,
        at: '19:40',
        doors: sheet((at) => saves(at) && !waits(at)),
        answers: { renovation: 'agree', removal: 'agree', fee: 'against' },
      },
    ];
    return said.filter((step) => step.do === 'call' && step.doors.length > 0);
  }).flat();
}

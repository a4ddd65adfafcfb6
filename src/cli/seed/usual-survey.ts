import { doorInWords, doorsOf } from '../../domain/compound/doors';
import type { VisitorRole } from '../../domain/survey/door-visit';
import type { DemoBrief, DemoCourse } from './demo-story';
import type { CoursePeople, DueStep, StageDays } from './usual-course';

/** The usual survey: six evenings from door to door, one walk with the camera, the sheet, and two signatures. */
export function surveySteps(
  compound: DemoBrief,
  course: DemoCourse,
  { worker, manager }: CoursePeople,
  days: StageDays,
): DueStep[] {
  const going = course.reached === 'survey';
  const complete = !going || course.signed !== undefined;
  const length = days.endedOn - days.startedOn;
  const first = days.startedOn + 1;
  const when = (share: number, beforeToday: number) =>
    Math.max(first, going ? -beforeToday : days.startedOn + Math.round(length * share));
  const evenings = Array.from({ length: 6 }, (_, at) => when(0.1 + at * 0.12, 12 - at * 2));
  const walk = when(0.75, 6);
  const steps: DueStep[] = [
    { on: days.startedOn, at: '10:30', by: worker, do: 'open-survey' },
    ...visits(compound, course, evenings, complete).map((visit) => ({ ...visit, by: worker })),
    ...compound.buildings
      .filter(({ picture }) => picture)
      .map(({ no, picture }, at): DueStep => {
        return {
          on: walk,
          at: minute('09', at),
          by: worker,
          do: 'photograph',
          building: no,
          picture: picture!,
        };
      }),
    ...course.hazards.map((hazard, at): DueStep => {
      return { on: walk, at: minute('10', at), by: worker, do: 'find-hazard', hazard };
    }),
  ];
  if (!complete) return steps;
  const signedOn = going ? -1 : days.endedOn - 1;
  steps.push(
    { on: signedOn, at: '16:00', by: worker, do: 'survey-sheet', ...gridData(compound) },
    { on: signedOn, at: '16:30', by: worker, do: 'sign-survey', level: 'community' },
  );
  if (!going) steps.push({ on: days.endedOn, at: '09:10', by: manager, do: 'sign-survey', level: 'street' });
  return steps;
}

/** The names of all doors in walking order, as steps name them: '1号楼-1单元-101'. */
export const doorNames = (buildings: DemoBrief['buildings']): string[] =>
  buildings
    .flatMap((building) => doorsOf({ ...building, buildingNo: building.no, firstFloor: 1 }))
    .map((door) => doorInWords(door).replaceAll(' ', '-'));

type Visit = Omit<Extract<DueStep, { do: 'visit' }>, 'by'>;

/** The doors evening by evening; those beyond the share that was met are not at home, or not visited yet. */
function visits(
  { buildings }: DemoBrief,
  { met: share }: DemoCourse,
  evenings: readonly number[],
  complete: boolean,
): Visit[] {
  const doors = doorNames(buildings);
  const met = Math.round((doors.length * share) / 100);
  const each = Math.ceil(doors.length / evenings.length);
  return evenings.flatMap((on, evening) => {
    const visitors: VisitorRole[] = ['community-worker', ...(evening % 2 ? [] : ['building-lead' as const])];
    const tonight = doors.slice(evening * each, (evening + 1) * each);
    const home = tonight.filter((_, at) => evening * each + at < met);
    const away = complete ? tonight.slice(home.length) : [];
    const visit = { on, do: 'visit' as const, visitors };
    return [
      ...(home.length ? [{ ...visit, at: '19:00', doors: home, outcome: 'met' as const }] : []),
      ...(away.length ? [{ ...visit, at: '20:00', doors: away, outcome: 'not-home' as const }] : []),
    ];
  });
}

/** What the grid data say: the same households, and a few people fewer. */
function gridData({ facts }: DemoBrief) {
  const gridResidents = String(Math.round(Number(facts.residentCount) * 0.97));
  return { gridHouseholds: String(facts.householdCount), gridResidents, note: '' };
}

/** Every fifth minute of an hour. */
const minute = (hour: string, at: number): string => `${hour}:${String(at * 5).padStart(2, '0')}`;

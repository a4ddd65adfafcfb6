import { doorInWords, doorsOf } from '../../domain/compound/doors';
import type { Move } from '../../domain/renovation/moves';
import { StageCode, stages } from '../../domain/renovation/stages';
import type { DemoBrief, DemoCourse, DemoStep } from './demo-story';
import { stageEvidence } from './usual-evidence';

/** Who acts in a usual course, as logins of the cast. */
export interface CoursePeople {
  worker: string;
  manager: string;
  officer: string;
}

/** A step with the day it is due, counted from the day of seeding; what is due later has not happened yet. */
type DueStep = DemoStep & { on: number };

/** The steps of a compound that follows the usual course, up to where it has got. */
export function usualCourse(compound: DemoBrief, people: CoursePeople): DemoStep[] {
  const { course } = compound;
  const register: DueStep = {
    on: course ? Number(course.beganOn) - 3 : -40,
    by: people.manager,
    do: 'register',
  };
  if (!course) return [register];
  const reached = course.reached === 'closed' ? stages.length : stages.indexOf(course.reached);
  const steps: DueStep[] = [register, ...opening(course, people)];
  for (const [index, stage] of stages.entries()) {
    if (index > reached) break;
    const days = daysOf(course, index);
    const told =
      stage === 'survey'
        ? surveySteps(compound, course, people, days)
        : evidenceSteps(course, people, stage, days);
    const over = index < reached;
    steps.push(...told.filter(({ on }) => over || on <= -1));
    if (over) steps.push(move(days.endedOn, people.manager, stage === 'handover' ? 'close' : 'advance'));
  }
  return [...steps, ...whatCameBetween(course, people)];
}

/** From which day to which a stage ran, or runs by plan, counted from the day of seeding. */
interface StageDays {
  startedOn: number;
  endedOn: number;
}

function daysOf(course: DemoCourse, index: number): StageDays {
  const sum = (days: readonly number[], count: number) =>
    days.slice(0, count).reduce((total, day) => total + day, 0);
  const drift = course.drift ?? [];
  const at = (count: number) => Number(course.beganOn) + sum(course.days, count) + sum(drift, count);
  return { startedOn: at(index), endedOn: at(index + 1) };
}

function opening(course: DemoCourse, people: CoursePeople): DueStep[] {
  const on = Number(course.beganOn);
  const { name, track, summary, estimatedYuan } = course;
  let start = on;
  const ends = Object.fromEntries(
    stages.map((stage, index) => {
      const plan: [number, number] = [start, start + course.days[index]];
      start = plan[1];
      return [stage, plan];
    }),
  ) as Record<StageCode, [number, number]>;
  return [
    { on, at: '09:30', by: people.manager, do: 'open-renovation', name, track, summary, estimatedYuan },
    { on, at: '10:00', by: people.manager, do: 'plan', ends },
  ];
}

function surveySteps(
  compound: DemoBrief,
  course: DemoCourse,
  people: CoursePeople,
  days: StageDays,
): DueStep[] {
  const { worker, manager } = people;
  const length = days.endedOn - days.startedOn;
  const when = (share: number) => days.startedOn + Math.max(1, Math.round(length * share));
  const doors = compound.buildings
    .flatMap((building) => doorsOf({ ...building, buildingNo: building.no, firstFloor: 1 }))
    .map((door) => doorInWords(door).replaceAll(' ', '-'));
  const met = Math.round((doors.length * course.met) / 100);
  const going = course.reached === 'survey';
  const evenings = 6;
  const each = Math.ceil(doors.length / evenings);
  const visits = Array.from({ length: evenings }, (_, evening): DueStep[] => {
    const on = going ? Math.max(days.startedOn + 1, -2 * (evenings - evening)) : when(0.1 + evening * 0.12);
    const [first, last] = [evening * each, Math.min(doors.length, (evening + 1) * each)];
    const visitor = evening % 2 ? ('community-worker' as const) : ('building-lead' as const);
    const visit = { on, at: '19:00', by: worker, do: 'visit' as const, visitor };
    const [home, away] = [doors.slice(first, Math.min(last, met)), doors.slice(Math.max(first, met), last)];
    return [
      ...(home.length ? [{ ...visit, doors: home, outcome: 'met' as const }] : []),
      ...(away.length && !going
        ? [{ ...visit, at: '20:00', doors: away, outcome: 'not-home' as const }]
        : []),
    ];
  }).flat();
  const found = course.hazards.map((hazard, at): DueStep => {
    const on = going ? Math.max(days.startedOn + 1, -6) : when(0.75);
    return { on, at: `10:${10 + at * 8}`, by: worker, do: 'find-hazard', hazard };
  });
  const photos = compound.buildings
    .filter(({ picture }) => picture)
    .map(({ no, picture }, at): DueStep => {
      return {
        on: found[0].on,
        at: `09:${10 + at * 6}`,
        by: worker,
        do: 'photograph',
        building: no,
        picture: picture!,
      };
    });
  const signs: DueStep[] = going
    ? course.signed
      ? [{ on: -1, at: '16:30', by: worker, do: 'sign-survey', level: 'community' }]
      : []
    : [
        { on: days.endedOn - 1, at: '16:30', by: worker, do: 'sign-survey', level: 'community' },
        { on: days.endedOn, at: '09:10', by: manager, do: 'sign-survey', level: 'street' },
      ];
  return [...visits, ...photos, ...found, ...signs];
}

function evidenceSteps(
  course: DemoCourse,
  people: CoursePeople,
  stage: StageCode,
  days: StageDays,
): DueStep[] {
  const length = days.endedOn - days.startedOn;
  const steps = stageEvidence[course.track][stage]
    .map((one) => ({ ...one, gates: one.gates.filter((gate) => gate !== course.override?.gate) }))
    .filter(({ gates }) => gates.length)
    .map(({ share, ...evidence }, at): DueStep => {
      const on = days.startedOn + Math.round(length * share);
      return {
        on,
        at: `11:${String(at * 4).padStart(2, '0')}`,
        by: people.manager,
        do: 'milestone',
        ...evidence,
      };
    });
  if (stage !== 'removal' || !course.contractor) return steps;
  return [
    ...steps,
    {
      on: days.endedOn,
      at: '11:50',
      by: people.manager,
      do: 'engage',
      firm: course.contractor,
      role: 'contractor',
    },
  ];
}

/** What does not belong to one stage: removal beside, a gate let pass, a delay, a halt. */
function whatCameBetween(course: DemoCourse, people: CoursePeople): DueStep[] {
  const steps: DueStep[] = [];
  if (course.removalBeside) steps.push(move(-12, people.manager, 'start-removal'));
  if (course.override)
    steps.push({ on: -2, at: '15:00', by: people.officer, do: 'override', ...course.override });
  if (course.slip) {
    const { stage, days, reason, answerable } = course.slip;
    const planned =
      Number(course.beganOn) + course.days.slice(0, stages.indexOf(stage) + 1).reduce((a, b) => a + b, 0);
    steps.push({
      on: -3,
      at: '17:10',
      by: people.manager,
      do: 'expect',
      stage,
      endOn: planned + days,
      reason,
      answerable,
    });
  }
  if (course.halted) {
    const { on, move: kind, reason } = course.halted;
    const by = kind === 'cancel' ? people.officer : people.manager;
    steps.push({ on: Number(on), at: '16:00', by, do: 'move', move: kind, reason });
  }
  return steps;
}

const move = (on: number, by: string, kind: Move): DueStep => ({
  on,
  at: '16:20',
  by,
  do: 'move',
  move: kind,
});

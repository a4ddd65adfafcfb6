import type { Move } from '../../domain/renovation/moves';
import { StageCode, stages } from '../../domain/renovation/stages';
import type { DemoBrief, DemoCourse, DemoStep } from './demo-story';
import { stageEvidence, usualDelay } from './usual-evidence';
import { consultationCalls } from './usual-consultation';
import { surveySteps } from './usual-survey';

/** Who acts in a usual course, as logins of the cast. */
export interface CoursePeople {
  worker: string;
  manager: string;
  officer: string;
}

/** A step with its day counted from the day of seeding; what would be later has not happened yet. */
export type DueStep = DemoStep & { on: number };

/** From which day to which a stage ran, or runs by plan, counted from the day of seeding. */
export interface StageDays {
  startedOn: number;
  endedOn: number;
}

/** A compound that is only registered was registered so many days before. */
const registeredOnly = -40;

/** The steps of a compound that follows the usual course, up to where it has got. */
export function usualCourse(compound: DemoBrief, people: CoursePeople): DemoStep[] {
  const { course } = compound;
  const register: DueStep = {
    on: course ? beganOn(course) - 3 : registeredOnly,
    by: people.manager,
    do: 'register',
  };
  if (!course) return [register];
  const reached = course.reached === 'closed' ? stages.length : stages.indexOf(course.reached);
  const steps: DueStep[] = [register, ...opening(course, people)];
  for (const [index, stage] of stages.slice(0, reached + 1).entries()) {
    const days = daysOf(course, index);
    const over = index < reached;
    const told =
      stage === 'survey'
        ? surveySteps(compound, course, people, days)
        : stageSteps(compound, course, people, stage, { ...days, over });
    steps.push(...told.filter(({ on }) => over || on <= -1));
    if (over) steps.push(...foreseenDelay(course, people, stage, days));
    if (over) steps.push(move(days.endedOn, people.manager, stage === 'handover' ? 'close' : 'advance'));
  }
  const until = Number(course.halted?.on ?? 0);
  return [...steps.filter(({ on }) => on <= until), ...whatCameBetween(course, people)];
}

/** What is filed from this share of a stage on closes it; a stage that goes on still lacks it, however late it is. */
const closing = 0.8;

const beganOn = ({ beganOn: day }: DemoCourse): number => Number(day);

const sum = (days: readonly number[], count: number): number =>
  days.slice(0, count).reduce((total, day) => total + day, 0);

function daysOf(course: DemoCourse, index: number): StageDays {
  const at = (count: number) => beganOn(course) + sum(course.days, count) + sum(course.drift ?? [], count);
  return { startedOn: at(index), endedOn: at(index + 1) };
}

/** The day of seeding is day 0: by plan, from when to when does each stage run? */
const planOf = (course: DemoCourse): Record<StageCode, [number, number]> =>
  Object.fromEntries(
    stages.map((stage, at) => [
      stage,
      [at, at + 1].map((count) => beganOn(course) + sum(course.days, count)),
    ]),
  ) as Record<StageCode, [number, number]>;

function opening(course: DemoCourse, people: CoursePeople): DueStep[] {
  const { name, track, summary, estimatedYuan } = course;
  const at = { on: beganOn(course), by: people.manager };
  return [
    { ...at, at: '09:30', do: 'open-renovation', name, track, summary, estimatedYuan },
    { ...at, at: '10:00', do: 'plan', ends: planOf(course) },
  ];
}

/** A stage that ended late was expected late shortly before, with a reason and somebody who answers. */
function foreseenDelay(
  course: DemoCourse,
  people: CoursePeople,
  stage: StageCode,
  days: StageDays,
): DueStep[] {
  if (days.endedOn <= planOf(course)[stage][1]) return [];
  const on = Math.max(days.startedOn + 1, days.endedOn - 3);
  return [
    { on, at: '17:20', by: people.manager, do: 'expect', stage, endOn: days.endedOn, ...usualDelay[stage] },
  ];
}

function stageSteps(
  compound: DemoBrief,
  course: DemoCourse,
  people: CoursePeople,
  stage: StageCode,
  { startedOn, endedOn, over }: StageDays & { over: boolean },
): DueStep[] {
  const { worker, manager } = people;
  const day = (share: number) => startedOn + Math.round((endedOn - startedOn) * share);
  const steps = stageEvidence[course.track][stage]
    .filter(({ share }) => over || share < closing)
    .map((one) => ({ ...one, gates: one.gates.filter((gate) => gate !== course.override?.gate) }))
    .filter(({ gates }) => gates.length)
    .map(({ share, ...evidence }, at): DueStep => {
      return { on: day(share), at: `11:${10 + at * 5}`, by: manager, do: 'milestone', ...evidence };
    });
  const view = (on: number, picture: string | undefined, words: string): DueStep[] => {
    const caption = `${compound.name}${words}`;
    return picture ? [{ on, at: '15:00', by: worker, do: 'photo', picture, caption }] : [];
  };
  if (stage === 'removal') steps.push(...view(startedOn - 1, course.before, '改造前'));
  if (stage === 'consultation' && !over) {
    steps.push(...consultationCalls(compound, people, { startedOn, endedOn }));
  }
  if (stage === 'removal' && course.contractor) {
    steps.push({
      on: endedOn,
      at: '14:00',
      by: manager,
      do: 'engage',
      firm: course.contractor,
      role: 'contractor',
    });
  }
  if (stage !== 'construction') return steps;
  const written = course.hazards.map(({ kind }): DueStep => {
    return { on: endedOn, at: '14:00', by: worker, do: 'control-hazard', kind, note: '随本次改造处理完毕' };
  });
  return [
    ...steps,
    ...view(day(0.4), course.during, '施工中'),
    ...written,
    ...view(endedOn, course.after, '改造后'),
  ];
}

/** What does not belong to one stage: removal beside, a gate let pass, a delay, a halt. */
function whatCameBetween(course: DemoCourse, people: CoursePeople): DueStep[] {
  const { removalBeside, override, slip, halted } = course;
  const steps: DueStep[] = [];
  if (removalBeside) steps.push(move(-12, people.manager, 'start-removal'));
  if (override) steps.push({ on: -2, at: '15:00', by: people.officer, do: 'override', ...override });
  if (slip) {
    const { days, ...said } = slip;
    const endOn = planOf(course)[slip.stage][1] + days;
    steps.push({ on: -3, at: '17:10', by: people.manager, do: 'expect', ...said, endOn });
  }
  if (halted) {
    const by = halted.move === 'cancel' && course.track === 'district' ? people.officer : people.manager;
    steps.push({
      on: Number(halted.on),
      at: '16:00',
      by,
      do: 'move',
      move: halted.move,
      reason: halted.reason,
    });
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

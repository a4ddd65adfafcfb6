import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { INestApplicationContext } from '@nestjs/common';
import { CalendarDate } from '../../domain/kernel/calendar-date';
import { Outcome } from '../../domain/kernel/outcome';
import { Clock } from '../../platform/clock/clock';
import { projectRoot } from '../../platform/web/project-root';
import { Cast, makeCast } from './demo-cast';
import type { DemoBrief, DemoCast, DemoRegister, DemoStep, DemoStory } from './demo-story';
import { granted } from './granted';
import { StoryClock, dayIn, instantOf } from './story-clock';
import { engage, openRenovation, register } from './tell-register';
import { expectEnd, milestone, move, override, photo, plan } from './tell-stages';
import { controlHazard, findHazard, openSurvey, photograph, sign, visit, writeSheet } from './tell-survey';
import { Moment, StepOf } from './telling';
import { usualCourse } from './usual-course';

const folder = join(projectRoot, 'data', 'demo');
const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T;

type Tellers = {
  [Kind in DemoStep['do']]: (moment: Moment, step: StepOf<Kind>) => Promise<Outcome<unknown>>;
};

const tellers: Tellers = {
  register,
  'open-renovation': openRenovation,
  engage,
  'open-survey': openSurvey,
  'survey-sheet': writeSheet,
  'find-hazard': findHazard,
  'control-hazard': controlHazard,
  photograph,
  visit,
  'sign-survey': sign,
  plan,
  expect: expectEnd,
  milestone,
  override,
  move,
  photo,
};

/** One step with the compound it belongs to and the moment it happened. */
interface Told {
  compound: DemoRegister;
  step: DemoStep;
  day: CalendarDate;
  instant: Date;
}

/** The first administrator's evening before the story: accounts and firms are made then. */
const castMadeOn = '2026-01-05';

/**
 * Tells the demo through the rooms' own services, every step by one of the cast, in the order of its days, so that rows,
 * schedules and the audit chain look as if an office had worked with the system. Returns how many compounds there are.
 */
export async function loadDemo(app: INestApplicationContext, say: (line: string) => void): Promise<number> {
  const clock = app.get(Clock);
  const today = clock.today();
  const story = new StoryClock(clock);
  try {
    story.showing(instantOf(castMadeOn, '09:00'));
    const cast = await makeCast(app, read<DemoCast>('cast.json'));
    const { compounds, told } = gather(cast, today);
    say(`demo: telling ${told.length} steps of ${compounds} compounds, up to ${today}`);
    for (const [at, { compound, step, day, instant }] of told.entries()) {
      story.showing(instant);
      const moment = { app, cast, actor: cast.actor(step.by), compound, today, day, instant };
      const tell = tellers[step.do] as (moment: Moment, step: DemoStep) => Promise<Outcome<unknown>>;
      granted(await tell(moment, step), `${compound.code}, ${day}, ${step.do}`);
      if ((at + 1) % 200 === 0) say(`demo: ${at + 1} of ${told.length} steps, ${day}`);
    }
    return compounds;
  } finally {
    story.release();
  }
}

/** All steps of all stories in the order in which they happened. */
function gather(cast: Cast, today: CalendarDate): { compounds: number; told: Told[] } {
  const stories = readdirSync(join(folder, 'stories')).map((file) => read<DemoStory>('stories', file));
  const briefs = read<DemoBrief[]>('compounds.json').map((brief): DemoStory => {
    const { community } = brief;
    const [worker, manager, officer] = [cast.workerOf, cast.managerOf, cast.officerOf].map((of) =>
      of(community),
    );
    return { ...brief, steps: usualCourse(brief, { worker, manager, officer }) };
  });
  const all = [...stories, ...briefs];
  const told = all.flatMap((compound) =>
    compound.steps.map((step): Told => {
      const day = dayIn(step.on, today);
      return { compound, step, day, instant: instantOf(day, step.at ?? '09:00') };
    }),
  );
  // A stable sort: steps of one compound at the same minute stay in the order they are told.
  return {
    compounds: all.length,
    told: told.sort((one, other) => one.instant.getTime() - other.instant.getTime()),
  };
}

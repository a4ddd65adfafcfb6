import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CalendarDate } from '../../domain/kernel/calendar-date';
import { Outcome, done } from '../../domain/kernel/outcome';
import { AuditEntry } from '../../audit/audit-entry.entity';
import { AuditTrail } from '../../audit/audit.service';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { projectRoot } from '../../platform/web/project-root';
import { Cast, makeCast } from './demo-cast';
import type { DemoBrief, DemoCast, DemoRegister, DemoStep, DemoStory } from './demo-story';
import { granted } from './granted';
import { PhotosAhead } from './photos-ahead';
import { StoryClock, dayIn, instantOf } from './story-clock';
import { changeRemedies, haltCase, recordPaper, servePaper } from './tell-enforcement';
import { call, publishConsent } from './tell-households';
import { changePoint, holdMeeting, planMeeting, publishMinutes } from './tell-meetings';
import { photographNotice } from './tell-notices';
import {
  cancelOperation,
  carryOut,
  operationNotice,
  operationWeather,
  planOperation,
} from './tell-operations';
import { patrol } from './tell-patrols';
import { releasePhotos } from './tell-photos';
import { changePlanItem, planItem, removePlanItem } from './tell-plan-items';
import { drawing, fixPlan, newPlanVersion, planNotice, planSheet } from './tell-plans';
import { engage, openRenovation, register } from './tell-register';
import { persuade } from './tell-persuasion';
import { agreeRemoval, remove, signCare, structureStep, verifyRemoval } from './tell-removals';
import { expectEnd, milestone, move, override, photo, plan } from './tell-stages';
import { registerStructures } from './tell-structures';
import { controlHazard, findHazard, openSurvey, photograph, sign, visit, writeSheet } from './tell-survey';
import { answerWish, showWish, takeWish } from './tell-wishes';
import { countVote, openVote, postVoteNotice, prepareVote, typeBallots, writeOwners } from './tell-votes';
import { addZone, drawItems, putUpSketch, readGround } from './tell-zones';
import { Moment, Tellers } from './telling';
import { usualCourse } from './usual-course';
import { worksTellers } from './works-tellers';

const folder = join(projectRoot, 'data', 'demo');
const read = <T>(...path: string[]): T => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T;

/** Who signs in to the demo, and with which password. */
export const readDemoCast = (): DemoCast => read<DemoCast>('cast.json');

const tellers: Tellers<DemoStep['do']> = {
  register,
  'open-renovation': openRenovation,
  engage,
  'open-survey': openSurvey,
  'survey-sheet': writeSheet,
  'find-hazard': findHazard,
  'control-hazard': controlHazard,
  photograph,
  visit,
  call,
  'publish-consent': publishConsent,
  meeting: planMeeting,
  minutes: holdMeeting,
  'publish-minutes': publishMinutes,
  'action-point': changePoint,
  'sign-survey': sign,
  plan,
  expect: expectEnd,
  milestone,
  override,
  move,
  photo,
  wish: takeWish,
  'answer-wish': answerWish,
  'show-wish': showWish,
  'notice-photo': photographNotice,
  'plan-item': planItem,
  'change-plan-item': changePlanItem,
  'remove-plan-item': removePlanItem,
  'plan-sheet': planSheet,
  drawing,
  'plan-notice': planNotice,
  'fix-plan': fixPlan,
  'new-plan-version': newPlanVersion,
  owners: writeOwners,
  vote: prepareVote,
  'vote-notice': postVoteNotice,
  'open-vote': openVote,
  ballots: typeBallots,
  'count-vote': countVote,
  operation: planOperation,
  'operation-weather': operationWeather,
  'operation-notice': operationNotice,
  'carry-out': carryOut,
  'cancel-operation': cancelOperation,
  patrol,
  sketch: putUpSketch,
  zone: addZone,
  'zone-items': drawItems,
  'read-ground': readGround,
  'release-photos': releasePhotos,
  structure: registerStructures,
  persuade,
  'agree-removal': agreeRemoval,
  remove,
  'verify-removal': verifyRemoval,
  'structure-step': structureStep,
  'sign-care': signCare,
  paper: recordPaper,
  'serve-paper': servePaper,
  remedies: changeRemedies,
  halt: haltCase,
  ...worksTellers,
};

/** One step with the compound it belongs to and the moment it happened. */
interface Told {
  compound: DemoRegister;
  step: DemoStep;
  day: CalendarDate;
  instant: Date;
}

const toldToTheEnd = 'demo.told';

/** The first administrator's evening before the story: accounts and firms are made then. */
const castMadeOn = '2026-01-05';

/**
 * Tells the demo through the rooms' own services, every step by one of the cast, in the order of its days, so that rows,
 * schedules and the audit chain look as if an office had worked with the system. The last entry of the chain says that it was told to its end.
 */
export async function loadDemo(
  app: INestApplicationContext,
  config: Config,
  say: (line: string) => void,
): Promise<void> {
  if (config.production) throw new Error('The demo is never loaded with NODE_ENV=production');
  const clock = app.get(Clock);
  const today = clock.today();
  const story = new StoryClock(clock);
  try {
    story.showing(instantOf(castMadeOn, '09:00'));
    const cast = await makeCast(app, readDemoCast());
    const { compounds, told } = gather(cast, today);
    say(`demo: telling ${told.length} steps of ${compounds} compounds, up to ${today}`);
    const photos = new PhotosAhead(app, told);
    for (const [at, { compound, step, day, instant }] of told.entries()) {
      story.showing(instant);
      const photo = photos.of(step);
      const moment = { app, cast, actor: cast.actor(step.by), compound, today, day, instant, photo };
      const tell = tellers[step.do] as (moment: Moment, step: DemoStep) => Promise<Outcome<unknown>>;
      granted(await tell(moment, step), `${compound.code}, ${day}, ${step.do}`);
      if ((at + 1) % 200 === 0) say(`demo: ${at + 1} of ${told.length} steps, ${day}`);
    }
    story.release();
    granted(await markAsTold(app, compounds), 'the end of the story');
  } finally {
    story.release();
  }
}

const markAsTold = (app: INestApplicationContext, compounds: number) =>
  app.get(UnitOfWork).run(async (tx) => {
    const subject = { kind: 'demo', id: 'story' };
    await app
      .get(AuditTrail)
      .record(tx, { actor: null, action: toldToTheEnd, subject, to: String(compounds) });
    return done(undefined);
  });

/** Was the demo told to its end, or did somebody stop it on the way? */
export const isDemoComplete = (app: INestApplicationContext): Promise<boolean> =>
  app.get<DataSource>(getDataSourceToken()).manager.existsBy(AuditEntry, { action: toldToTheEnd });

/** All steps of all stories in the order in which they happened. */
function gather(cast: Cast, today: CalendarDate): { compounds: number; told: Told[] } {
  const stories = readdirSync(join(folder, 'stories')).map((file) => read<DemoStory>('stories', file));
  const briefs = read<DemoBrief[]>('compounds.json').map((brief): DemoStory => {
    const { community } = brief;
    const [worker, manager, officer] = [cast.workerOf, cast.managerOf, cast.officerOf].map((of) =>
      of(community),
    );
    const usual = usualCourse(brief, { worker, manager, officer });
    return { ...brief, steps: [...usual, ...(brief.steps ?? [])] };
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

import { DoorStanding, VisitorRole, visitorRoleNames } from '../domain/survey/door-visit';
import {
  Hazard,
  HazardStanding,
  Severity,
  hazardStanding,
  hazardStandingInWords,
  severityNames,
} from '../domain/survey/hazard';
import { pipeFixtureNames, pipeTargetNames, pipeVerdict } from '../domain/survey/pipe-connection';
import { SurveyState, surveyStateNames } from '../domain/survey/sign-off';
import { StatusMark } from '../platform/web/figures';
import type { DoorVisitRecord } from './door-visit.entity';
import { pipesOf } from './survey-records';

/** How a door stands, short enough for one cell. */
export const doorMarks: Record<DoorStanding, StatusMark> = {
  met: { state: 'done', word: '访到' },
  tenant: { state: 'done', word: '租户' },
  'not-home': { state: 'doing', word: '不在' },
  vacant: { state: 'idle', word: '空置' },
  refused: { state: 'late', word: '拒访' },
  other: { state: 'doing', word: '其他' },
  'not-visited': { state: 'idle', word: '未访' },
};

const severityStates: Record<Severity, StatusMark['state']> = {
  1: 'idle',
  2: 'doing',
  3: 'doing',
  4: 'late',
};

/** How bad a finding is. */
export const severityMark = (severity: number): StatusMark => ({
  state: severityStates[severity as Severity],
  word: severityNames[severity as Severity],
});

const standingStates: Record<HazardStanding, StatusMark['state']> = {
  controlled: 'done',
  due: 'doing',
  overdue: 'late',
  open: 'idle',
};

/** Whether a finding is under control; late words carry their days. */
export function controlMark(hazard: Pick<Hazard, 'controlBy' | 'controlledOn'>, today: string): StatusMark {
  const standing = hazardStanding(hazard, today);
  return { state: standingStates[standing.standing], word: hazardStandingInWords(standing) };
}

const surveyStates: Record<SurveyState, StatusMark['state']> = {
  draft: 'doing',
  'community-signed': 'doing',
  signed: 'done',
};

/** How far a survey has been signed. */
export const surveyMark = (state: SurveyState): StatusMark => ({
  state: surveyStates[state],
  word: surveyStateNames[state],
});

/** Who went, as roles: 社区工作人员、楼栋长. */
export const visitorsInWords = (visitors: string): string =>
  visitors
    .split(',')
    .map((role) => visitorRoleNames[role as VisitorRole])
    .join('、');

/** Where the water goes: 厨房接雨水管（接错），卫生间接污水管. */
export const pipesInWords = (visit: Pick<DoorVisitRecord, 'kitchen' | 'toilet' | 'rain'>): string =>
  pipesOf(visit)
    .map((note) => {
      const said = `${pipeFixtureNames[note.fixture]}接${pipeTargetNames[note.target]}`;
      if (note.target === 'unknown') return `${pipeFixtureNames[note.fixture]}不清楚`;
      return pipeVerdict(note) === 'wrong' ? `${said}（接错）` : said;
    })
    .join('，');

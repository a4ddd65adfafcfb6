// What a survey says to the gates of the renovation (G1, and building safety after 郑州市房屋使用安全管理条例 §19, §27). Where
// only a paper from outside can answer, it stays silent, so that a dated milestone with that paper is believed.
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import type { Fact } from '../renovation/facts';
import { BuildingSafety, isSafetyInDoubt } from './building-safety';
import type { MissingPart } from './completeness';
import { CountPair, comparable, countWarnings } from './counts';
import { Hazard, hazardStanding } from './hazard';
import { SurveyState, surveyStateNames } from './sign-off';

/** The latest survey as the gates see it: if it is signed, it was complete. */
export interface SurveyStanding {
  version: number;
  state: SurveyState;
  signedOn: CalendarDate | null;
  missing: readonly MissingPart[];
  hazards: readonly Hazard[];
  counts: readonly CountPair[];
  buildingSafety?: BuildingSafety | null;
}

/** The facts of the survey; none while there is no survey. `link` leads to its page. */
export function surveyFacts(survey: SurveyStanding | undefined, day: CalendarDate, link: string): Fact[] {
  if (!survey) return [];
  return [
    { code: 'survey.complete', ...completeFact(survey), link },
    { code: 'survey.signed', ...signedFact(survey), link },
    { code: 'survey.counts-agree', ...countsFact(survey, day), link },
    { code: 'survey.severe-hazards-controlled', ...severeFact(survey, day), link },
    ...safetyFacts(survey, link),
  ];
}

type Said = Pick<Fact, 'state' | 'detail' | 'on'>;

function completeFact({ state, missing }: SurveyStanding): Said {
  if (state === 'signed' || missing.length === 0) return { state: 'met', detail: '内容齐全' };
  return { state: 'missing', detail: `还缺 ${missing.length} 项` };
}

function signedFact({ version, state, signedOn }: SurveyStanding): Said {
  if (state !== 'signed')
    return { state: 'missing', detail: `第 ${version} 次摸底${surveyStateNames[state]}` };
  if (!signedOn) return { state: 'met', detail: `第 ${version} 次摸底已签字` };
  return { state: 'met', detail: `第 ${version} 次摸底，${dayInWords(signedOn)} 签字`, on: signedOn };
}

function countsFact({ counts }: SurveyStanding, day: CalendarDate): Said {
  if (!comparable(counts)) return { state: 'not-applicable', detail: '没有可比的登记数据' };
  const found = countWarnings(counts, day);
  if (found.length === 0) return { state: 'met', detail: '与登记数据相符' };
  return { state: 'missing', detail: found.map(({ text }) => text).join('；') };
}

function severeFact({ hazards }: SurveyStanding, day: CalendarDate): Said {
  const severe = hazards.filter(({ severity }) => severity === 4);
  if (severe.length === 0) return { state: 'not-applicable', detail: '没有四级隐患' };
  const standings = severe.map((hazard) => hazardStanding(hazard, day).standing);
  const open = standings.filter((standing) => standing !== 'controlled').length;
  if (open === 0) return { state: 'met', detail: `${severe.length} 处四级隐患都已控制` };
  const overdue = standings.filter((standing) => standing === 'overdue').length;
  const late = overdue > 0 ? `，其中 ${overdue} 处已过期限` : '';
  return { state: 'missing', detail: `${open} 处四级隐患还没有控制${late}` };
}

function safetyFacts(survey: SurveyStanding, link: string): Fact[] {
  if (isSafetyInDoubt(survey)) return [];
  return [{ code: 'survey.building-safety', state: 'not-applicable', detail: '没有登记疑似结构危险', link }];
}

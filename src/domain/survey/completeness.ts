// What is still missing before a survey can be signed, and where is it supplied? Must-have fields after domain reference
// §2.1, photos after §1.3 G1, every door visited and enough of them reached; where sewers are mixed, every household's
// connection (case C3).
import type { CalendarDate } from '../kernel/calendar-date';
import { ruleInWords, ruleOn } from '../rules/rule-book';
import { DoorStanding, doorStanding, DoorVisit, enoughReached, visitTotals } from './door-visit';
import type { Hazard } from './hazard';
import { hazardKindOf } from './hazard-kinds';

/** In which part of the survey is it supplied? */
export type SurveyPart = 'register' | 'doors' | 'visits' | 'hazards' | 'photos';

export const surveyPartNames: Record<SurveyPart, string> = {
  register: '楼院信息',
  doors: '门户名册',
  visits: '入户记录',
  hazards: '隐患清单',
  photos: '现场照片',
};

/** The fields of the register a survey cannot do without. */
export const requiredFields = {
  address: '坐落',
  communityId: '社区',
  builtYear: '建成年份',
  builtYearBasis: '建成年份依据',
  siteArea: '占地面积',
  floorArea: '建筑面积',
  buildingCount: '楼栋数',
  unitCount: '单元数',
  floorsMax: '最高层数',
  householdCount: '户数',
  residentCount: '常住人口',
  tenure: '产权性质',
  originUnit: '原产权单位',
  originUnitStatus: '原产权单位现状',
  noOwnerReason: '无主管原因',
  managementStatus: '管理状况',
} as const;

/** The name of one of them. */
export type RequiredField = keyof typeof requiredFields;

/** Everything a survey is judged by; a register field is missing when it is null or empty. */
export interface SurveyFacts {
  register: Record<RequiredField, string | number | null>;
  doors: readonly { id: number; words: string }[];
  visits: readonly DoorVisit[];
  hazards: readonly (Hazard & { id?: number; photos: number })[];
  /** Was the whole compound walked and nothing found? Asked only when there is no hazard. */
  noHazards: boolean;
  buildings: readonly { no: string; photos: number }[];
}

/** One thing that is missing; `field` names the field of the register, `hazardId` the hazard where it is one. */
export interface MissingPart {
  code: string;
  part: SurveyPart;
  text: string;
  field?: RequiredField;
  hazardId?: number;
}

/** Everything that is missing, in the order of the parts. */
export function completeness(survey: SurveyFacts, day: CalendarDate): MissingPart[] {
  return [
    ...missingFields(survey.register),
    ...missingDoors(survey),
    ...missingVisits(survey, day),
    ...missingHazards(survey),
    ...missingPhotos(survey),
  ];
}

function missingFields(register: SurveyFacts['register']): MissingPart[] {
  return (Object.keys(requiredFields) as RequiredField[])
    .filter((field) => register[field] === null || register[field] === '')
    .map((field) => ({
      code: `register.${field}`,
      part: 'register',
      text: `「${requiredFields[field]}」未填`,
      field,
    }));
}

function missingDoors({ doors, register, buildings }: SurveyFacts): MissingPart[] {
  const missing: MissingPart[] = [];
  const households = register.householdCount;
  if (buildings.length === 0)
    missing.push({ code: 'doors.buildings', part: 'doors', text: '还没有登记楼栋' });
  if (doors.length === 0)
    return [...missing, { code: 'doors.none', part: 'doors', text: '门户名册还是空的' }];
  if (typeof households === 'number' && households !== doors.length) {
    const text = `门户名册 ${doors.length} 户，楼院信息里是 ${households} 户，请核对成一致`;
    missing.push({ code: 'doors.count', part: 'doors', text });
  }
  return missing;
}

function missingVisits({ doors, visits, hazards }: SurveyFacts, day: CalendarDate): MissingPart[] {
  if (doors.length === 0) return [];
  const missing: MissingPart[] = [];
  const visitsTo = groupByDoor(visits);
  const standings = new Map<number, DoorStanding>(
    doors.map(({ id }) => [id, doorStanding(visitsTo.get(id) ?? [])]),
  );
  const without = doors.filter(({ id }) => standings.get(id) === 'not-visited');
  if (without.length > 0) {
    const text = `还有 ${without.length} 户没有入户记录：${someOf(without)}`;
    missing.push({ code: 'visits.none', part: 'visits', text });
  }
  const totals = visitTotals([...standings.values()]);
  const share = ruleOn('survey.reach-share', day);
  if (share && !enoughReached(totals, day)) {
    const text = `应访 ${totals.due} 户，访到 ${totals.reached} 户，不到 ${ruleInWords(share)}，请再次上门`;
    missing.push({ code: 'visits.share', part: 'visits', text });
  }
  const unclear = doors.filter(({ id }) => {
    const standing = standings.get(id);
    const met = standing === 'met' || standing === 'tenant';
    return met && !(visitsTo.get(id) ?? []).some(({ pipes }) => pipes.length > 0);
  });
  if (hazards.some(({ kind }) => kind === 'drain-mixed') && unclear.length > 0) {
    const text = `登记了雨污混接，还有 ${unclear.length} 户没有记录排水接法：${someOf(unclear)}`;
    missing.push({ code: 'visits.pipes', part: 'visits', text });
  }
  return missing;
}

function missingHazards({ hazards, noHazards }: SurveyFacts): MissingPart[] {
  if (hazards.length === 0 && !noHazards) {
    const text = '还没有登记隐患；全院走过、确实没有的，请确认「未发现隐患」';
    return [{ code: 'hazards.none', part: 'hazards', text }];
  }
  return hazards
    .filter(({ severity, controlBy }) => severity === 4 && !controlBy)
    .map((hazard) => ({
      code: 'hazards.control',
      part: 'hazards',
      text: `四级隐患「${nameOf(hazard)}」没有控制期限`,
      hazardId: hazard.id,
    }));
}

function missingPhotos({ buildings, hazards }: SurveyFacts): MissingPart[] {
  const bare = buildings.filter(({ photos }) => photos === 0).map(({ no }) => no);
  const facades: MissingPart[] =
    bare.length === 0
      ? []
      : [{ code: 'photos.building', part: 'photos', text: `还没有楼栋照片：${bare.join('、')}` }];
  const unseen = hazards.filter(({ photos }) => photos === 0);
  return [
    ...facades,
    ...unseen.map((hazard): MissingPart => {
      const text = `隐患「${nameOf(hazard)}」没有照片`;
      return { code: 'photos.hazard', part: 'photos', text, hazardId: hazard.id };
    }),
  ];
}

function groupByDoor(visits: readonly DoorVisit[]): Map<number, DoorVisit[]> {
  const byDoor = new Map<number, DoorVisit[]>();
  for (const visit of visits) byDoor.set(visit.doorId, [...(byDoor.get(visit.doorId) ?? []), visit]);
  return byDoor;
}

const nameOf = ({ kind, place }: Hazard): string => `${hazardKindOf(kind)?.name ?? kind}，${place}`;

function someOf(doors: readonly { words: string }[]): string {
  const named = doors.slice(0, 5).map(({ words }) => words);
  return doors.length > 5 ? `${named.join('、')} 等` : named.join('、');
}

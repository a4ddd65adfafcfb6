import { compoundPaths } from '../compounds/compounds.paths';
import { MissingPart, SurveyPart, surveyPartNames } from '../domain/survey/completeness';
import { pipeTotals } from '../domain/survey/pipe-connection';
import { NumberFigure, TodoItem } from '../platform/web/figures';
import { SurveyRecords, nextDoor, pipesOf, totalsOf } from './survey-records';
import { surveyPaths } from './surveys.paths';

/** How far it has got, in big numbers. */
export function toNumbers(records: SurveyRecords, missing: readonly MissingPart[]): NumberFigure[] {
  const { survey, hazards, buildings } = records;
  const totals = totalsOf(records);
  const severe = hazards.filter(
    ({ severity, controlledOn }) => severity === 4 && controlledOn === null,
  ).length;
  const seen = buildings.filter(({ photoIds }) => photoIds.length > 0).length;
  return [
    { term: '有入户记录', value: `${totals.doors - totals.notVisited}/${totals.doors}`, note: '户' },
    { term: '访到', value: String(totals.reached), note: `应访 ${totals.due} 户` },
    {
      term: '隐患',
      value: String(hazards.length),
      note: severe ? `四级未控制 ${severe} 条` : '条',
      late: severe > 0,
    },
    { term: '有照片的楼栋', value: `${seen}/${buildings.length}`, note: '栋' },
    survey.state === 'draft'
      ? { term: '还缺', value: String(missing.length), note: '项', late: missing.length > 0 }
      : { term: '签字', value: String(survey.state === 'signed' ? 2 : 1), note: '共 2 级' },
  ];
}

/** What is missing, each with the way to where it is supplied; plain sentences for those who only read. */
export interface MissingList {
  sentence: string;
  items: TodoItem[];
  sentences: string[];
}

/** What is still missing for the signatures, as things to do for those who may mend it. */
export function toMissing(
  missing: readonly MissingPart[],
  records: SurveyRecords,
  mayEdit: boolean,
): MissingList {
  return {
    sentence: missing.length ? `补齐下面 ${missing.length} 项就可以签字` : '内容齐全，可以签字',
    items: (mayEdit ? missing : []).map((part) => ({
      status: { state: 'late', word: '缺' },
      kind: surveyPartNames[part.part],
      what: part.text,
      action: { label: '去补', link: whereToMend(part, records), primary: false },
    })),
    sentences: mayEdit ? [] : missing.map(({ part, text }) => `${surveyPartNames[part]}：${text}`),
  };
}

/** On which page is a missing part supplied? As near to it as there is a page. */
function whereToMend({ code, part, field, hazardId }: MissingPart, records: SurveyRecords): string {
  const { compound, buildings } = records;
  const bare = buildings.find(({ photoIds }) => photoIds.length === 0);
  const next = nextDoor(records);
  if (hazardId !== undefined) return surveyPaths.editHazard(hazardId);
  if (code === 'photos.building' && bare) return surveyPaths.buildingPhotos(bare.id);
  if (code === 'visits.none' && next) return surveyPaths.visits(next.id);
  const places: Record<SurveyPart, string> = {
    register: `${compoundPaths.edit(compound.code)}#f-${field === 'communityId' ? 'place' : field}`,
    doors: compoundPaths.doors(compound.code),
    visits: surveyPaths.doors(compound.code),
    hazards: surveyPaths.hazards(compound.code),
    photos: surveyPaths.photos(compound.code),
  };
  return places[part];
}

/** 应访 28 户，访到 26 户，不在家 2 户. */
export function doorsSentence(records: SurveyRecords): string {
  const { due, reached, notHome, refused, vacant, notVisited } = totalsOf(records);
  const parts = [
    `应访 ${due} 户，访到 ${reached} 户`,
    notHome ? `不在家 ${notHome} 户` : '',
    refused ? `拒访 ${refused} 户` : '',
    vacant ? `空置 ${vacant} 户` : '',
    notVisited ? `未访 ${notVisited} 户` : '',
  ];
  return parts.filter(Boolean).join('，');
}

/** How many connections are known, and how many are wrong; empty where none was asked for. */
export function pipesSentence({ doors, visits }: SurveyRecords): string {
  const latest = new Map(
    visits.filter((visit) => pipesOf(visit).length).map((visit) => [visit.dwellingId, visit]),
  );
  const { surveyed, wrong, unclear } = pipeTotals([...latest.values()].map(pipesOf));
  return surveyed
    ? `排水接法：查了 ${surveyed}/${doors.length} 户，接错 ${wrong} 户，不清楚 ${unclear} 户`
    : '';
}

import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { dayInWords } from '../domain/kernel/calendar-date';
import { buildingSafetyNames } from '../domain/survey/building-safety';
import { FactLine } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { Survey } from './survey.entity';
import { surveyPaths } from './surveys.paths';

/** The sheet of a survey, line by line, without the typed note. */
export function sheetFacts(survey: Survey): FactLine[] {
  const { buildingSafety, gridHouseholds, gridResidents } = survey;
  return [
    { term: '调查日期', value: dayInWords(survey.surveyedOn) },
    { term: '网格登记户数', value: gridHouseholds === null ? '—' : `${gridHouseholds} 户` },
    { term: '网格登记人口', value: gridResidents === null ? '—' : `${gridResidents} 人` },
    {
      term: '房屋安全初判',
      value: buildingSafety ? buildingSafetyNames[buildingSafety] : '—',
      note: survey.safetyConclusion ?? undefined,
    },
    { term: '未发现隐患', value: survey.noHazards ? '已确认' : '—' },
  ];
}

/** The form of the survey's sheet (views/surveys/edit). */
export interface SheetPage extends Frame {
  title: string;
  heading: string;
  form: FormState;
  action: string;
  safeties: { value: string; label: string }[];
  /** What is stored now, where somebody else was faster. */
  latest: FactLine[];
  backLink: string;
}

/** The form of the sheet. */
export function toSheet(
  { compound, survey, isStale }: { compound: Compound; survey: Survey; isStale: boolean },
  form: FormState,
  frame: Frame,
): SheetPage {
  return {
    ...frame,
    title: `摸底表 · ${compound.name}`,
    heading: `第 ${survey.number} 次摸底：摸底表`,
    form,
    action: surveyPaths.show(survey.id),
    safeties: toOptions(buildingSafetyNames),
    latest: isStale ? [...sheetFacts(survey), { term: '摸底说明', value: survey.note ?? '—' }] : [],
    backLink: surveyPaths.index(compound.code),
  };
}

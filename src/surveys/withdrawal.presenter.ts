import { Compound } from '../compounds/compound.entity';
import { DoorLine } from '../compounds/doors.service';
import { Frame } from '../compounds/workspace';
import { doorInWords } from '../domain/compound/doors';
import { dayInWords } from '../domain/kernel/calendar-date';
import { visitOutcomeNames } from '../domain/survey/door-visit';
import { FactLine } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { DoorVisitRecord } from './door-visit.entity';
import { HazardRecord } from './hazard.entities';
import { hazardFacts, hazardName } from './hazards.presenter';
import { visitorsInWords } from './survey-words';
import { surveyPaths } from './surveys.paths';

/** Taking a record back: what it is, what happens, and the reason. */
export interface WithdrawalPage extends Frame {
  title: string;
  heading: string;
  note: string;
  facts: FactLine[];
  form: FormState;
  action: string;
  backLink: string;
}

const note = '作废后这条记录仍可查看，但不再计入统计。记错了才作废，情况变化请另记一条。';

/** The question before a hazard is taken back. */
export function toHazardWithdrawal(
  { compound, hazard, recordedBy }: { compound: Compound; hazard: HazardRecord; recordedBy: string },
  form: FormState,
  frame: Frame,
): WithdrawalPage {
  return {
    ...frame,
    title: `作废隐患 · ${compound.name}`,
    heading: `作废隐患：${hazardName(hazard)}`,
    note,
    facts: hazardFacts(hazard, recordedBy),
    form,
    action: surveyPaths.hazardWithdrawals(hazard.id),
    backLink: surveyPaths.hazard(hazard.id),
  };
}

/** The question before a visit is taken back. */
export function toVisitWithdrawal(
  { compound, visit, door }: { compound: Compound; visit: DoorVisitRecord; door: DoorLine },
  form: FormState,
  frame: Frame,
): WithdrawalPage {
  return {
    ...frame,
    title: `作废入户记录 · ${compound.name}`,
    heading: `作废入户记录：${doorInWords(door)}`,
    note,
    facts: [
      { term: '走访日期', value: dayInWords(visit.visitedOn) },
      { term: '走访人', value: visitorsInWords(visit.visitors) },
      { term: '走访结果', value: visitOutcomeNames[visit.outcome] },
      { term: '情况记录', value: visit.note || '—' },
    ],
    form,
    action: surveyPaths.visitWithdrawals(visit.id),
    backLink: surveyPaths.visits(door.id),
  };
}

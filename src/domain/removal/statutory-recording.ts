// When may a paper be written down, served or taken back at all? Only while the structure is open and the renovation goes
// on; clearing and closing come after the removal too. What others rest on stays until they are taken back (house rule;
// domain reference §3.4, §3.6).
import type { Blocker } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import type { RenovationState } from '../renovation/stages';
import { byOffice } from './blocked';
import { Service, serviceBlockers } from './document-service';
import { forcedTrackBlockers } from './forced-removal';
import { recordOf, StatutoryCase, StepRecord } from './statutory-case';
import { StatutoryStepCode, statutoryStepCodes, statutorySteps } from './statutory-steps';
import { removalOverBlockers } from './structure';
import { structureKinds } from './structure-kinds';
import { isGone, stillStands, StructureState, structureStateNames } from './structure-states';

/** Where the structure and its renovation stand. */
export interface CaseSetting {
  state: StructureState;
  renovation: RenovationState;
}

const afterwards: readonly StatutoryStepCode[] = ['cleaned', 'closed'];

/** May this step be written down while the structure stands where it does? */
export function settingBlockers({ state, renovation }: CaseSetting, step: StatutoryStepCode): Blocker[] {
  const over = removalOverBlockers(renovation);
  if (over.length > 0 || stillStands(state)) return over;
  if (isGone(state) && afterwards.includes(step)) return [];
  const text = `「${structureStateNames[state]}」的拆除对象不再登记「${statutorySteps[step].document}」，要重新办理请先重新打开`;
  return [byOffice('step-closed', text)];
}

/** May anything of the case be changed that is no step: halts, hearing, reconsideration, lawsuit? */
export const caseBlockers = ({ state, renovation }: CaseSetting): Blocker[] => [
  ...removalOverBlockers(renovation),
  ...(state === 'struck-out' ? [byOffice('struck-out', '登记已撤销，不能再登记执法案卷的内容')] : []),
];

/** May a case be begun against this kind at all? Where people only talk and agree, no organ decides anything. */
export function beginBlockers({ kind, steps }: Pick<StatutoryCase, 'kind' | 'steps'>): Blocker[] {
  const { track } = structureKinds[kind];
  const isTalkOnly = track === 'civil' || track === 'consent';
  return isTalkOnly && steps.length === 0 ? forcedTrackBlockers({ kind }) : [];
}

/** Is there a case at all that something could be said of? */
export const unbegunBlockers = ({ steps }: Pick<StatutoryCase, 'steps'>): Blocker[] =>
  steps.length > 0 ? [] : [byOffice('unbegun', '还没有执法案卷，请先登记第一份文书')];

/** What the form of a paper holds beside the record itself. */
export interface PaperDraft extends StepRecord {
  /** Are the numbers of the officers' certificates in the file? */
  certificatesFiled: boolean;
  /** Was only half of the service filled in? */
  isServiceHalf: boolean;
}

/** What speaks against the form of a paper, beside the law of its step? */
export function paperDraftBlockers(draft: PaperDraft): Blocker[] {
  const { document, isServed, needsOfficers } = statutorySteps[draft.step];
  const found: Blocker[] = [];
  if (needsOfficers && !draft.certificatesFiled) {
    found.push(byOffice('certificates', '请把执法人员的执法证号写进纸质案卷，核对后勾选'));
  }
  if (draft.isServiceHalf) {
    found.push(byOffice('service-half', '送达要同时填「送达方式」和「送达日期」，还没有送达的都不填'));
  }
  if (draft.service && !isServed) {
    found.push(byOffice('service-none', `${document}不用登记送达，请把送达的内容清空`));
  }
  return found;
}

/** What speaks against writing down that this paper was served? */
export function paperServiceBlockers(record: StepRecord, service: Service, today: CalendarDate): Blocker[] {
  const { document, isServed } = statutorySteps[record.step];
  if (!isServed) return [byOffice('service-none', `${document}不用登记送达`)];
  if (record.service) {
    const text = `${document}已经登记送达，要更改请先撤回这份文书的登记，再重新登记`;
    return [byOffice('service-twice', text)];
  }
  return serviceBlockers(service, record.issuedOn, today);
}

/** May this record still be changed? What was taken back, or belongs to an earlier case, stays as it is. */
export const settledPaperBlockers = (isLive: boolean): Blocker[] =>
  isLive ? [] : [byOffice('paper-settled', '这份文书的登记已撤回或属于以前的案卷，不能再改动')];

/** Which recorded steps rest on this one? */
export const restingOn = (
  step: StatutoryStepCode,
  known: Pick<StatutoryCase, 'steps'>,
): StatutoryStepCode[] =>
  statutoryStepCodes.filter(
    (later) => statutorySteps[later].after.includes(step) && recordOf(known, later) !== undefined,
  );

/** What speaks against taking back the record of this step? */
export function paperWithdrawalBlockers(
  step: StatutoryStepCode,
  known: StatutoryCase,
  { state }: Pick<CaseSetting, 'state'>,
): Blocker[] {
  const { document } = statutorySteps[step];
  const against = (text: string) => byOffice('withdraw-first', text);
  const found = restingOn(step, known).map((later) =>
    against(
      `「${statutorySteps[later].document}」建立在「${document}」上，请先撤回「${statutorySteps[later].document}」`,
    ),
  );
  if (step === 'executed' && isGone(state)) {
    found.push(against('强制拆除的登记随拆除结果，请先在拆除对象里退回'));
  }
  if (step === 'pre-noticed' && (known.hearing !== 'not-asked' || known.views !== 'none')) {
    found.push(against(`听证和陈述、申辩的登记建立在「${document}」上，请先改回`));
  }
  if (step === 'decided' && (known.reconsideration || known.lawsuit)) {
    found.push(against(`行政复议、行政诉讼的登记建立在「${document}」上，请先清空`));
  }
  return found;
}

/** What speaks against calling the structure another kind, by how many papers name it? */
export const kindLockBlockers = (papers: number): Blocker[] =>
  papers > 0
    ? [byOffice('kind-locked', `已登记 ${papers} 份执法文书，「类别」不能再改；登记有误的请先撤回文书`)]
    : [];

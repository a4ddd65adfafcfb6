import { Blocker, stopping } from '../domain/kernel/blocker';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import type { WorkCalendar } from '../domain/kernel/work-calendar';
import { stepRecordBlockers } from '../domain/removal/statutory-engine';
import {
  beginBlockers,
  caseBlockers,
  PaperDraft,
  paperDraftBlockers,
  paperWithdrawalBlockers,
  settingBlockers,
  settledPaperBlockers,
} from '../domain/removal/statutory-recording';
import { statutorySteps } from '../domain/removal/statutory-steps';
import { FoundPaper, isLive, settingOf, toStatutoryCase } from './case-records';
import type { NewPaperForm } from './enforcement.forms';
import type { CaseAtPlace } from './enforcement.desk';

/** A typed paper as the law reads it; what its step does not know is left out. */
export function toDraft(form: NewPaperForm, scans: number, proofs: number): PaperDraft {
  const { step, issuedOn, documentNumber = '', organ, deadlineOn, officers, method, servedOn } = form;
  const { carries, hasDeadline, needsOfficers } = statutorySteps[step];
  return {
    ...{ step, issuedOn, documentNumber, organ },
    carries: carries.filter((part) => form.carries.includes(part)),
    deadlineOn: hasDeadline ? (deadlineOn ?? null) : null,
    officers: needsOfficers ? (officers ?? 0) : 0,
    service: method && servedOn ? { method, servedOn, proofs } : null,
    files: scans,
    certificatesFiled: form.certificatesFiled,
    isServiceHalf: Boolean(method) !== Boolean(servedOn) || (proofs > 0 && !method),
  };
}

/** Every reason against writing this paper down in this case. */
export function draftBlockers(
  draft: PaperDraft,
  conclusion: NewPaperForm['conclusion'],
  found: CaseAtPlace,
  { today, calendar }: { today: CalendarDate; calendar: WorkCalendar },
): Blocker[] {
  const known = toStatutoryCase(found.structure, found.records);
  const asked = draft.step === 'identified' ? { ...known, conclusion: conclusion ?? null } : known;
  return [
    ...settingBlockers(settingOf(found), draft.step),
    ...beginBlockers(known),
    ...paperDraftBlockers(draft),
    ...stopping(stepRecordBlockers(draft, asked, today, calendar)),
  ];
}

/** Every reason against taking back the record of this paper. */
export function withdrawalBlockers(found: CaseAtPlace & { paper: FoundPaper }): Blocker[] {
  const { paper, structure, records } = found;
  const settled = settledPaperBlockers(isLive(paper, records));
  if (settled.length > 0) return settled;
  const setting = settingOf(found);
  const known = toStatutoryCase(structure, records);
  return [...caseBlockers(setting), ...paperWithdrawalBlockers(paper.step, known, setting)];
}

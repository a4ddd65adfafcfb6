import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { Blocker } from '../domain/kernel/blocker';
import { dayInWords } from '../domain/kernel/calendar-date';
import { SignStep, SurveyState, surveyStateNames } from '../domain/survey/sign-off';
import { StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { Survey } from './survey.entity';
import { SurveyRecords, totalsOf } from './survey-records';
import { surveyPaths } from './surveys.paths';

/** One of the two signatures: given, by whom and when, or still to come. */
export interface SignatureLine {
  who: string;
  status: StatusMark;
  about: string;
}

/** A step this person may take with the signatures, and every reason that still speaks against it. */
export interface SignStepLine {
  label: string;
  link: string;
  primary: boolean;
  blocked: boolean;
  reasons: { text: string }[];
}

/** The signatures of a survey and the steps that are offered. */
export interface SigningPanel {
  signatures: SignatureLine[];
  steps: SignStepLine[];
  /** Whose turn it is, where this person has nothing to do. */
  note: string;
  returned: string;
}

/** A step as the law offers it. */
export interface OfferedStep {
  step: SignStep;
  label: string;
  to: SurveyState;
  blockers: Blocker[];
}

/** The two signatures and what this person may do with them. */
export function toSigning(
  survey: Survey,
  steps: readonly OfferedStep[],
  names: ReadonlyMap<number, string>,
): SigningPanel {
  const { communitySignedBy, communitySignedOn, streetSignedBy, streetSignedOn } = survey;
  return {
    signatures: [
      signature('社区签字', communitySignedBy, communitySignedOn, names),
      signature('街道签字', streetSignedBy, streetSignedOn, names),
    ],
    steps: steps.map(({ step, label, blockers }) => ({
      label,
      link: surveyPaths.sign(survey.id, step),
      primary: blockers.length === 0 && step.startsWith('sign-'),
      blocked: blockers.length > 0,
      reasons: blockers.map(({ text }) => ({ text })),
    })),
    note: steps.length ? '' : turnNotes[survey.state],
    returned: survey.state === 'draft' ? (survey.returnReason ?? '') : '',
  };
}

const turnNotes: Record<SurveyState, string> = {
  draft: '内容齐全后先由社区工作人员签字，再由街道项目负责人签字。',
  'community-signed': '等街道项目负责人签字。',
  signed: '',
};

function signature(
  who: string,
  by: number | null,
  on: string | null,
  names: ReadonlyMap<number, string>,
): SignatureLine {
  if (by === null || on === null) return { who, status: { state: 'idle', word: '未签字' }, about: '' };
  return {
    who,
    status: { state: 'done', word: '已签字' },
    about: `${names.get(by) ?? ''} ${dayInWords(on)}`.trim(),
  };
}

/** What a step does, said before it is done. */
const stepNotes: Record<SignStep, string> = {
  'sign-for-community': '签字后摸底内容不再改动，交街道签字。需要补充可以撤回签字。',
  'sign-for-street': '签字后这次摸底就此定稿，不能再改动；以后情况有变化要开始复查。',
  withdraw: '撤回后可以继续补充，补充完再签字。',
  return: '退回后社区可以补充和修改，再重新签字。请写明要补充什么，社区在摸底页看得到。',
};

/** The confirm page of a signature (views/surveys/sign). */
export interface SignPage extends Frame {
  title: string;
  heading: string;
  note: string;
  consequences: { what: string; now: string; after: string }[];
  reasons: { text: string }[];
  wantsReason: boolean;
  /** The one red button for what cannot be taken back. */
  isFinal: boolean;
  step: SignStep;
  label: string;
  form: FormState;
  action: string;
  backLink: string;
}

/** The page on which a signature is given, taken back, or the survey given back. */
export function toSign(
  { compound, records, offered }: { compound: Compound; records: SurveyRecords; offered: OfferedStep },
  form: FormState,
  frame: Frame,
): SignPage {
  const { survey, hazards } = records;
  const totals = totalsOf(records);
  const severe = hazards.filter(({ severity }) => severity === 4).length;
  const same = (what: string, now: string) => ({ what, now, after: '不变' });
  return {
    ...frame,
    title: `${offered.label} · ${compound.name}`,
    heading: `第 ${survey.number} 次摸底：${offered.label}`,
    note: stepNotes[offered.step],
    consequences: [
      { what: '摸底状态', now: surveyStateNames[survey.state], after: surveyStateNames[offered.to] },
      same('入户', `${totals.doors} 户，访到 ${totals.reached} 户，空置 ${totals.vacant} 户`),
      same('隐患', `${hazards.length} 条，其中四级 ${severe} 条`),
    ],
    reasons: offered.blockers.map(({ text }) => ({ text })),
    wantsReason: offered.step === 'return',
    isFinal: offered.step === 'sign-for-street',
    step: offered.step,
    label: offered.label,
    form,
    action: surveyPaths.signatures(survey.id),
    backLink: surveyPaths.index(compound.code),
  };
}

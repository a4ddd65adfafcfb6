import { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { acceptAttribute } from '../domain/files/content-kinds';
import { mayDo } from '../domain/people/permissions';
import { Role, roleNames } from '../domain/people/roles';
import { gatesAt } from '../domain/renovation/gates';
import { milestoneOutcomeNames } from '../domain/renovation/milestone';
import { overBlockers } from '../domain/renovation/open-passages';
import { StageCode, stageNames, stages } from '../domain/renovation/stages';
import { fileLink } from '../files/file-link';
import { KeptFile } from '../files/kept-files';
import { StoredFile } from '../files/stored-file.entity';
import { FactLine, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { instantInWords } from '../platform/web/instant-in-words';
import { Milestone } from './evidence.entities';
import { MilestoneAtPlace } from './milestones.service';
import { gateText } from './stage-words';
import { stagesPaths } from './stages.paths';
import { Standing, passagesOf } from './standing';

/** The form of a milestone: which gates of a stage one document proves. */
export interface MilestoneFormPage extends Frame {
  title: string;
  form: FormState;
  action: string;
  backLink: string;
  stage: StageCode;
  stageTabs: { label: string; link: string; current: boolean }[];
  gateOptions: { value: string; label: string; hint: string }[];
  outcomeOptions: { value: string; label: string; hint: string }[];
  accept: string;
  kept: KeptFile[];
}

/** Everything the form of a milestone is made of; `gate` is one that was asked for by name. */
export interface MilestoneQuestion {
  frame: Frame;
  standing: Standing;
  stage: StageCode;
  form: FormState;
  kept?: KeptFile[];
  today: CalendarDate;
}

/** The form of a milestone for the gates of one stage. */
export function toMilestoneForm(question: MilestoneQuestion): MilestoneFormPage {
  const { frame, standing, stage, form, kept = [], today } = question;
  const { code } = standing.compound;
  const { track } = standing.renovation;
  const recorded = new Map(standing.milestones.map((one) => [one.gate, one]));
  const provable = (of: StageCode) =>
    passagesOf(of)
      .flatMap((passage) => gatesAt(passage, track))
      .filter(({ milestone }) => milestone.includes(track));
  return {
    ...frame,
    title: `登记节点 · ${standing.compound.name}`,
    form,
    action: stagesPaths.milestones(code),
    backLink: stagesPaths.index(code),
    stage,
    stageTabs: stages
      .filter((one) => provable(one).length > 0)
      .map((one) => ({
        label: stageNames[one],
        link: stagesPaths.newMilestone(code, { stage: one }),
        current: one === stage,
      })),
    gateOptions: provable(stage).map((gate) => ({
      value: gate.code,
      label: gateText(gate.code, today),
      hint: hintOf(recorded.get(gate.code), gate.conditional),
    })),
    outcomeOptions: [
      { value: 'met', label: milestoneOutcomeNames.met, hint: '' },
      {
        value: 'not-applicable',
        label: milestoneOutcomeNames['not-applicable'],
        hint: '只用于标明「可不适用」的事项，要写明为什么',
      },
    ],
    accept: acceptAttribute('any'),
    kept,
  };
}

function hintOf(recorded: Milestone | undefined, conditional: boolean): string {
  const former = recorded
    ? `已登记：${milestoneOutcomeNames[recorded.outcome]}，${dayInWords(recorded.happenedOn)}；再登记就更正它，原记录保留`
    : '';
  return [conditional ? '可不适用' : '', former].filter(Boolean).join('。');
}

/** How a recorded milestone stands. */
export function milestoneStatus({ outcome, supersededAt, withdrawReason }: Milestone): StatusMark {
  if (withdrawReason) return { state: 'idle', word: '已作废' };
  if (supersededAt) return { state: 'idle', word: '已更正' };
  return { state: outcome === 'met' ? 'done' : 'idle', word: milestoneOutcomeNames[outcome] };
}

/** One milestone with its document and what became of it. */
export interface MilestonePage extends Frame {
  title: string;
  status: StatusMark;
  facts: FactLine[];
  backLink: string;
  /** Empty for those who may not, or no longer, withdraw it. */
  withdrawAction: string;
  form: FormState;
}

/** One milestone as a page. */
export function toMilestone(
  frame: Frame,
  { milestone, renovation, compound }: MilestoneAtPlace,
  shown: { document: StoredFile | undefined; byName: string; role: Role; form: FormState },
): MilestonePage {
  const { gate, outcome, happenedOn, note, recordedAt, recordedByRole, supersededAt } = milestone;
  const isOpen = !supersededAt && overBlockers(renovation.state).length === 0;
  const { document, byName, role, form } = shown;
  return {
    ...frame,
    title: gateText(gate, happenedOn),
    status: milestoneStatus(milestone),
    facts: [
      { term: '结果', value: milestoneOutcomeNames[outcome] },
      { term: '办理日期', value: dayInWords(happenedOn) },
      { term: '说明', value: note || '—' },
      ...(document ? [{ term: '文件', value: document.originalName, link: fileLink(document) }] : []),
      { term: '登记', value: `${byName}，${instantInWords(recordedAt)}`, note: roleNames[recordedByRole] },
      { term: '所属改造', value: renovation.name },
      ...(supersededAt
        ? [{ term: milestone.withdrawReason ? '作废' : '更正', value: instantInWords(supersededAt) }]
        : []),
      ...(milestone.withdrawReason ? [{ term: '作废原因', value: milestone.withdrawReason }] : []),
    ],
    backLink: stagesPaths.index(compound.code, sequenceOf(renovation)),
    withdrawAction: isOpen && mayDo(role, 'stage.milestone') ? stagesPaths.withdrawals(milestone.id) : '',
    form,
  };
}

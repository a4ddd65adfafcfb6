import { Frame } from '../compounds/workspace';
import { Blocker } from '../domain/kernel/blocker';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { Role } from '../domain/people/roles';
import { gateBlockers } from '../domain/renovation/gate-checks';
import { MoveResult, moveResult } from '../domain/renovation/move-result';
import {
  Move,
  MoveFacts,
  allowedMoves,
  moveBlockers,
  moveChecks,
  moveNames,
  moveNeedsReason,
} from '../domain/renovation/moves';
import {
  Position,
  removalProgressNames,
  renovationStateNames,
  stageNames,
} from '../domain/renovation/stages';
import { GateLine } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { toGateLines } from './gate-lines.presenter';
import { stagesPaths } from './stages.paths';
import { moveTitle } from './stage-words';
import { StageOnLine } from './standing';

/** One thing that will be different. */
export interface Consequence {
  what: string;
  now: string;
  after: string;
}

/** The confirm page of a move: what it asks for, what will be different, who will see it. */
export interface StageMovePage extends Frame {
  title: string;
  heading: string;
  form: FormState;
  action: string;
  backLink: string;
  move: Move;
  gateSentence: string;
  gates: GateLine[];
  /** Everything that forbids it, when the page is opened; after a refusal the summary says it. */
  blockers: Blocker[];
  consequences: Consequence[];
  audience: string;
  wayBack: string;
  reasonLabel: string;
  reasonOptional: boolean;
  isForbidden: boolean;
  button: string;
}

/** Everything the confirm page is made of. */
export interface MoveQuestion {
  frame: Frame;
  code: string;
  move: Move;
  facts: MoveFacts;
  line: readonly StageOnLine[];
  role: Role;
  form: FormState;
}

/** The confirm page of this move, with everything that forbids it. */
export function toStageMove({ frame, code, move, facts, line, role, form }: MoveQuestion): StageMovePage {
  const checks = moveChecks(move, facts);
  const isOffered = allowedMoves(facts, role).some(({ step }) => step === move);
  const blockers = moveBlockers(move, facts, role).filter(({ code: reason }) => reason !== 'move.reason');
  const needsReason = moveNeedsReason[move];
  const title = moveTitle(move, facts);
  return {
    ...frame,
    title,
    heading: blockers.length ? `${title}：现在还不能办理` : `${title}：请核对后确认`,
    form,
    action: stagesPaths.moves(code),
    backLink: stagesPaths.index(code),
    move,
    gateSentence: gateSentence(checks.length, gateBlockers(checks).length),
    gates: toGateLines(checks, { role, code, isOpen: true, today: facts.day }),
    blockers: form.summary.length ? [] : blockers,
    consequences: isOffered ? consequencesOf(facts, moveResult(move, facts), line) : [],
    audience:
      '确认后，本街道、社区、区改造办、审计和本次改造的施工、监理人员立刻看到，居民的公示页同时更新；办理人、时间和原因记入日志。',
    wayBack: wayBacks[move],
    reasonLabel: needsReason ? '原因' : '说明',
    reasonOptional: !needsReason,
    isForbidden: blockers.length > 0,
    button: `确认${moveNames[move]}`,
  };
}

const wayBacks: Record<Move, string> = {
  advance: '确认后不能自行撤回；确需退回的，由区改造办写明原因办理。',
  'start-removal': '确认后不能撤回，拆违清障要按规定结束。',
  'finish-removal': '确认后如又发现违建，可以在居民议事或施工改造阶段重新开始拆违清障。',
  pause: '可以随时恢复。',
  resume: '需要时可以再次暂停。',
  'send-back': '退回后，要重新满足条件才能再次推进。',
  cancel: '取消后不能恢复；以后再改造要重新立项，原有记录都保留。',
  close: '办结后不能恢复；以后再改造要重新立项，原有记录都保留。',
};

/** What is said above the gates of a passage. */
export function gateSentence(all: number, missing: number): string {
  if (!all) return '';
  return missing
    ? `共 ${all} 项，还缺 ${missing} 项，补齐后才能办理。`
    : `共 ${all} 项，必须具备的都已具备。`;
}

function consequencesOf(facts: MoveFacts, result: MoveResult, line: readonly StageOnLine[]): Consequence[] {
  const { position } = result;
  const day = dayInWords(facts.day);
  const known = (stage: string) => line.find((entry) => entry.stage === stage);
  return [
    ...changed('阶段', stageNames[facts.stage], stageNames[position.stage]),
    ...changed('状态', renovationStateNames[facts.state], renovationStateNames[position.state]),
    ...changed('拆违清障', removalProgressNames[facts.removal], removalProgressNames[position.removal]),
    ...result.finished.map((stage) => ({ what: `「${stageNames[stage]}」完成日期`, now: '—', after: day })),
    ...result.opened.map((stage) => ({ what: `「${stageNames[stage]}」开始日期`, now: '—', after: day })),
    ...result.reopened.map((stage) => ({
      what: `「${stageNames[stage]}」完成日期`,
      now: inWords(known(stage)?.endedOn),
      after: '取消，重新进行',
    })),
    ...result.withdrawn.map((stage) => ({
      what: `「${stageNames[stage]}」开始日期`,
      now: inWords(known(stage)?.startedOn),
      after: '取消，恢复为未开始',
    })),
    { what: '居民公示页', now: publicWords(facts), after: publicWords(position) },
  ];
}

const changed = (what: string, now: string, after: string): Consequence[] =>
  now === after ? [] : [{ what, now, after }];

const inWords = (day: CalendarDate | null | undefined): string => (day ? dayInWords(day) : '—');

function publicWords({ state, stage, removal }: Position): string {
  if (state === 'closed' || state === 'cancelled') return renovationStateNames[state];
  const beside = removal === 'open' && stage !== 'removal' ? `，同时${stageNames.removal}` : '';
  return `${stageNames[stage]}${beside}${state === 'paused' ? '，已暂停并写明原因' : ''}`;
}

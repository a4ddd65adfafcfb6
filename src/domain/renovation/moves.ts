// Which moves may a renovation make, by whom, and what speaks against each? Forward goes one stage at a time through its
// gates; removal may run beside consultation and construction and must be over before acceptance (domain reference §1.1,
// §1.3 G9). Who moves is a setting of the house: the street manager runs it, the district officer may also send it back.
import type { Blocker } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { allowedSteps, Lifecycle, Step, stepBlockers } from '../kernel/lifecycle';
import { Role, roleNames } from '../people/roles';
import { gateBlockers, gateChecks, GateFacts, gateWarnings } from './gate-checks';
import {
  Position,
  RenovationState,
  renovationStateNames,
  stageAfter,
  stageNames,
  stageBefore,
  Track,
} from './stages';

/** What can be done with a renovation as a whole. */
export type Move =
  'advance' | 'start-removal' | 'finish-removal' | 'pause' | 'resume' | 'send-back' | 'cancel' | 'close';

/** What is each move called? */
export const moveNames: Record<Move, string> = {
  advance: '进入下一阶段',
  'start-removal': '同时开始拆违清障',
  'finish-removal': '结束拆违清障',
  pause: '暂停',
  resume: '恢复',
  'send-back': '退回上一阶段',
  cancel: '取消改造',
  close: '办结',
};

/** Every move there is. */
export const moves = Object.keys(moveNames) as Move[];

/** What a move is judged by: where the renovation stands, what its gates know, the reason given, and today. */
export interface MoveFacts extends Position, GateFacts {
  reason: string;
  day: CalendarDate;
}

/** Does this move ask for a reason? */
export const moveNeedsReason: Record<Move, boolean> = {
  advance: false,
  'start-removal': false,
  'finish-removal': false,
  pause: true,
  resume: false,
  'send-back': true,
  cancel: true,
  close: false,
};

const offices: readonly Role[] = ['street-manager', 'district-officer'];

// A move that does not fit the place at all is not offered; the sentence is for a page that has gone stale.
const misfits: Partial<Record<Move, (position: Position) => string | undefined>> = {
  advance: ({ stage }) =>
    stageAfter(stage) ? undefined : `「${stageNames[stage]}」是最后阶段，完成后请办结`,
  'start-removal': ({ stage, removal }) => {
    if (removal === 'open') return '拆违清障已在进行';
    return stage === 'consultation' || stage === 'construction'
      ? undefined
      : `「${stageNames[stage]}」阶段不能同时开始拆违清障，居民议事或施工改造阶段才可以`;
  },
  'finish-removal': ({ stage, removal }) => {
    if (removal !== 'open') return '拆违清障不在进行中';
    return stage === 'removal' ? '现在就在拆违清障阶段，请直接进入下一阶段' : undefined;
  },
  'send-back': ({ stage }) => (stageBefore(stage) ? undefined : '摸底调查是第一个阶段，前面没有阶段可退'),
  close: ({ stage }) =>
    stage === 'handover' ? undefined : `「${stageNames[stage]}」阶段不能办结，要到${stageNames.handover}阶段`,
};

function blockersFor(move: Move): (facts: MoveFacts) => Blocker[] {
  return (facts) => {
    const misfit = misfits[move]?.(facts);
    if (misfit !== undefined) return [houseReason('move.place', misfit)];
    const found: Blocker[] = [];
    if (moveNeedsReason[move] && !facts.reason.trim()) found.push(houseReason('move.reason', '请写明原因'));
    if (facts.removal === 'open' && move === 'advance' && facts.stage === 'construction') {
      found.push(houseReason('move.removal-open', '拆违清障还在进行，竣工验收前要先结束'));
    }
    if (facts.removal === 'open' && move === 'send-back' && facts.stage === 'consultation') {
      found.push(houseReason('move.removal-open', '拆违清障还在进行，退回摸底调查前要先结束'));
    }
    return [...found, ...gateBlockers(moveChecks(move, facts))];
  };
}

const moveTable = (track: Track): Lifecycle<Move, RenovationState, Role, MoveFacts> => ({
  advance: arrow('advance', ['active'], 'active', offices),
  'start-removal': arrow('start-removal', ['active'], 'active', offices),
  'finish-removal': arrow('finish-removal', ['active'], 'active', offices),
  pause: arrow('pause', ['active'], 'paused', offices),
  resume: arrow('resume', ['paused'], 'active', offices),
  'send-back': arrow('send-back', ['active'], 'active', ['district-officer']),
  cancel: arrow(
    'cancel',
    ['active', 'paused'],
    'cancelled',
    track === 'micro' ? offices : ['district-officer'],
  ),
  close: arrow('close', ['active'], 'closed', offices),
});

const arrow = (move: Move, from: readonly RenovationState[], to: RenovationState, by: readonly Role[]) => ({
  label: moveNames[move],
  from,
  to,
  by,
  blockers: blockersFor(move),
});

const tables = { district: moveTable('district'), micro: moveTable('micro') };

/** The gates a move has to pass, each as it stands; none for moves that pass no gate. */
export function moveChecks(move: Move, facts: MoveFacts) {
  if (move === 'advance' || move === 'close') return gateChecks(facts.stage, facts, facts.day);
  if (move === 'finish-removal') return gateChecks('removal-finish', facts, facts.day);
  return [];
}

/** Everything that forbids this move to this role now; warnings are not among them. */
export const moveBlockers = (move: Move, facts: MoveFacts, role: Role): Blocker[] =>
  stepBlockers(
    tables[facts.track],
    move,
    { state: facts.state, role, facts },
    { states: renovationStateNames, roles: roleNames },
  );

/** What should be thought of before this move, though it stops nothing? */
export const moveWarnings = (move: Move, facts: MoveFacts): Blocker[] =>
  gateWarnings(moveChecks(move, facts));

/** Which moves are offered to this role here, and what forbids each? Reasons not typed yet are not counted. */
export const allowedMoves = (facts: MoveFacts, role: Role): Step<Move, RenovationState>[] =>
  allowedSteps(tables[facts.track], facts.state, role, facts)
    .filter(({ step }) => misfits[step]?.(facts) === undefined)
    .map((step) => ({ ...step, blockers: step.blockers.filter(({ code }) => code !== 'move.reason') }));

const houseReason = (code: string, text: string): Blocker => ({ code, level: 'policy', text });

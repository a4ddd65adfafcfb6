import { CalendarDate } from '../domain/kernel/calendar-date';
import { Role } from '../domain/people/roles';
import { gateBlockers, gateChecks } from '../domain/renovation/gate-checks';
import { Passage } from '../domain/renovation/gates/gate';
import { allowedMoves } from '../domain/renovation/moves';
import { stageAfter, stageNames } from '../domain/renovation/stages';
import { ActionLink, GateLine } from '../platform/web/figures';
import { toGateLines } from './gate-lines.presenter';
import { gateSentence } from './stage-move.presenter';
import { moveTitle } from './stage-words';
import { stagesPaths } from './stages.paths';
import { Standing, moveFactsOf } from './standing';

/** The gates of one passage. */
export interface PassageFigure {
  heading: string;
  sentence: string;
  gates: GateLine[];
}

/** A move that is offered here; `note` says how much still forbids it. */
export interface MoveLink extends ActionLink {
  note: string;
}

/** The gates of a passage as they stand today. */
export function toPassage(
  passage: Passage,
  standing: Standing,
  role: Role,
  today: CalendarDate,
): PassageFigure {
  const checks = gateChecks(passage, standing.gates, today);
  return {
    heading: passageHeading(passage),
    sentence: gateSentence(checks.length, gateBlockers(checks).length),
    gates: toGateLines(checks, { role, code: standing.compound.code, isOpen: true, today }),
  };
}

function passageHeading(passage: Passage): string {
  if (passage === 'removal-finish') return '结束「拆违清障」还缺什么';
  const next = stageAfter(passage);
  return next ? `进入「${stageNames[next]}」还缺什么` : '办结还缺什么';
}

/** The moves the law offers this role here; going on is the one that stands out. */
export function toMoves(standing: Standing, role: Role, today: CalendarDate): MoveLink[] {
  const { compound, renovation } = standing;
  return allowedMoves(moveFactsOf(standing, '', today), role).map(({ step, blockers }) => ({
    label: moveTitle(step, renovation),
    link: stagesPaths.newMove(compound.code, step),
    ...((step === 'advance' || step === 'close' || step === 'resume') && { primary: true }),
    note: blockers.length ? `还有 ${blockers.length} 项没有具备` : '',
  }));
}

// A list of hazards stays alive: one that was brought under control is written off with its day, and a relapse opens it
// again. This goes on after the signatures, which freeze what was found and not what was done (seed case C7).
import { Blocker, houseRule } from '../kernel/blocker';
import type { CalendarDate } from '../kernel/calendar-date';
import { Hazard, hazardBlockers } from './hazard';

/** What can be done about a hazard that was written down? */
export type ControlStep = 'control' | 'reopen';

export const controlStepNames: Record<ControlStep, string> = { control: '已控制，销号', reopen: '重新打开' };

/** The one step that is open now. */
export const nextControlStep = ({ controlledOn }: Pick<Hazard, 'controlledOn'>): ControlStep =>
  controlledOn === null ? 'control' : 'reopen';

/** What is said with the step: the day it was controlled, and how, or why it is open again. */
export interface ControlGiven {
  step: ControlStep;
  controlledOn: CalendarDate | null;
  note: string;
}

/** What speaks against this step? */
export function controlBlockers(hazard: Hazard, given: ControlGiven, today: CalendarDate): Blocker[] {
  if (given.step !== nextControlStep(hazard)) {
    const text = hazard.controlledOn ? '这条隐患已经销号' : '这条隐患还没有销号，不用重新打开';
    return [houseRule('control.step', `${text}。请刷新页面查看`)];
  }
  if (given.step === 'reopen') {
    return given.note.trim() ? [] : [houseRule('control.reason', '请写明重新打开的原因')];
  }
  if (!given.controlledOn) return [houseRule('control.day', '请填写「控制日期」')];
  return hazardBlockers({ ...hazard, controlledOn: given.controlledOn }, today).filter(
    ({ code }) => code === 'hazard.controlledOn',
  );
}

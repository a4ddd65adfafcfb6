import { dueSteps } from './due-steps';
import { paper, papers, papersTo, planningCase, workCalendar } from './given-removal';
import { StepRecord } from './statutory-case';

describe('the periods somebody watches', () => {
  const due = (steps: readonly StepRecord[], day: string) =>
    dueSteps(planningCase({ steps }), day, workCalendar).map(({ step, dueOn, overdueDays }) => [
      step,
      dueOn,
      overdueDays,
    ]);

  it('the decision, ninety days after the case was filed', () => {
    expect(due(papersTo('filed'), '2025-12-02')).toEqual([['decided', '2025-12-02', 0]]);
    expect(due(papersTo('filed'), '2025-12-03')).toEqual([['decided', '2025-12-02', 1]]);
  });

  it('its service, seven working days', () => {
    const decided = paper('decided', '2026-02-12', { deadlineOn: '2026-04-01', service: null });
    expect(due([...papersTo('pre-noticed'), decided], '2026-03-01')).toEqual([
      ['decided', '2026-02-28', 1],
      ['decided', '2026-04-01', 0],
    ]);
  });

  it('the sixty days of the government, until it is done', () => {
    expect(due(papers, '2026-05-11')).toEqual([['executed', '2026-05-10', 1]]);
    expect(due([...papers, paper('executed', '2026-03-27')], '2026-05-11')).toEqual([]);
  });

  it('none while the case is halted', () => {
    const halts = [{ kind: 'suspended', fromOn: '2026-04-01', endedOn: null, reason: '困难' } as const];
    expect(dueSteps(planningCase({ halts }), '2026-05-11', workCalendar)).toEqual([]);
  });

  it('none once it is gone without force, or the file is closed', () => {
    const steps = papersTo('decided');
    expect(dueSteps(planningCase({ steps, isGone: true }), '2026-05-11', workCalendar)).toEqual([]);
    expect(due([...papers, paper('closed', '2026-04-01')], '2026-05-11')).toEqual([]);
  });
});

import { paper, papers, papersTo, planningCase, workCalendar } from './given-removal';
import { StatutoryCase, StepRecord } from './statutory-case';
import {
  isStepNeeded,
  oldestPaper,
  stepDayBlockers,
  stepOffers,
  stepRecordBlockers,
  stepRecordWarnings,
} from './statutory-engine';
import { carriedPartNames, StatutoryStepCode, statutoryStepCodes, statutorySteps } from './statutory-steps';

const today = '2026-06-08';
const short = (blockers: { code: string }[]) => blockers.map(({ code }) => code.replace('removal.', ''));
const recording = (draft: StepRecord, change: Partial<StatutoryCase> = {}) =>
  short(stepRecordBlockers(draft, planningCase(change), today, workCalendar));
const onDay = (step: StatutoryStepCode, day: string, change: Partial<StatutoryCase> = {}) =>
  short(stepDayBlockers(step, day, planningCase(change), workCalendar));

describe('the table of steps', () => {
  it.each(statutoryStepCodes)(
    '%s names its paper and its source, and comes after steps before it',
    (step) => {
      const { document, source, after, carries } = statutorySteps[step];
      expect([document, source].every((text) => text.length > 1)).toBe(true);
      const place = statutoryStepCodes.indexOf(step);
      expect(after.every((one) => statutoryStepCodes.indexOf(one) < place)).toBe(true);
      expect(carries.every((part) => carriedPartNames[part].length > 0)).toBe(true);
    },
  );

  it('knows every paper of the file', () => {
    expect(statutoryStepCodes).toHaveLength(18);
    expect(JSON.stringify(statutorySteps)).not.toMatch(/违法|非法/);
  });
});

describe('recording a paper', () => {
  it('each of a whole case in its order is accepted', () => {
    papers.forEach((draft, index) => {
      expect([draft.step, recording(draft, { steps: papers.slice(0, index) })]).toEqual([draft.step, []]);
    });
  });

  it.each(papers.slice(1).map(({ step }) => [step] as const))('%s out of order is refused', (step) => {
    expect(
      recording(
        papers.find((one) => one.step === step)!,
        { steps: [] },
      ),
    ).toContain('step-before');
  });

  const steps = papersTo('pre-noticed');
  const decision = (change: Partial<StepRecord> = {}) => ({ ...papersTo('decided').at(-1)!, ...change });
  it.each<[string, Partial<StepRecord>, string[]]>([
    ['by the organ that holds the power', {}, []],
    ['by the street office', { organ: 'street' }, ['D07']],
    ['by the community', { organ: 'community' }, ['D07']],
    [
      'dated before its notice',
      { issuedOn: '2025-09-14', service: null },
      ['step-order', 'D04', 'hearing-window'],
    ],
    ['on the last day a hearing may be asked for', { issuedOn: '2025-09-22' }, ['hearing-window']],
    ['the day after', { issuedOn: '2025-09-23' }, []],
    ['of tomorrow', { issuedOn: '2026-06-09', deadlineOn: '2026-07-01', service: null }, ['step-future']],
    [
      'served tomorrow',
      { service: { method: 'direct', servedOn: '2026-06-09', proofs: 1 } },
      ['service-future'],
    ],
    [
      'served before it was written',
      { service: { method: 'left', servedOn: '2025-09-24', proofs: 1 } },
      ['service-early'],
    ],
    ['not served yet', { service: null }, []],
    ['without a number', { documentNumber: ' ' }, ['step-number']],
    ['without a day for the person', { deadlineOn: null }, ['step-deadline']],
    ['with a day that is its own', { deadlineOn: '2025-09-25' }, ['step-deadline']],
  ])('a decision %s', (_, change, expected) => {
    expect(recording(decision(change), { steps })).toEqual(expected);
  });

  it('twice is refused', () => {
    expect(recording(decision())).toEqual(['step-twice']);
  });

  it('of the old law is left to the paper file', () => {
    expect(recording(paper('reported', '2023-12-31'), { steps: [] })).toEqual(['step-old']);
    expect(recording(paper('reported', oldestPaper), { steps: [] })).toEqual([]);
  });

  it('investigated by one officer is refused, by two accepted', () => {
    const of = (officers: number) =>
      recording(paper('investigated', '2025-09-05', { officers }), { steps: papersTo('filed') });
    expect([of(1), of(2)]).toEqual([['D05'], []]);
  });

  it('an identification by anybody but the planning department is refused', () => {
    const draft = paper('identified', '2025-09-12', { organ: 'street' });
    expect(recording(draft, { steps: papersTo('investigated') })).toEqual(['D07']);
    const own = paper('identified', '2025-09-12');
    expect(recording(own, { steps: papersTo('investigated'), conclusion: null })).toEqual([
      'step-conclusion',
    ]);
  });
});

describe('after the decision', () => {
  it('nothing rests on it before it was served, nor before its announcement ran out', () => {
    const served = (service: StepRecord['service']) => ({
      steps: papersTo('decided').map((one) => (one.step === 'decided' ? { ...one, service } : one)),
    });
    expect(onDay('urged', '2026-02-26', served(null))).toEqual(['step-unserved']);
    const announced = { method: 'announced', servedOn: '2026-01-20', proofs: 1 } as const;
    expect(onDay('urged', '2026-02-23', served(announced))).toEqual(['D11']);
    expect(onDay('urged', '2026-02-24', served(announced))).toEqual([]);
  });

  it.each<[StatutoryStepCode]>([['urged'], ['government-ordered'], ['enforcement-decided'], ['announced']])(
    '%s may be recorded in any order',
    (step) => {
      expect(onDay(step, '2026-03-01', { steps: papersTo('decided') })).toEqual([]);
    },
  );

  it('the act itself waits for the last day of the remedies', () => {
    const act = (issuedOn: string) => recording(paper('executed', issuedOn));
    expect(act('2026-03-26')).toEqual(['D01']);
    expect(act('2026-03-27')).toEqual([]);
  });

  it('a suspended case takes no paper, a closed one is closed all the same', () => {
    const halts = [{ kind: 'suspended', fromOn: '2026-01-05', endedOn: null, reason: '困难' } as const];
    expect(onDay('urged', '2026-03-01', { steps: papersTo('decided'), halts })).toEqual(['halt-suspended']);
    const done = [...papers, paper('executed', '2026-03-27')];
    expect(onDay('cleaned', '2026-03-28', { steps: done, halts })).toEqual([]);
  });

  it('a faulty decision is recorded with a warning, short days are said', () => {
    const decided = papersTo('decided').at(-1)!;
    expect(short(stepRecordWarnings({ ...decided, carries: ['party'] }))).toEqual(['D06']);
    expect(short(stepRecordWarnings(decided))).toEqual([]);
    const urged = (deadlineOn: string) =>
      short(stepRecordWarnings(paper('urged', '2026-03-01', { deadlineOn })));
    expect([urged('2026-03-10'), urged('2026-03-11')]).toEqual([['step-short'], []]);
  });
});

describe('what the page shows', () => {
  const offers = (change: Partial<StatutoryCase>, day = today) =>
    Object.fromEntries(stepOffers(planningCase(change), day, workCalendar).map((one) => [one.step, one]));

  it('at first only the report is open', () => {
    const open = stepOffers(planningCase({ steps: [] }), today, workCalendar).filter(
      ({ standing }) => standing === 'open',
    );
    expect(open.map(({ step }) => step)).toEqual(['reported']);
  });

  it('what is not asked for, what is recorded, and from which day the decision may be made', () => {
    const found = offers({ steps: papersTo('pre-noticed') }, '2025-09-20');
    expect(found['stop-ordered'].standing).toBe('not-needed');
    expect(found.hearing.standing).toBe('not-needed');
    expect(found['pre-noticed'].standing).toBe('recorded');
    expect(found.decided).toMatchObject({ standing: 'waiting', opensOn: '2025-09-23' });
    expect(offers({ steps: papersTo('pre-noticed') }, '2025-09-23').decided.standing).toBe('open');
  });

  it('from which day force is open', () => {
    expect(offers({}, '2026-03-26').executed).toMatchObject({ standing: 'waiting', opensOn: '2026-03-27' });
    expect(offers({}, '2026-03-27').executed.standing).toBe('open');
  });
});

describe('the number of a paper', () => {
  it('is asked of the papers of an organ, not of the record of the removal', () => {
    const executed = paper('executed', '2026-03-27', { documentNumber: '' });
    expect(recording(executed)).toEqual([]);
    expect(recording({ ...papers.at(-1)!, documentNumber: ' ' }, { steps: papers.slice(0, -1) })).toEqual([
      'step-number',
    ]);
  });
});

describe('a case of another law, or of what is gone', () => {
  const needed = (change: Partial<StatutoryCase>) =>
    statutoryStepCodes.filter((step) => isStepNeeded(step, planningCase({ steps: [], ...change })));

  it('an advertising board knows the notice and the decision, and no paper of force', () => {
    expect(needed({ kind: 'ad-board' })).toEqual([
      ...['reported', 'filed', 'investigated', 'pre-noticed', 'decided', 'cleaned', 'closed'],
    ]);
  });

  it('what was taken down without force is cleared and closed', () => {
    expect(needed({ isGone: true })).toEqual(['cleaned', 'closed']);
    const gone = { steps: papersTo('decided'), isGone: true };
    expect(onDay('cleaned', '2025-10-10', gone)).toEqual([]);
    expect(onDay('closed', '2025-10-10', gone)).toEqual(['step-before']);
  });
});

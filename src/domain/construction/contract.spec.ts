import {
  contractBlockers,
  contractChangeBlockers,
  ContractPlace,
  contractRunsBlockers,
  ContractSheet,
  ContractState,
  contractStateNames,
  contractStepBlockers,
  ContractStepFacts,
  contractWarnings,
} from './contract';
import { codesOf, contract, tableOf, today } from './given-construction';

const place: ContractPlace = {
  openedOn: '2026-03-01',
  parties: [
    { firmId: 10, role: 'contractor' },
    { firmId: 10, role: 'supervisor' },
  ],
  others: [],
};
const builds = { firmId: 10, role: 'contractor', state: 'running' } as const;

describe('a contract', () => {
  it.each<[string, Partial<ContractSheet>, Partial<ContractPlace>, string[]]>([
    ['as it should be', {}, {}, []],
    ['without a name', { name: ' ' }, {}, ['contract-name']],
    ['of a firm that is not on the renovation', { firmId: 11 }, {}, ['contract-firm']],
    ['of a firm in another part', { role: 'designer' }, {}, ['contract-firm']],
    ['to supervise for who builds', { role: 'supervisor' }, { others: [builds] }, ['contract-both']],
    [
      'to supervise for who built until that was ended',
      { role: 'supervisor' },
      { others: [{ ...builds, state: 'ended' }] },
      [],
    ],
    ['a second one to build for the same firm', {}, { others: [builds] }, []],
    ['signed today', { signedOn: today }, {}, []],
    ['signed tomorrow', { signedOn: '2026-06-09' }, {}, ['contract-signed']],
    ['signed on the day the renovation was opened', { signedOn: '2026-03-01' }, {}, []],
    ['signed the day before', { signedOn: '2026-02-28' }, {}, ['contract-early']],
    ['that ends on its first day', { finishOn: '2026-05-19' }, {}, []],
    ['that ends before it begins', { finishOn: '2026-05-18' }, {}, ['contract-term']],
  ])('%s', (_, change, where, expected) => {
    expect(codesOf(contractBlockers({ ...contract(), ...change }, { ...place, ...where }, today))).toEqual(
      expected,
    );
  });

  it('nobody supervises himself: that is the law', () => {
    const found = contractBlockers(
      { ...contract(), role: 'supervisor' },
      { ...place, others: [builds] },
      today,
    );
    expect(found).toMatchObject([{ level: 'law', source: '建设工程质量管理条例 §35' }]);
  });

  it('works that begin before the signature are remarked on', () => {
    expect(contractWarnings({ signedOn: '2026-05-20', startsOn: '2026-05-19' })).toHaveLength(1);
    expect(contractWarnings({ signedOn: '2026-05-19', startsOn: '2026-05-19' })).toEqual([]);
  });
});

describe('changing a contract', () => {
  it.each<[string, ContractState, Partial<ContractSheet>, string[]]>([
    ['another name while it runs', 'running', { name: '施工总承包合同' }, []],
    ['another firm before it runs', 'prepared', { firmId: 11 }, []],
    ['another firm while it runs', 'running', { firmId: 11 }, ['contract-firm-stays']],
    ['another part while it runs', 'running', { role: 'supervisor' }, ['contract-firm-stays']],
    ['without its signature before it runs', 'prepared', { signedOn: null }, []],
    ['without its signature while it runs', 'running', { signedOn: null }, ['contract-stays-signed']],
    ['a name after it was finished', 'finished', { name: '合同' }, ['contract-over']],
    ['a name after it was ended', 'ended', { name: '合同' }, ['contract-over']],
  ])('%s', (_, state, change, expected) => {
    const before = contract({ state });
    expect(codesOf(contractChangeBlockers(before, { ...before, ...change }))).toEqual(expected);
  });
});

describe('how a contract goes on', () => {
  const facts = (change: Partial<ContractStepFacts> = {}): ContractStepFacts => ({
    ...{ renovation: 'active', sheet: contract(), openItems: 0, reason: '双方协商', ...change },
  });
  const by = ['street-manager'] as const;
  const states = Object.keys(contractStateNames) as ContractState[];

  it.each(
    tableOf(
      {
        begin: { by, from: ['prepared'] },
        finish: { by, from: ['running'] },
        end: { by, from: ['prepared', 'running'] },
        resume: { by, from: ['finished', 'ended'] },
      },
      states,
    ),
  )('%s, %s, by %s', (step, state, role, expected) => {
    expect(codesOf(contractStepBlockers(step, state, role, facts()))).toEqual(expected);
  });

  it.each<[Parameters<typeof contractStepBlockers>[0], ContractState, Partial<ContractStepFacts>, string[]]>([
    ['begin', 'prepared', { sheet: contract({ signedOn: null }) }, ['contract-unsigned']],
    ['finish', 'running', { openItems: 1 }, ['contract-open-items']],
    ['end', 'running', { reason: ' ' }, ['contract-reason']],
    ['resume', 'ended', { reason: '' }, ['contract-reason']],
    ['finish', 'running', { renovation: 'closed' }, ['renovation-over']],
  ])('%s of one that is %s is refused: %j', (step, state, change, expected) => {
    expect(codesOf(contractStepBlockers(step, state, 'street-manager', facts(change)))).toEqual(expected);
  });
});

describe('work under a contract', () => {
  it.each<[string, ContractState, string[]]>([
    ['2026-05-18', 'running', ['contract-not-begun']],
    ['2026-05-19', 'running', []],
    ['2026-06-19', 'running', []],
    ['2026-06-08', 'prepared', ['contract-not-running']],
    ['2026-06-08', 'finished', ['contract-not-running']],
    ['2026-06-08', 'ended', ['contract-not-running']],
  ])('on %s while it is %s', (day, state, expected) => {
    expect(codesOf(contractRunsBlockers(contract({ state }), day))).toEqual(expected);
  });
});

import { roles } from '../people/roles';
import { gates } from './gates';
import { milestoneBlockers, MilestoneDraft, milestoneFact } from './milestone';
import { RenovationState } from './stages';

const today = '2026-06-08';
const renovation = { track: 'micro', state: 'active', beganOn: '2026-03-10' } as const;
const draft: MilestoneDraft = {
  gate: 'representatives-met',
  on: '2026-04-26',
  outcome: 'met',
  note: '',
  documents: 1,
};
const codesOf = (change: Partial<MilestoneDraft>, at: object = {}, role = 'street-manager' as const) =>
  milestoneBlockers({ ...draft, ...change }, { ...renovation, ...at }, role, today).map(({ code }) => code);

describe('a milestone', () => {
  it.each<[string, Partial<MilestoneDraft>, object, string[]]>([
    ['with a document is accepted', {}, {}, []],
    ['of today', { on: today }, {}, []],
    ['of tomorrow', { on: '2026-06-09' }, {}, ['milestone.future']],
    ['of the first day', { on: '2026-03-10' }, {}, []],
    ['of the day before', { on: '2026-03-09' }, {}, ['milestone.early']],
    ['without a document', { documents: 0 }, {}, ['milestone.document']],
    ['for the survey, which speaks for itself', { gate: 'survey-signed' }, {}, ['milestone.gate']],
    ['for a gate of the district track', { gate: 'plan-listed' }, {}, ['milestone.gate']],
    ['for no gate', { gate: 'nothing' }, {}, ['milestone.gate']],
    ['in the district track, where meetings are recorded', {}, { track: 'district' }, ['milestone.gate']],
    ['in the district track, for a paper from outside', { gate: 'plan-listed' }, { track: 'district' }, []],
    [
      'does not apply, with a note',
      { gate: 'demolition-filing', outcome: 'not-applicable', note: '没有发包' },
      {},
      [],
    ],
    [
      'does not apply, without a note',
      { gate: 'demolition-filing', outcome: 'not-applicable' },
      {},
      ['milestone.note'],
    ],
    [
      'never does not apply to funds',
      { gate: 'funds-available', outcome: 'not-applicable', note: '免' },
      {},
      ['milestone.outcome'],
    ],
  ])('%s', (_, change, at, expected) => {
    expect(codesOf(change, at)).toEqual(expected);
  });

  it.each<[RenovationState, string[]]>([
    ['active', []],
    ['paused', []],
    ['cancelled', ['milestone.state']],
    ['closed', ['milestone.state']],
  ])('in a renovation that is %s', (state, expected) => {
    expect(codesOf({}, { state })).toEqual(expected);
  });

  it.each(roles)('is recorded by the street manager only, not by the %s', (role) => {
    const found = milestoneBlockers(draft, renovation, role, today);
    expect(found.map(({ text }) => text)).toEqual(
      role === 'street-manager' ? [] : ['节点由街道项目负责人登记'],
    );
  });

  it('supplies the fact of its gate', () => {
    expect(milestoneFact({ ...draft, by: '街道项目负责人', link: '/files/3' })).toEqual({
      code: 'meeting.representatives-met',
      state: 'met',
      detail: '2026年4月26日 办理，附文件',
      on: '2026-04-26',
      by: '街道项目负责人',
      link: '/files/3',
    });
    expect(milestoneFact({ ...draft, gate: 'nothing', by: '', link: '' })).toBeUndefined();
    expect(milestoneFact({ ...draft, note: '第 3 次居民代表大会', by: '', link: '' })?.detail).toBe(
      '第 3 次居民代表大会',
    );
  });

  it('may say that it does not apply only where the source knows such cases', () => {
    for (const gate of gates.filter(({ levels, milestone }) => levels.micro && milestone.includes('micro'))) {
      const codes = codesOf({ gate: gate.code, outcome: 'not-applicable', note: '原因' });
      expect([gate.code, codes]).toEqual([gate.code, gate.conditional ? [] : ['milestone.outcome']]);
    }
  });
});

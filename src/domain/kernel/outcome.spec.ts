import { stopping, houseRule, warning } from './blocker';
import { done, refuse } from './outcome';

describe('a reason', () => {
  it('of level warning stops nothing; law and policy do', () => {
    const law = { code: 'a', level: 'law' as const, text: '…' };
    const policy = houseRule('b', '…');
    expect(stopping([law, warning('c', '…', '本地设定'), policy])).toEqual([law, policy]);
  });

  it('is what a refusal consists of', () => {
    expect(done(5)).toEqual({ ok: true, value: 5 });
    const reason = warning('c', '…');
    expect(refuse(reason)).toEqual({ ok: false, blockers: [reason] });
  });
});

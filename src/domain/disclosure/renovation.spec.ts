import { givenRenovation, today } from './given-disclosure';
import { publicRenovation } from './renovation';

const stageOf = (...given: Parameters<typeof givenRenovation>) =>
  publicRenovation(givenRenovation(...given), today).stages.find(({ stage }) => stage === 'construction')!;

describe('what of a renovation everybody may see', () => {
  it('is its line with dates and evidence', () => {
    const { stages, trackName, summary } = publicRenovation(givenRenovation(), today);
    expect([trackName, summary]).toEqual(['街道自筹微改造', '街道自筹近 20 万元']);
    expect(stages.map(({ name, standing }) => `${name} ${standing}`)).toEqual([
      '摸底调查 over',
      '居民议事 over',
      '拆违清障 over',
      '施工改造 running',
      '竣工验收 ahead',
      '移交长效 ahead',
    ]);
    expect(stages[2].evidence).toEqual([
      { text: '第一处清空', on: '2026-05-18', note: '广告牌和 7 间车库车棚，共 100 多平方米' },
    ]);
  });

  it('is nothing that is not named here', () => {
    const row = { ...givenRenovation(), id: 7, estimatedFen: 198_000_00, version: 3, compoundId: 5 };
    expect(publicRenovation(row, today)).toEqual(publicRenovation(givenRenovation(), today));
  });

  it('tells why it is halted only while it is halted', () => {
    const reason = (state: 'active' | 'paused' | 'cancelled') =>
      publicRenovation(givenRenovation({ state, stateReason: '连续降雨' }), today).stateReason;
    expect([reason('active'), reason('paused'), reason('cancelled')]).toEqual([null, '连续降雨', '连续降雨']);
  });

  it('tells what was let pass, why, and by which office', () => {
    const exception = { text: '居民监督员', reason: '推选改期', by: '区改造办', on: '2026-06-01' };
    const known = givenRenovation({ exceptions: [{ ...exception, ...{ userId: 12 } }] });
    expect(publicRenovation(known, today).exceptions).toEqual([exception]);
  });
});

describe('a delay', () => {
  const told = { stage: 'construction' as const, reason: '上周下雨', answerable: 'weather' as const };

  it.each([
    ['on the planned day is none', '2026-06-18', null],
    ['one day later has one day, its reason and who answers', '2026-06-19', 1],
  ])('expected %s', (_, forecastEndOn, days) => {
    const { delay } = stageOf({ delays: [told] }, { stage: 'construction', forecastEndOn });
    expect(delay).toEqual(days && { days, reason: '上周下雨', who: '天气' });
  });

  it('past its day counts the days that passed, or the expected ones where they are more', () => {
    const overdue = { stage: 'construction' as const, plannedEndOn: '2026-06-06' };
    expect(stageOf({}, overdue).delay).toEqual({ days: 2, reason: null, who: null });
    expect(stageOf({}, { ...overdue, forecastEndOn: '2026-06-20' }).delay?.days).toBe(14);
  });

  it('stays told when the stage has ended late', () => {
    const known = givenRenovation(
      { stage: 'acceptance', delays: [told] },
      { stage: 'construction', endedOn: '2026-06-20' },
    );
    const [, , , construction] = publicRenovation(known, '2026-06-25').stages;
    expect(construction).toMatchObject({ keeping: 'done-late', delay: { days: 2, reason: '上周下雨' } });
  });
});

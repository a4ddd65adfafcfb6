import * as fc from 'fast-check';
import { completeness, RequiredField, requiredFields, SurveyFacts } from './completeness';
import { completeSurvey, surveyDay } from './given-survey';

const missing = (change: Partial<SurveyFacts>) => completeness({ ...completeSurvey, ...change }, surveyDay);
const visits = (count: number, outcome: 'not-home' | 'vacant') =>
  completeSurvey.visits.map((visit, index) => (index < count ? { ...visit, outcome } : visit));

describe('a survey', () => {
  it('with everything there misses nothing', () => {
    expect(missing({})).toEqual([]);
  });

  it.each(Object.entries(requiredFields))('misses %s (%s) alone', (field, name) => {
    for (const empty of [null, '']) {
      const found = missing({ register: { ...completeSurvey.register, [field as RequiredField]: empty } });
      expect(found).toEqual([
        { code: `register.${field}`, part: 'register', text: `「${name}」未填`, field },
      ]);
    }
  });

  const [hazard] = completeSurvey.hazards;
  const [building] = completeSurvey.buildings;
  const withHousehold = (householdCount: number) => ({ ...completeSurvey.register, householdCount });
  it.each<[string, Partial<SurveyFacts>, string[]]>([
    ['no building', { buildings: [] }, ['还没有登记楼栋']],
    ['no door', { doors: [], visits: [] }, ['门户名册还是空的']],
    [
      'another number of households',
      { register: withHousehold(27) },
      ['门户名册 28 户，楼院信息里是 27 户，请核对成一致'],
    ],
    [
      'one door not visited',
      { visits: completeSurvey.visits.slice(1) },
      ['还有 1 户没有入户记录：1号楼 1单元 101'],
    ],
    ['five doors not at home', { visits: visits(5, 'not-home') }, []],
    [
      'six doors not at home',
      { visits: visits(6, 'not-home') },
      ['应访 28 户，访到 22 户，不到 80%，请再次上门'],
    ],
    ['six doors vacant', { visits: visits(6, 'vacant') }, []],
    [
      'no hazard and no word about it',
      { hazards: [] },
      ['还没有登记隐患；全院走过、确实没有的，请确认「未发现隐患」'],
    ],
    ['no hazard, and said so', { hazards: [], noHazards: true }, []],
    [
      'severity 4 without a day',
      { hazards: [{ ...hazard, severity: 4 }] },
      ['四级隐患「消防通道堵塞，院门至楼前」没有控制期限'],
    ],
    [
      'a hazard without photo',
      { hazards: [{ ...hazard, photos: 0 }] },
      ['隐患「消防通道堵塞，院门至楼前」没有照片'],
    ],
    ['a building without photo', { buildings: [{ ...building, photos: 0 }] }, ['还没有楼栋照片：1号楼']],
  ])('with %s', (_, change, texts) => {
    expect(missing(change).map(({ text }) => text)).toEqual(texts);
  });

  it('names some of many doors', () => {
    const [found] = missing({ visits: completeSurvey.visits.slice(20) });
    expect(found.text).toBe(
      '还有 20 户没有入户记录：1号楼 1单元 101、1号楼 1单元 102、1号楼 1单元 103、1号楼 1单元 104、1号楼 1单元 201 等',
    );
  });

  it('names all of five doors', () => {
    const [found] = missing({ visits: completeSurvey.visits.slice(5) });
    expect(found.text).toMatch(/^还有 5 户没有入户记录：.*1号楼 1单元 201$/);
  });

  it('where sewers are mixed asks every household that was met for its connection', () => {
    const hazards = [{ ...hazard, kind: 'drain-mixed' }];
    const [found] = missing({ hazards, visits: visits(2, 'vacant') });
    expect(found.text).toMatch(/^登记了雨污混接，还有 26 户没有记录排水接法：1号楼 1单元 103/);
    const noted = visits(2, 'vacant').map((visit) => ({
      ...visit,
      pipes: [{ fixture: 'kitchen' as const, target: 'rain-pipe' as const }],
    }));
    expect(missing({ hazards, visits: noted })).toEqual([]);
  });

  it('with nothing yet names every part at once', () => {
    const register = Object.fromEntries(Object.keys(requiredFields).map((field) => [field, null]));
    const nothing: SurveyFacts = {
      register: register as SurveyFacts['register'],
      doors: [],
      visits: [],
      hazards: [],
      noHazards: false,
      buildings: [],
    };
    const found = completeness(nothing, surveyDay);
    expect(found.filter(({ part }) => part === 'register')).toHaveLength(16);
    expect(found.slice(16).map(({ code }) => code)).toEqual([
      'doors.buildings',
      'doors.none',
      'hazards.none',
    ]);
  });

  it('misses no more after one more door was met', () => {
    const some = fc.subarray([...completeSurvey.visits]);
    fc.assert(
      fc.property(some, fc.constantFrom(...completeSurvey.visits), (made, more) => {
        expect(missing({ visits: [...made, more] }).length).toBeLessThanOrEqual(
          missing({ visits: made }).length,
        );
      }),
    );
  });
});

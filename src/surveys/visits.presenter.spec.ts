import { formState } from '../platform/web/form';
import { toUnitTables } from './door-table.presenter';
import {
  givenCompound,
  givenDoor,
  givenDoors,
  givenFrame,
  givenHazard,
  givenRecords,
  givenSurvey,
  givenVisit,
} from './given-records';
import { standingsOf } from './survey-records';
import { toUnitVisits, toVisits } from './visits.presenter';
import { toVisitWithdrawal } from './withdrawal.presenter';

const form = formState({ onceKey: 'x' });
const visit = {
  ...givenVisit(3, 201, 'not-home'),
  note: '邻居说晚上在',
  kitchen: 'rain-pipe' as const,
  toilet: 'sewer' as const,
  rain: 'unknown' as const,
};
const view = {
  compound: givenCompound,
  door: givenDoors[2],
  records: givenRecords,
  history: [{ survey: givenSurvey, visits: [visit] }],
  names: new Map([[21, '粮运社区工作人员']]),
  neighbours: { previous: givenDoors[1], next: givenDoors[3] },
  closed: '',
  mayEdit: true,
};

describe('the doors of a unit as a table', () => {
  it('has a row for each floor, the top floor first, and a word in every cell', () => {
    const tables = toUnitTables(givenDoors, standingsOf(givenRecords), true);
    expect(tables).toEqual([
      {
        name: '1号楼 1单元',
        about: '3/4 户有记录',
        link: '/buildings/5/units/1/visits',
        floors: [
          {
            name: '2 层',
            doors: [
              {
                label: '201',
                note: '',
                status: { state: 'doing', word: '不在' },
                link: '/dwellings/201/visits',
              },
              {
                label: '202',
                note: '',
                status: { state: 'idle', word: '未访' },
                link: '/dwellings/202/visits',
              },
            ],
          },
          {
            name: '1 层',
            doors: [
              {
                label: '101',
                note: '',
                status: { state: 'done', word: '访到' },
                link: '/dwellings/101/visits',
              },
              {
                label: '102',
                note: '',
                status: { state: 'done', word: '租户' },
                link: '/dwellings/102/visits',
              },
            ],
          },
        ],
      },
    ]);
  });

  it('says what a door is that is no household', () => {
    const [table] = toUnitTables([givenDoor(1, '101', 'business')], new Map(), false);
    expect([table.floors[0].doors[0].note, table.link]).toEqual(['住改商', '']);
  });
});

describe('one door', () => {
  it('tells every visit with who went, what came of it, and where the water goes', () => {
    const page = toVisits(view, form, givenFrame);
    expect(page.history).toEqual([
      {
        name: '第 1 次摸底',
        visits: [
          {
            day: '2026年3月12日',
            status: { state: 'doing', word: '不在家' },
            visitors: '社区工作人员、楼栋长',
            note: '邻居说晚上在',
            pipes: '厨房接雨水管（接错），卫生间接污水管，阳台、屋面雨水不清楚',
            recordedBy: '粮运社区工作人员',
            withdrawn: '',
            withdrawLink: '/visits/3/withdraw',
          },
        ],
      },
    ]);
    expect(page).toMatchObject({
      heading: '1号楼 1单元 201',
      status: { state: 'doing', word: '不在' },
      wantsPipes: false,
      previousLink: '/dwellings/102/visits',
      nextLink: '/dwellings/202/visits',
      backLink: '/compounds/fl106/survey#doors',
    });
  });

  it('a visit taken back says so and cannot be taken back again; a signed survey lets none be taken back', () => {
    const withdrawn = { ...visit, withdrawnOn: '2026-03-13', withdrawnReason: '记到了隔壁' };
    const history = [{ survey: givenSurvey, visits: [withdrawn] }];
    const [line] = toVisits({ ...view, history }, form, givenFrame).history[0].visits;
    expect([line.withdrawn, line.withdrawLink]).toEqual(['2026年3月13日 作废：记到了隔壁', '']);
    const signed = [{ survey: { ...givenSurvey, state: 'signed' as const }, visits: [visit] }];
    expect(toVisits({ ...view, history: signed }, form, givenFrame).history[0].visits[0].withdrawLink).toBe(
      '',
    );
  });

  it('asks for the pipes at once where the sewers are mixed', () => {
    const records = { ...givenRecords, hazards: [{ ...givenHazard, kind: 'drain-mixed' }] };
    expect(toVisits({ ...view, records }, form, givenFrame).wantsPipes).toBe(true);
  });

  it('before the first survey every door is not visited', () => {
    expect(toVisits({ ...view, records: null, history: [] }, form, givenFrame).status.word).toBe('未访');
  });

  it('what is to be taken back is shown once more', () => {
    const page = toVisitWithdrawal({ compound: givenCompound, visit, door: givenDoors[2] }, form, givenFrame);
    expect(page).toMatchObject({
      heading: '作废入户记录：1号楼 1单元 201',
      facts: [
        { term: '走访日期', value: '2026年3月12日' },
        { term: '走访人', value: '社区工作人员、楼栋长' },
        { term: '走访结果', value: '不在家' },
        { term: '情况记录', value: '邻居说晚上在' },
      ],
      action: '/visits/3/withdrawals',
    });
  });
});

describe('all doors of a unit on one form', () => {
  it('goes floor by floor from below and keeps what was chosen', () => {
    const chosen = formState({ outcome: ['101:met', '102:'] });
    const page = toUnitVisits(
      { compound: givenCompound, unit: givenDoors, records: givenRecords, closed: '' },
      chosen,
      givenFrame,
    );
    expect(page.heading).toBe('1号楼 1单元 整单元登记');
    expect(page.floors.map(({ name, doors }) => [name, doors.map(({ label }) => label)])).toEqual([
      ['1 层', ['101', '102']],
      ['2 层', ['201', '202']],
    ]);
    const selected = page.floors.flatMap(({ doors }) =>
      doors.flatMap(({ options }) => options.filter((one) => one.selected)),
    );
    expect(selected).toEqual([{ value: 'met', label: '访到', selected: true }]);
  });
});

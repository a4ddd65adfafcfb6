import { MissingPart } from '../domain/survey/completeness';
import { formState } from '../platform/web/form';
import {
  givenBuilding,
  givenCompound,
  givenFigure,
  givenFrame,
  givenHazard,
  givenPhotos,
  givenRecords,
  givenSurvey,
  givenToday,
} from './given-records';
import { toSheet } from './sheet.presenter';
import { toStart, toSurvey } from './surveys.presenter';

const form = formState({ onceKey: 'x' });
const missing: MissingPart[] = [
  { code: 'register.address', part: 'register', text: '「坐落」未填', field: 'address' },
  { code: 'register.communityId', part: 'register', text: '「社区」未填', field: 'communityId' },
  { code: 'visits.none', part: 'visits', text: '还有 1 户没有入户记录：1号楼 1单元 202' },
  { code: 'visits.share', part: 'visits', text: '应访 4 户，访到 2 户，不到 80%，请再次上门' },
  { code: 'photos.hazard', part: 'photos', text: '隐患「…」没有照片', hazardId: 31 },
];
const view = {
  records: givenRecords,
  photos: givenPhotos,
  missing,
  steps: [],
  names: new Map<number, string>(),
  all: [givenSurvey],
  today: givenToday,
  mayEdit: true,
  mayBeginAgain: false,
};

describe('the page of a survey', () => {
  it('before it begins says what it is for', () => {
    expect(toStart(givenCompound, form, true, givenFrame)).toEqual({
      ...givenFrame,
      title: '摸底 · 丰乐路106号院',
      start: {
        sentence: '还没有开始摸底。走遍每一户、记清隐患、拍好照片，社区和街道签字后进入居民议事。',
        form,
        action: '/compounds/fl106/survey',
        mayEdit: true,
      },
    });
  });

  it('shows how far it has got, with one thing to do next', () => {
    const page = toSurvey(view, form, givenFrame);
    expect(page.title).toBe('第 1 次摸底 · 丰乐路106号院');
    expect(page.survey).toEqual({
      heading: '第 1 次摸底',
      status: { state: 'doing', word: '调查中' },
      about: '调查日期 2026年3月12日',
      numbers: [
        { term: '有入户记录', value: '3/4', note: '户' },
        { term: '访到', value: '2', note: '应访 4 户' },
        { term: '隐患', value: '1', note: '四级未控制 1 条', late: true },
        { term: '有照片的楼栋', value: '1/1', note: '栋' },
        { term: '还缺', value: '5', note: '项', late: true },
      ],
      actions: [{ label: '录入下一户', link: '/dwellings/202/visits', primary: true }],
    });
    expect(page.doors.about).toBe('应访 4 户，访到 2 户，不在家 1 户，未访 1 户');
    expect(page.buildings).toEqual([
      { name: '1号楼', about: '1 张', link: '/buildings/5/photos', thumbs: [givenFigure(42)] },
    ]);
  });

  it('leads from every missing thing to the page that mends it', () => {
    const { items } = toSurvey(view, form, givenFrame).missing!;
    expect(items.map(({ kind, action }) => [kind, action.link])).toEqual([
      ['楼院信息', '/compounds/fl106/edit#f-address'],
      ['楼院信息', '/compounds/fl106/edit#f-place'],
      ['入户记录', '/dwellings/202/visits'],
      ['入户记录', '/compounds/fl106/survey#doors'],
      ['现场照片', '/hazards/31/edit'],
    ]);
    expect(items[0]).toEqual({
      status: { state: 'late', word: '缺' },
      kind: '楼院信息',
      what: '「坐落」未填',
      action: { label: '去补', link: '/compounds/fl106/edit#f-address', primary: false },
    });
  });

  it('leads those who only read nowhere, and says the same', () => {
    const page = toSurvey({ ...view, mayEdit: false }, form, givenFrame);
    expect(page.missing).toMatchObject({ items: [], sentence: '补齐下面 5 项就可以签字' });
    expect(page.missing!.sentences[0]).toBe('楼院信息：「坐落」未填');
    expect([
      page.survey.actions,
      page.hazards.newLink,
      page.sheet.editLink,
      page.doors.units[0].link,
    ]).toEqual([[], '', '', '']);
  });

  it('a building without a photo is led to directly', () => {
    const bare = { code: 'photos.building', part: 'photos', text: '还没有楼栋照片：1号楼' } as const;
    const records = { ...givenRecords, buildings: [{ ...givenBuilding, photoIds: [] }] };
    const page = toSurvey({ ...view, records, missing: [bare] }, form, givenFrame);
    expect(page.missing!.items[0].action.link).toBe('/buildings/5/photos');
    expect(page.buildings[0].about).toBe('还没有照片');
  });

  it('once signed it asks for nothing, names who signed, and offers a second look', () => {
    const survey = {
      ...givenSurvey,
      state: 'signed' as const,
      communitySignedBy: 21,
      communitySignedOn: '2026-03-19',
      streetSignedBy: 22,
      streetSignedOn: '2026-03-20',
    };
    const signed = {
      ...view,
      records: { ...givenRecords, survey },
      names: new Map([
        [21, '粮运社区工作人员'],
        [22, '刘寨街道项目负责人'],
      ]),
      all: [{ ...survey, id: 9, number: 2, state: 'draft' as const, streetSignedOn: null }, survey],
      mayEdit: false,
      mayBeginAgain: true,
    };
    const page = toSurvey(signed, form, givenFrame);
    expect([page.missing, page.survey.status]).toEqual([undefined, { state: 'done', word: '已签字' }]);
    expect(page.survey.numbers.at(-1)).toEqual({ term: '签字', value: '2', note: '共 2 级' });
    expect(page.signing.signatures.map(({ about }) => about)).toEqual([
      '粮运社区工作人员 2026年3月19日',
      '刘寨街道项目负责人 2026年3月20日',
    ]);
    expect(page.others).toEqual([
      {
        name: '第 2 次摸底',
        status: { state: 'doing', word: '调查中' },
        about: '调查日期 2026年3月12日，签字 —',
        link: '/surveys/9',
      },
    ]);
    expect(page.again).toEqual({ form, action: '/compounds/fl106/survey' });
  });

  it('counts the connections where any was noted', () => {
    const [first, second, ...rest] = givenRecords.visits;
    const visits = [
      { ...first, kitchen: 'rain-pipe' as const },
      { ...second, kitchen: 'unknown' as const },
      ...rest,
    ];
    const page = toSurvey({ ...view, records: { ...givenRecords, visits } }, form, givenFrame);
    expect(page.doors.pipes).toBe('排水接法：查了 2/4 户，接错 1 户，不清楚 1 户');
    expect(toSurvey(view, form, givenFrame).doors.pipes).toBe('');
  });

  it('says of no findings whether they were looked for', () => {
    const empty = (noHazards: boolean) => {
      const records = { ...givenRecords, survey: { ...givenSurvey, noHazards }, hazards: [] };
      return toSurvey({ ...view, records }, form, givenFrame).hazards.empty.text;
    };
    expect([empty(true), empty(false)]).toEqual([
      '全院走过，未发现隐患',
      '还没有登记隐患。边走边记：看到什么、在哪里、多严重，拍一张照片',
    ]);
  });

  it('keeps findings that were taken back apart', () => {
    const records = { ...givenRecords, withdrawnHazards: [givenHazard] };
    expect(toSurvey({ ...view, records }, form, givenFrame).hazards.withdrawn).toEqual([
      { what: '消防通道堵塞，院门至单元口', link: '/hazards/31' },
    ]);
  });

  it('the sheet shows what is stored where somebody else was faster', () => {
    const survey = {
      ...givenSurvey,
      gridHouseholds: 4,
      buildingSafety: 'appraised' as const,
      safetyConclusion: 'B 级',
    };
    const page = toSheet({ compound: givenCompound, survey, isStale: true }, form, givenFrame);
    expect(page.latest).toEqual([
      { term: '调查日期', value: '2026年3月12日' },
      { term: '网格登记户数', value: '4 户' },
      { term: '网格登记人口', value: '—' },
      { term: '房屋安全初判', value: '已鉴定', note: 'B 级' },
      { term: '未发现隐患', value: '—' },
      { term: '摸底说明', value: '—' },
    ]);
    expect(toSheet({ compound: givenCompound, survey, isStale: false }, form, givenFrame).latest).toEqual([]);
  });
});

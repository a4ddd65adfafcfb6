import { formState } from '../platform/web/form';
import {
  givenCompound,
  givenFigure,
  givenFrame,
  givenHazard,
  givenPhoto,
  givenPhotos,
  givenToday,
} from './given-records';
import { toHazardForm } from './hazard-form.presenter';
import { toHazard, toHazardRow } from './hazards.presenter';

const form = formState({ version: 1 });
const view = {
  compound: givenCompound,
  hazard: givenHazard,
  photos: givenPhotos,
  today: givenToday,
  mayEdit: true,
  mayControl: true,
  recordedBy: '粮运社区工作人员',
};

describe('a finding in a list', () => {
  it('says what, where, how bad, how it stands, what would mend it', () => {
    expect(toHazardRow(givenHazard, [givenPhoto(41)], givenToday)).toEqual({
      what: '消防通道堵塞',
      where: '院门至单元口',
      severity: { state: 'late', word: '四级 严重' },
      control: { state: 'late', word: '逾期 7 天' },
      remedy: '消防',
      thumbs: [givenFigure(41)],
      photoCount: '',
      link: '/hazards/31',
    });
  });

  it.each([
    [{ controlledOn: '2026-03-14' }, { state: 'done', word: '已控制' }],
    [{ controlBy: '2026-03-20' }, { state: 'doing', word: '今天到期' }],
    [{ controlBy: '2026-03-22' }, { state: 'doing', word: '还有 2 天' }],
    [
      { severity: 2, controlBy: null },
      { state: 'idle', word: '待处理' },
    ],
  ])('%j stands so', (change, control) => {
    expect(toHazardRow({ ...givenHazard, ...change }, [], givenToday).control).toEqual(control);
  });

  it('shows three photos and counts the others; without a remedy a dash', () => {
    const four = [41, 42, 43, 44].map(givenPhoto);
    const row = toHazardRow({ ...givenHazard, item: null }, four, givenToday);
    expect([row.thumbs.length, row.photoCount, row.remedy]).toEqual([3, '共 4 张', '—']);
  });
});

describe('the page of a finding', () => {
  it('offers to write it off, to correct it, to take it back', () => {
    const page = toHazard(view, form, givenFrame);
    expect(page).toMatchObject({
      heading: '消防通道堵塞',
      description: '面包车压住通道',
      editLink: '/hazards/31/edit',
      withdrawLink: '/hazards/31/withdraw',
      backLink: '/compounds/fl106/survey#hazards',
      step: {
        name: 'control',
        label: '已控制，销号',
        action: '/hazards/31/controls',
        needsDay: true,
        noteLabel: '怎样控制的',
      },
    });
    expect(page.photos).toEqual([{ ...givenFigure(41), link: '/files/41/1600.jpg' }]);
  });

  it('offers to open it again once it is written off', () => {
    const hazard = { ...givenHazard, controlledOn: '2026-03-14', controlNote: '已清空' };
    const page = toHazard({ ...view, hazard }, form, givenFrame);
    expect(page.step).toMatchObject({ name: 'reopen', label: '重新打开', needsDay: false });
    expect(page.facts).toContainEqual({ term: '控制日期', value: '2026年3月14日', note: '已清空' });
  });

  it('once taken back it only tells why', () => {
    const hazard = { ...givenHazard, withdrawnOn: '2026-03-13', withdrawnReason: '重复登记' };
    const page = toHazard({ ...view, hazard }, form, givenFrame);
    expect([page.editLink, page.withdrawLink, page.step, page.control.word]).toEqual([
      '',
      '',
      undefined,
      '已作废',
    ]);
    expect(page.facts).toContainEqual({ term: '作废', value: '2026年3月13日', note: '重复登记' });
  });

  it('says that a far day for grade 4 is to be reported', () => {
    const hazard = { ...givenHazard, controlBy: '2026-03-18' };
    expect(toHazard({ ...view, hazard }, form, givenFrame).warnings.map(({ text }) => text)).toEqual([
      '四级隐患一般在 24 小时内控制，现在给了 6 天，请报告街道项目负责人',
    ]);
  });
});

describe('the form of a finding', () => {
  const parts = {
    title: '登记隐患',
    heading: '登记隐患',
    action: '/compounds/fl106/hazards',
    isNew: true,
    form: formState({ kind: 'flying-wires', drop: '41' }),
    kept: [],
    latest: [],
    backLink: '/',
  };
  const page = toHazardForm(parts, [givenPhoto(41), givenPhoto(42)], givenToday, givenFrame);

  it('offers the catalogue by heading with what was chosen', () => {
    expect(page.groups[2].name).toBe('供电与线路');
    const chosen = page.groups.flatMap(({ kinds }) => kinds.filter(({ selected }) => selected));
    expect(chosen).toEqual([{ value: 'flying-wires', label: '飞线、私拉乱接', selected: true }]);
  });

  it('says beside grade 4 by when it is controlled', () => {
    expect(page.severities.map(({ hint }) => hint)).toEqual(['', '', '', '要填控制期限，一般 24 小时内控制']);
  });

  it('remembers which photos were to be taken off', () => {
    expect(page.photos.map(({ id, number, isDropped }) => [id, number, isDropped])).toEqual([
      [41, 1, true],
      [42, 2, false],
    ]);
  });
});

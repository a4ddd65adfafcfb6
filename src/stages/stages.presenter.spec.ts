import { Role, roles } from '../domain/people/roles';
import { Renovation } from '../compounds/renovation.entities';
import { StoredFile } from '../files/stored-file.entity';
import { compound, frame, milestone, passed, renovation, standing, today } from './given-standing';
import { StageRecord } from './stage-history.service';
import { StageMove } from './stage-move.entity';
import { DeskFigure, toNoStages, toStages } from './stages.presenter';
import { Standing } from './standing';

const plan = [{ stage: 'handover' as const, plannedStartOn: null, plannedEndOn: '2026-07-11' }];
const baseline = {
  id: 1,
  renovationId: 1,
  number: 1,
  plan,
  reason: null,
  setOn: '2026-03-01',
  setBy: 2,
  setAt: '2026-03-01T02:00:00.000Z',
};
const moved: StageMove = {
  id: 4,
  renovationId: 1,
  move: 'advance',
  fromStage: 'removal',
  toStage: 'construction',
  fromState: 'active',
  toState: 'active',
  fromRemoval: 'open',
  toRemoval: 'finished',
  reason: null,
  movedBy: 2,
  movedByRole: 'street-manager',
  movedOn: '2026-05-18',
  movedAt: '2026-05-18T08:30:00.000Z',
};
const record = (change: Partial<StageRecord> = {}): StageRecord => ({
  baselines: [baseline],
  forecasts: [],
  moves: [moved],
  milestones: [],
  documents: new Map(),
  names: new Map([
    [2, '刘寨街道项目负责人'],
    [3, '惠济区改造办'],
  ]),
  ...change,
});
const page = (
  now: Standing = standing(),
  role: Role = 'street-manager',
  said = record(),
  renovations: Renovation[] = [now.renovation],
) => toStages({ frame, standing: now, renovations, record: said, role, today });
const desk = (...given: Parameters<typeof page>): DeskFigure => page(...given).desk!;

describe('the stage tab', () => {
  it('before the first renovation tells the street manager where to open one, and others who does', () => {
    expect(toNoStages(frame, compound, 'street-manager').empty).toEqual({
      text: '还没有改造项目，立项后在这里推进阶段',
      link: '/compounds/fl106/renovations',
      label: '去立项',
    });
    expect(toNoStages(frame, compound, 'contractor').empty).toEqual({
      text: '还没有改造项目，由街道项目负责人立项后在这里推进阶段',
    });
  });

  it('names the renovation, and the others only where there are several', () => {
    expect(page().renovations).toEqual([]);
    const first = renovation({ sequence: 1, isCurrent: false, state: 'closed' });
    const second = renovation({ id: 2, sequence: 2, name: '二次改造' });
    expect(
      page({ ...standing(), renovation: second }, 'auditor', record(), [second, first]).renovations,
    ).toEqual([
      { label: '二次改造', link: '/compounds/fl106/stages', current: true },
      { label: '丰乐路106号院微改造', link: '/compounds/fl106/stages?renovation=1', current: false },
    ]);
  });

  it('offers the moves of the law with what still forbids them, one of them first', () => {
    expect(desk().moves).toEqual([
      {
        label: '进入「竣工验收」',
        link: '/compounds/fl106/stage-moves/new?move=advance',
        primary: true,
        note: '还有 2 项没有具备',
      },
      { label: '同时开始拆违清障', link: '/compounds/fl106/stage-moves/new?move=start-removal', note: '' },
      { label: '暂停', link: '/compounds/fl106/stage-moves/new?move=pause', note: '' },
      { label: '取消改造', link: '/compounds/fl106/stage-moves/new?move=cancel', note: '' },
    ]);
    const paused = standing({ renovation: { state: 'paused', stateReason: '等资金' } });
    expect(desk(paused).moves.map(({ label, primary }) => [label, primary ?? false])).toEqual([
      ['恢复', true],
      ['取消改造', false],
    ]);
    expect(desk(paused)).toMatchObject({ status: { state: 'late', word: '已暂停' }, reason: '等资金' });
  });

  it.each(roles)('gives %s the links of their role and no others', (role) => {
    const { planLink, milestoneLink, overrideLink, moves, movesNote, expectations } = desk(standing(), role);
    const isManager = role === 'street-manager';
    const isOfficer = role === 'district-officer';
    expect([!!planLink, !!milestoneLink, !!overrideLink]).toEqual([isManager, isManager, isOfficer]);
    expect(moves.length > 0).toBe(isManager || isOfficer);
    expect(movesNote).toBe(isManager || isOfficer ? '' : '推进由街道项目负责人、区改造办办理');
    expect(expectations.map(({ link }) => link !== '')).toEqual([
      false,
      false,
      false,
      isManager,
      isManager,
      isManager,
    ]);
  });

  it('shows the end of a removal that runs beside as a passage of its own', () => {
    const beside = desk(standing({ renovation: { removal: 'open' } }));
    expect(beside.passages.map(({ heading, sentence }) => [heading, sentence])).toEqual([
      ['进入「竣工验收」还缺什么', '共 8 项，还缺 2 项，补齐后才能办理。'],
      ['结束「拆违清障」还缺什么', '共 1 项，还缺 1 项，补齐后才能办理。'],
    ]);
  });

  it('of a renovation that is over keeps the record and offers nothing', () => {
    const over = desk(standing({ renovation: { state: 'closed', stage: 'handover' } }), 'street-manager');
    expect(over).toMatchObject({
      status: { state: 'done', word: '已办结' },
      passages: [],
      moves: [],
      movesNote: '本次改造已经结束，记录保留供查',
    });
    expect([over.planLink, over.milestoneLink, over.overrideLink]).toEqual([undefined, undefined, undefined]);
  });

  it('without a plan asks for one instead of drawing it', () => {
    const none = record({ baselines: [] });
    expect(desk(standing(), 'street-manager', none)).toMatchObject({
      noPlan: { link: '/compounds/fl106/baselines/new', label: '制定计划' },
    });
    expect(desk(standing(), 'contractor', none).noPlan).toEqual({
      text: '还没有阶段计划，由街道项目负责人制定',
    });
    expect(desk(standing(), 'street-manager', none).gantt).toBeUndefined();
  });
});

describe('the records of the desk', () => {
  it('evidence stands in one line for each document and leads to it; what no longer counts says so', () => {
    const document = { id: 11, kind: 'document', originalName: '工程保修书.pdf' } as StoredFile;
    const photo = { id: 12, kind: 'photo', originalName: '验收.jpg' } as StoredFile;
    const said = record({
      milestones: [
        milestone({
          id: 33,
          documentId: 12,
          supersededAt: '2026-06-06T02:00:00.000Z',
          withdrawReason: '传错',
          note: '',
        }),
        milestone({ id: 32, gate: 'concealed-accepted', supersededAt: '2026-06-05T09:00:00.000Z' }),
        milestone(),
      ],
      documents: new Map([
        [11, document],
        [12, photo],
      ]),
    });
    expect(desk(standing(), 'street-manager', said).evidence).toEqual([
      {
        items: [
          {
            text: '施工单位已签署工程保修书',
            link: '/milestones/33',
            status: { state: 'idle', word: '已作废' },
          },
        ],
        stage: '施工改造',
        on: '6月5日',
        note: '—',
        document: { name: '验收.jpg', link: '/files/12/1600.jpg' },
        by: '刘寨街道项目负责人',
      },
      {
        items: [
          {
            text: '隐蔽工程都在覆盖前检查合格',
            link: '/milestones/32',
            status: { state: 'idle', word: '已更正' },
          },
          {
            text: '施工单位已签署工程保修书',
            link: '/milestones/31',
            status: { state: 'done', word: '已办' },
          },
        ],
        stage: '施工改造',
        on: '6月5日',
        note: '施工方已签保修书',
        document: { name: '工程保修书.pdf', link: '/files/11/original' },
        by: '刘寨街道项目负责人',
      },
    ]);
  });

  it('a gate let pass is shown with its reason', () => {
    expect(desk(standing({ passed: [passed] })).passedGates).toEqual([
      { text: '设计和合同约定的内容全部完成', reason: '挡水檐后补，已签承诺', by: '区改造办', on: '6月6日' },
    ]);
  });

  it('a new plan is measured against the first', () => {
    const later = {
      ...baseline,
      id: 2,
      number: 2,
      reason: '物业交接等例会',
      plan: [{ ...plan[0], plannedEndOn: '2026-07-20' }],
      setOn: '2026-06-01',
    };
    expect(desk(standing(), 'auditor', record({ baselines: [baseline, later] })).baselines).toEqual([
      {
        name: '第 2 版',
        on: '2026年6月1日',
        by: '刘寨街道项目负责人',
        reason: '物业交接等例会',
        shift: '移交长效晚 9 天',
        finish: '2026年7月20日',
      },
      {
        name: '第 1 版',
        on: '2026年3月1日',
        by: '刘寨街道项目负责人',
        reason: '首次制定',
        shift: '—',
        finish: '2026年7月11日',
      },
    ]);
  });

  it('moves, expected days and plans stand in one list, the newest first', () => {
    const forecast = {
      id: 1,
      renovationId: 1,
      stage: 'construction' as const,
      forecastEndOn: '2026-06-20',
      slipDays: 2,
      reason: '车棚顶板晚装',
      answerable: 'weather' as const,
      saidOn: '2026-06-07',
      saidBy: 2,
      saidAt: '2026-06-07T09:42:00.000Z',
    };
    const back = {
      ...moved,
      id: 5,
      move: 'send-back',
      fromStage: 'construction',
      toStage: 'removal',
      reason: '还有一处',
      movedBy: 3,
      movedAt: '2026-05-20T01:00:00.000Z',
    } as const;
    expect(desk(standing(), 'auditor', record({ forecasts: [forecast], moves: [back, moved] })).log).toEqual([
      {
        what: '「施工改造」预计 2026年6月20日 完成，晚 2 天（天气）',
        when: '2026年6月7日 17:42',
        by: '刘寨街道项目负责人',
        reason: '车棚顶板晚装',
      },
      {
        what: '退回：施工改造 → 拆违清障',
        when: '2026年5月20日 09:00',
        by: '惠济区改造办',
        reason: '还有一处',
      },
      { what: '拆违清障 → 施工改造', when: '2026年5月18日 16:30', by: '刘寨街道项目负责人' },
      { what: '确定第 1 版计划', when: '2026年3月1日 10:00', by: '刘寨街道项目负责人' },
    ]);
  });
});

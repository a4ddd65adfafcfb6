import { StoredFile } from '../files/stored-file.entity';
import { baseline, milestone, moved, passed, record, today } from './given-standing';
import { toBaselines, toEvidence, toPassedGates, toStageLog } from './stage-records.presenter';

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
    expect(toEvidence(said, today)).toEqual([
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
    expect(toPassedGates([passed], today)).toEqual([
      { text: '设计和合同约定的内容全部完成', reason: '挡水檐后补，已签承诺', by: '区改造办', on: '6月6日' },
    ]);
  });

  it('a new plan is measured against the first', () => {
    const later = {
      ...baseline,
      id: 2,
      number: 2,
      reason: '物业交接等例会',
      plan: [{ ...baseline.plan[0], plannedEndOn: '2026-07-20' }],
      setOn: '2026-06-01',
    };
    expect(toBaselines(record({ baselines: [baseline, later] }))).toEqual([
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
    expect(toStageLog(record({ forecasts: [forecast], moves: [back, moved] }))).toEqual([
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

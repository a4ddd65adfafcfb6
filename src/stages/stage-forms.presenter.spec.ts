import { gateChecks } from '../domain/renovation/gate-checks';
import { StoredFile } from '../files/stored-file.entity';
import { formState } from '../platform/web/form';
import { compound, frame, milestone, renovation, schedules, standing, today } from './given-standing';
import { toMilestone, toMilestoneForm } from './milestone.presenter';
import { toOverrideForm } from './override.presenter';
import { formWithReasons } from './refusal';
import { planOf, toBaselineForm, toForecastFields, toForecastForm, toPlanFields } from './schedule.presenter';
import { PlanBaseline } from './schedule.entities';
import { BaselineForm } from './stages.forms';
import { lineOf } from './standing';

const line = lineOf(schedules(), renovation(), today);
const form = formState({});

describe('the form of a plan', () => {
  it('the first time asks for no reason', () => {
    const page = toBaselineForm(frame, 'fl106', { line, last: undefined }, form);
    expect(page).toMatchObject({ title: '制定计划', asksReason: false, button: '确定计划' });
    expect(page.rows.map(({ endLabel, optional }) => [endLabel, optional])).toEqual([
      ['摸底调查计划完成', false],
      ['居民议事计划完成', false],
      ['拆违清障计划完成', true],
      ['施工改造计划完成', false],
      ['竣工验收计划完成', false],
      ['移交长效计划完成', false],
    ]);
  });

  it('afterwards says that the old one stays, and which stages are over', () => {
    const page = toBaselineForm(frame, 'fl106', { line, last: { number: 1 } as PlanBaseline }, form);
    expect(page).toMatchObject({
      title: '调整计划',
      heading: '调整计划：第 1 版之后的新版',
      asksReason: true,
    });
    expect(page.rows[0].hint).toBe('已在 2026年3月20日 完成，计划日期不能再改');
    expect(page.rows[3]).toMatchObject({
      startField: 'constructionStartOn',
      endField: 'constructionEndOn',
      hint: '',
    });
  });

  it('gives back the plan it was filled with', () => {
    const fields = toPlanFields(line) as unknown as BaselineForm;
    expect(fields).toMatchObject({ acceptanceStartOn: null, acceptanceEndOn: '2026-06-30' });
    expect(planOf(fields)).toEqual(
      line.map(({ stage, plannedStartOn, plannedEndOn }) => ({ stage, plannedStartOn, plannedEndOn })),
    );
  });
});

describe('the form of an expected end', () => {
  it('says the plan beside it', () => {
    expect(toForecastForm(frame, 'fl106', line[3], form)).toMatchObject({
      heading: '「施工改造」预计完成',
      plan: '计划 2026年6月18日 完成',
      stage: 'construction',
      action: '/compounds/fl106/forecasts',
    });
  });
});

describe('the form of a milestone', () => {
  const page = (stage: 'survey' | 'construction' | 'removal') =>
    toMilestoneForm({ frame, standing: standing({ milestones: [milestone()] }), stage, form, today });

  it('offers the gates of one stage that evidence may stand for, with what was recorded', () => {
    const { gateOptions, action } = page('construction');
    expect(action).toBe('/compounds/fl106/milestones');
    expect(gateOptions.find(({ value }) => value === 'warranty-letter')).toEqual({
      value: 'warranty-letter',
      label: '施工单位已签署工程保修书',
      hint: '已登记：已办，2026年6月5日；再登记就更正它，原记录保留',
    });
    expect(gateOptions.find(({ value }) => value === 'concealed-accepted')!.hint).toBe('可不适用');
  });

  it('removal takes its own end along, and the survey, which speaks for itself, is not offered', () => {
    expect(page('removal').gateOptions.map(({ value }) => value)).toContain('removal-all-closed');
    expect(page('construction').stageTabs.map(({ label, current }) => [label, current])).toEqual([
      ['居民议事', false],
      ['拆违清障', false],
      ['施工改造', true],
      ['竣工验收', false],
      ['移交长效', false],
    ]);
  });
});

describe('one milestone', () => {
  const document = { id: 11, kind: 'document', originalName: '工程保修书.pdf' } as StoredFile;
  const page = (change = {}, at = {}, role = 'street-manager' as const) =>
    toMilestone(
      frame,
      { milestone: milestone(change), renovation: renovation(at), compound },
      { document, byName: '刘寨街道项目负责人', role, form },
    );

  it('tells what, when, by whom, and leads to its document', () => {
    expect(page()).toMatchObject({
      title: '施工单位已签署工程保修书',
      status: { state: 'done', word: '已办' },
      facts: [
        { term: '结果', value: '已办' },
        { term: '办理日期', value: '2026年6月5日' },
        { term: '说明', value: '施工方已签保修书' },
        { term: '文件', value: '工程保修书.pdf', link: '/files/11/original' },
        { term: '登记', value: '刘寨街道项目负责人，2026年6月5日 16:00', note: '街道项目负责人' },
        { term: '所属改造', value: '丰乐路106号院微改造' },
      ],
      withdrawAction: '/milestones/31/withdrawals',
    });
  });

  it('is withdrawn only while it counts, by the street manager, in a renovation that goes on', () => {
    const withdrawn = { supersededAt: '2026-06-06T02:00:00.000Z', withdrawReason: '传错' };
    expect(page(withdrawn)).toMatchObject({ status: { state: 'idle', word: '已作废' }, withdrawAction: '' });
    expect(page({}, { state: 'closed' }).withdrawAction).toBe('');
    expect(page({}, {}, 'auditor' as never).withdrawAction).toBe('');
  });

  it('of an earlier renovation leads back to that one', () => {
    expect(page({}, { isCurrent: false }).backLink).toBe('/compounds/fl106/stages?renovation=1');
  });
});

describe('the form of an exception', () => {
  const checks = (stage: 'removal' | 'handover') => gateChecks(stage, standing().gates, today);

  it('offers what is missing and policy; what is law is named with who brings it', () => {
    const page = toOverrideForm(frame, 'fl106', checks('removal'), form);
    expect(page.gateOptions.map(({ value }) => value)).toEqual([
      'first-area-clear',
      'contract-signed',
      'board-posted',
    ]);
    expect(page.lawful).toContain(
      '工程资金已落实，不由施工单位垫资（法定，保障农民工工资支付条例 §23；政府投资条例 §22），由街道项目负责人补齐',
    );
    expect(page.empty).toBeUndefined();
  });

  it('says so when there is nothing to let pass', () => {
    expect(toOverrideForm(frame, 'fl106', [], form).empty).toMatchObject({ label: '回到阶段' });
  });
});

describe('a refusal', () => {
  it('stands beside the field where it can be mended, and above the form where none can', () => {
    const reasons = [
      { code: 'forecast.reason', level: 'policy' as const, text: '比计划晚 2 天，请写明原因' },
      { code: 'renovation.over', level: 'policy' as const, text: '改造已办结，阶段记录不能再改' },
    ];
    expect(formWithReasons({ reason: '' }, reasons)).toEqual({
      values: { reason: '' },
      errors: { reason: '比计划晚 2 天，请写明原因' },
      summary: [
        { field: 'reason', message: '比计划晚 2 天，请写明原因' },
        { message: '改造已办结，阶段记录不能再改' },
      ],
    });
  });
});

describe('what the form of an expected end begins with', () => {
  const stage = {
    ...line[3],
    ...{ plannedEndOn: '2026-06-18', forecastEndOn: null, slipReason: null, slipAnswerable: null },
  };
  const said = {
    ...stage,
    forecastEndOn: '2026-06-20',
    slipReason: '到货晚',
    slipAnswerable: 'weather' as const,
  };
  const proposed = { endOn: '2026-07-01', reason: '施工比计划慢', answerable: 'contractor' };

  it.each<[string, typeof stage | typeof said, Record<string, unknown>, (string | null)[]]>([
    ['nothing said and nothing proposed: the planned day', stage, {}, ['2026-06-18', null, null]],
    ['what was said last', said, {}, ['2026-06-20', '到货晚', 'weather']],
    ['what the link proposes', said, proposed, ['2026-07-01', '施工比计划慢', 'contractor']],
    [
      'a day that is none proposes nothing',
      said,
      { ...proposed, endOn: '7月' },
      ['2026-06-20', '到货晚', 'weather'],
    ],
    [
      'a word nobody knows is left out',
      said,
      { ...proposed, answerable: ['nobody'] },
      ['2026-07-01', '施工比计划慢', 'weather'],
    ],
    [
      'what was sent twice counts once',
      stage,
      { endOn: ['2026-07-01', 'x'], reason: {} },
      ['2026-07-01', null, null],
    ],
  ])('%s', (_, known, query, expected) => {
    expect(Object.values(toForecastFields(known, query))).toEqual(expected);
  });
});

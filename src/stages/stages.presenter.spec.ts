import { Role, roles } from '../domain/people/roles';
import { Renovation } from '../compounds/renovation.entities';
import { compound, frame, record, renovation, standing, today } from './given-standing';
import { DeskFigure, toNoStages, toStages } from './stages.presenter';
import { Standing } from './standing';

const page = (
  now: Standing = standing(),
  role: Role = 'street-manager',
  said = record(),
  renovations: Renovation[] = [now.renovation],
) => {
  const choice = { compound: now.compound, renovation: now.renovation, renovations };
  return toStages({ frame, standing: now, choice, record: said, role, today });
};
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
    expect(expectations.map(({ link }) => link !== '')).toEqual([isManager, isManager, isManager]);
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
      expectations: [],
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

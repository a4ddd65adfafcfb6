import { Role } from '../domain/people/roles';
import { Move, moves } from '../domain/renovation/moves';
import { RemovalProgress, StageCode } from '../domain/renovation/stages';
import { formState } from '../platform/web/form';
import { frame, schedules, standing, today } from './given-standing';
import { toStageMove } from './stage-move.presenter';
import { Standing, lineOf, moveFactsOf } from './standing';
import { formWithReasons } from './refusal';

const page = (
  move: Move,
  at: Standing = standing(),
  { role = 'street-manager' as Role, form = formState({ version: 7, onceKey: 'k' }) } = {},
) =>
  toStageMove({
    frame,
    code: 'fl106',
    move,
    facts: moveFactsOf(at, '', today),
    line: lineOf(schedules(), at.renovation, today),
    role,
    form,
  });
const at = (stage: StageCode, removal: RemovalProgress = 'waiting') =>
  standing({ renovation: { stage, removal } });

describe('the confirm page of a move', () => {
  it('forward names every missing gate, what will be different and who sees it', () => {
    const shown = page('advance');
    expect(shown).toMatchObject({
      title: '进入「竣工验收」',
      heading: '进入「竣工验收」：现在还不能办理',
      action: '/compounds/fl106/stage-moves',
      backLink: '/compounds/fl106/stages',
      gateSentence: '共 8 项，还缺 2 项，补齐后才能办理。',
      consequences: [
        { what: '阶段', now: '施工改造', after: '竣工验收' },
        { what: '「施工改造」完成日期', now: '—', after: '2026年6月8日' },
        { what: '「竣工验收」开始日期', now: '—', after: '2026年6月8日' },
        { what: '居民公示页', now: '施工改造', after: '竣工验收' },
      ],
      wayBack: '确认后不能自行撤回；确需退回的，由区改造办写明原因办理。',
      reasonLabel: '说明',
      reasonOptional: true,
      isForbidden: true,
      button: '确认进入下一阶段',
    });
    expect(shown.blockers.map(({ text }) => text)).toEqual([
      '还缺：设计和合同约定的内容全部完成（还没有记录），由施工方提供',
      '还缺：施工单位已签署工程保修书（还没有记录），由施工方提供',
    ]);
    expect(shown.gates).toHaveLength(8);
  });

  it('after a refusal the summary says the reasons, and the page does not say them twice', () => {
    const refusal = [{ code: 'gate.works-complete', level: 'policy' as const, text: '还缺：…' }];
    const shown = page('advance', standing(), { form: formWithReasons({}, refusal) });
    expect(shown.form.summary).toEqual([{ message: '还缺：…' }]);
    expect(shown.blockers).toEqual([]);
    expect(shown.isForbidden).toBe(true);
  });

  it.each<[Move, Standing, Role, [string, string, string][]]>([
    [
      'pause',
      standing(),
      'street-manager',
      [
        ['状态', '进行中', '已暂停'],
        ['居民公示页', '施工改造', '施工改造，已暂停并写明原因'],
      ],
    ],
    [
      'start-removal',
      at('consultation'),
      'street-manager',
      [
        ['拆违清障', '未开始', '进行中'],
        ['「拆违清障」开始日期', '—', '2026年6月8日'],
        ['居民公示页', '居民议事', '居民议事，同时拆违清障'],
      ],
    ],
    [
      'advance',
      at('removal', 'open'),
      'street-manager',
      [
        ['阶段', '拆违清障', '施工改造'],
        ['「施工改造」开始日期', '—', '2026年6月8日'],
        ['居民公示页', '拆违清障', '施工改造，同时拆违清障'],
      ],
    ],
    [
      'send-back',
      at('acceptance', 'finished'),
      'district-officer',
      [
        ['阶段', '竣工验收', '施工改造'],
        ['「施工改造」完成日期', '—', '取消，重新进行'],
        ['「竣工验收」开始日期', '—', '取消，恢复为未开始'],
        ['居民公示页', '竣工验收', '施工改造'],
      ],
    ],
    [
      'close',
      at('handover', 'finished'),
      'street-manager',
      [
        ['状态', '进行中', '已办结'],
        ['「移交长效」完成日期', '—', '2026年6月8日'],
        ['居民公示页', '移交长效', '已办结'],
      ],
    ],
    [
      'cancel',
      standing(),
      'street-manager',
      [
        ['状态', '进行中', '已取消'],
        ['居民公示页', '施工改造', '已取消'],
      ],
    ],
  ])('%s shows what will be different', (move, now, role, rows) => {
    const { consequences } = page(move, now, { role });
    expect(consequences.map(({ what, now: before, after }) => [what, before, after])).toEqual(rows);
  });

  it('a move that does not fit the place says why, and promises nothing', () => {
    const shown = page('start-removal', at('acceptance', 'finished'));
    expect(shown.consequences).toEqual([]);
    expect(shown.blockers.map(({ text }) => text)).toEqual([
      '「竣工验收」阶段不能同时开始拆违清障，居民议事或施工改造阶段才可以',
    ]);
    expect(shown.isForbidden).toBe(true);
  });

  it('a reason still to be typed does not shut the button', () => {
    expect(page('pause')).toMatchObject({
      heading: '暂停：请核对后确认',
      isForbidden: false,
      reasonLabel: '原因',
      reasonOptional: false,
    });
  });

  it('every move has its words', () => {
    for (const move of moves)
      expect(page(move)).toMatchObject({
        wayBack: expect.stringMatching(/。$/),
        button: expect.stringMatching(/^确认/),
      });
  });
});

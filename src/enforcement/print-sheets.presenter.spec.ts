import { papersTo, paper, planningCase } from '../domain/removal/given-removal';
import { printFormNames, PrintForm, printFormsOf } from './print-offers';
import { toPrintSheet } from './print-sheets.presenter';
import { lawInWords, officeNames, PrintView } from './print-words';

const view = (change: Partial<PrintView> = {}): PrintView => ({
  ...{ compound: '丰乐路106号院', ...officeNames('刘寨街道', '粮运社区'), today: '2026-03-27' },
  structure: {
    ...{
      number: 3,
      kind: 'building',
      place: '院门东侧',
      area: 15_00,
      blocksFireLane: true,
      blocksPipe: false,
    },
  },
  known: planningCase({ steps: [], conclusion: null }),
  ...change,
});
const forms = Object.keys(printFormNames) as PrintForm[];
const textOf = (form: PrintForm, change: Partial<PrintView> = {}) =>
  JSON.stringify(toPrintSheet(form, view(change)));

describe('the sheets of a case', () => {
  it.each(forms)('%s is filled with the place and the kind, and leaves names to a pen', (form) => {
    const sheet = toPrintSheet(form, view());
    expect(sheet.heading.length).toBeGreaterThan(2);
    expect(textOf(form)).not.toMatch(/违法|undefined|null|待核/);
    expect(textOf(form)).toContain('丰乐路106号院');
  });

  it('calls it 疑似 until a document identifies it', () => {
    expect(textOf('notice')).toContain('疑似私搭房屋、棚屋（登记第 3 处，约 15 ㎡）');
    const known = planningCase({ steps: papersTo('identified') });
    expect(textOf('notice', { known })).toContain('经认定的私搭房屋、棚屋');
    expect(textOf('notice', { known })).not.toContain('疑似');
  });

  it('the notice of persuasion says that it is no notice of the penalty law', () => {
    const { note, signatures } = toPrintSheet('notice', view());
    expect(note).toBe('劝导用。本告知书不是行政处罚事先告知书，也不是行政决定。');
    expect(signatures.slice(0, 2)).toEqual(['粮运社区居民委员会（盖章）', '刘寨街道办事处（盖章）']);
  });

  it.each(['urge', 'announcement'] as const)('%s is a draft for the organ that holds the power', (form) => {
    expect(toPrintSheet(form, view()).note).toContain(
      '供有权机关使用：由城市管理执法部门或区（县）人民政府作出（《城乡规划法》第68条），街道办事处、社区不能作出',
    );
  });

  it('a draft is filled from the decision, and says the periods of the law', () => {
    const known = planningCase({ steps: papersTo('decided') });
    expect(textOf('urge', { known })).toContain(
      '于2025年9月25日作出的《限期拆除决定书》（〔2025〕1号），已在2025年9月26日送达',
    );
    expect(textOf('announcement', { known })).toContain('60 日内申请行政复议，或者 6 个月内提起行政诉讼');
    expect(textOf('urge')).toContain('＿＿＿＿年＿＿月＿＿日作出的');
  });

  it('the receipt names the papers that are still to be served', () => {
    const unserved = paper('pre-noticed', '2025-09-15', {
      service: null,
      documentNumber: '惠城执告〔2025〕9号',
    });
    const known = planningCase({ steps: [...papersTo('identified'), unserved] });
    expect(textOf('service', { known })).toContain('事先告知书　惠城执告〔2025〕9号');
  });

  it('drafts are offered only where there is a case that knows force', () => {
    expect(printFormsOf({ kind: 'building' }, true)).toHaveLength(6);
    expect(printFormsOf({ kind: 'building' }, false)).toHaveLength(4);
    expect(printFormsOf({ kind: 'ad-board' }, true)).toHaveLength(4);
  });

  it.each([
    ['行政强制法 §35、§36', '《行政强制法》第35条、第36条'],
    [
      '城乡规划法 §66；河南省实施城乡规划法办法 §53、§54',
      '《城乡规划法》第66条、《河南省实施城乡规划法办法》第53条、第54条',
    ],
    ['户外广告和市容管理的地方规定（待核）', '户外广告和市容管理的地方规定'],
  ])('%s is cited as %s', (source, cited) => {
    expect(lawInWords(source)).toBe(cited);
  });
});

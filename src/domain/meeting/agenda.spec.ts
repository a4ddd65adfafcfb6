import { agendaBlockers, agendaLimits, agendaLinesIn, agendaTemplates } from './agenda';
import { meetingKindCodes } from './meeting-kinds';

const texts = (lines: string[], others: number) => agendaBlockers(lines, others).map(({ text }) => text);

describe('the agenda', () => {
  it.each(meetingKindCodes)('a template exists for %s and fits on one sheet', (kind) => {
    expect(agendaTemplates[kind].length).toBeGreaterThan(0);
    expect(agendaBlockers(agendaTemplates[kind], 0)).toEqual([]);
  });

  it('each line of a text is an item, empty ones are not', () => {
    expect(agendaLinesIn('  看紫藤保留位置 \n\n座椅摆哪里\n')).toEqual(['看紫藤保留位置', '座椅摆哪里']);
  });

  it('is never empty', () => {
    expect(texts([], 0)).toEqual(['请至少选择或填写一项议程']);
    expect(texts([], 1)).toEqual([]);
    expect(texts(['看紫藤'], 0)).toEqual([]);
  });

  it('a line of 120 characters passes, one of 121 does not', () => {
    expect(texts(['商'.repeat(120)], 0)).toEqual([]);
    expect(texts(['看紫藤', '商'.repeat(121)], 0)).toEqual([
      '自拟议程第 2 行最多 120 个字，现在是 121 个，请删减',
    ]);
  });

  it('twelve items pass, thirteen do not', () => {
    const ten = Array.from({ length: agendaLimits.lines - 2 }, (_, at) => `第 ${at} 项`);
    expect(texts(ten, 2)).toEqual([]);
    expect(texts(ten, 3)).toEqual(['议程最多 12 项，现在是 13 项，请合并或减少']);
  });
});

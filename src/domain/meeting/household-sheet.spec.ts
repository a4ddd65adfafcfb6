import { RecordedCall, SheetRow, readSheet } from './household-sheet';

const days = { today: '2026-04-24', openedOn: '2026-03-01' };
const head = { calledOn: '2026-04-24', callers: ['building-lead'] } as const;
const row = (dwellingId: number, change: Partial<SheetRow> = {}): SheetRow => ({
  dwellingId,
  door: `1号楼 1单元 ${dwellingId}`,
  answers: {},
  note: '',
  ...change,
});
const recorded = (change: Partial<RecordedCall> = {}): RecordedCall => ({
  id: 1,
  dwellingId: 101,
  calledOn: '2026-04-24',
  outcome: 'met',
  answers: { renovation: 'agree', removal: 'against' },
  note: '',
  ...change,
});
const read = (rows: SheetRow[], calls: RecordedCall[] = []) => readSheet(head, rows, calls, days);
const texts = (rows: SheetRow[], calls: RecordedCall[] = []) =>
  read(rows, calls).blockers.map(({ text }) => text);

describe('an evening sheet typed back in', () => {
  it('writes only the rows somebody touched', () => {
    const { write, blockers } = read([
      row(101, { outcome: 'not-home' }),
      row(102),
      row(103, { answers: { fee: 'agree' } }),
    ]);
    expect(write.map(({ dwellingId, outcome }) => [dwellingId, outcome])).toEqual([
      [101, 'not-home'],
      [103, 'met'],
    ]);
    expect(blockers).toEqual([]);
  });

  it('a row with an answer but no outcome met the owner', () => {
    expect(read([row(101, { answers: { removal: 'undecided' } })]).write[0].outcome).toBe('met');
  });

  it('an empty sheet is told so', () => {
    expect(texts([row(101), row(102)])).toEqual(['还没有录入任何一户。请至少为一户选择到户结果或意愿']);
  });

  it('a note of 200 characters fits, one more is told with its door', () => {
    const typed = (length: number) => [row(101, { outcome: 'met', note: '记'.repeat(length) })];
    expect(texts(typed(200))).toEqual([]);
    expect(texts(typed(201))).toEqual(['1号楼 1单元 101：备注最多 200 个字，现在是 201 个，请删减后再保存']);
  });

  it('what holds for one door names it, what holds for the sheet is said once', () => {
    const rows = [
      row(101, { outcome: 'tenant', answers: { fee: 'agree' } }),
      row(102, { note: '门上贴了条' }),
      row(103, { outcome: 'refused', answers: { renovation: 'agree' } }),
    ];
    const { blockers } = readSheet({ calledOn: '2026-04-25', callers: [] }, rows, [], days);
    expect(blockers.map(({ text }) => text)).toEqual([
      '「走访日期」不能晚于今天 2026年4月24日，请改成走访的那一天',
      '请选择「走访人」，至少一项',
      '1号楼 1单元 101：租户不代业主表态：改造、拆违、物业费请留空，等问到业主再记',
      '1号楼 1单元 102：写了备注，请选「到户结果」',
      '1号楼 1单元 103：「拒访」的没有人回答，请去掉意愿，或改选「见到业主」',
    ]);
  });

  it.each([
    ['the same answers', row(101, { answers: { renovation: 'agree', removal: 'against' } }), [recorded()]],
    ['a part of them', row(101, { answers: { removal: 'against' } }), [recorded()]],
    [
      'the same, said on two calls of the day',
      row(101, { answers: { renovation: 'agree', fee: 'agree' } }),
      [recorded(), recorded({ id: 2, answers: { fee: 'agree' } })],
    ],
    [
      'the same answers, heard by telephone',
      row(101, { answers: { removal: 'against' } }),
      [recorded({ outcome: 'phone' })],
    ],
    [
      'the same note',
      row(101, { outcome: 'met', note: '要看图' }),
      [recorded({ note: '要看图' }), recorded({ id: 2, answers: {} })],
    ],
    [
      'nobody at home again',
      row(101, { outcome: 'not-home' }),
      [recorded({ outcome: 'not-home', answers: {} })],
    ],
  ] as [string, SheetRow, RecordedCall[]][])('typed twice makes no second call: %s', (_, typed, calls) => {
    const { write, same, blockers } = read([typed], calls);
    expect([write, same, blockers]).toEqual([[], ['1号楼 1单元 101'], []]);
  });

  it.each([
    ['another answer', row(101, { answers: { removal: 'agree' } }), [recorded()]],
    ['an answer more', row(101, { answers: { removal: 'against', fee: 'agree' } }), [recorded()]],
    ['another outcome', row(101, { outcome: 'not-home' }), [recorded()]],
    ['another note', row(101, { outcome: 'met', note: '要看图' }), [recorded({ note: '先看效果图' })]],
    ['a note', row(101, { answers: { removal: 'against' }, note: '要看图' }), [recorded()]],
    ['another day', row(101, { answers: { removal: 'against' } }), [recorded({ calledOn: '2026-04-23' })]],
    ['another door', row(101, { answers: { removal: 'against' } }), [recorded({ dwellingId: 102 })]],
    [
      'an answer changed back within the day',
      row(101, { answers: { renovation: 'agree' } }),
      [recorded(), recorded({ id: 2, answers: { renovation: 'against' } })],
    ],
  ] as [string, SheetRow, RecordedCall[]][])('is written: %s', (_, typed, calls) => {
    expect(read([typed], calls).write).toHaveLength(1);
  });
});

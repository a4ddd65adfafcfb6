import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { FileRefusal, fileRefusals, mostFileBytes } from '../../domain/exchange/file-refusals';
import { formulaWithoutResult, Sheet } from '../../domain/exchange/sheet';
import { samples, folder } from '../../../test/fixtures/import/samples.cjs';
import { workbookOf, workbookParts } from '../../../test/fixtures/import/workbook-builder.cjs';
import { zipOf } from '../../../test/fixtures/import/zip-builder.cjs';
import { readWorkbook } from './workbook-reader';

const sample = (name: string) => readFileSync(join(folder, name));
const sheetsOf = async (bytes: Buffer, name = 'list.xlsx'): Promise<Sheet[]> => {
  const outcome = await readWorkbook(bytes, name);
  if (!outcome.ok) throw new Error(outcome.blockers[0].text);
  return outcome.value;
};
const refusalOf = async (bytes: Buffer, name = 'list.xlsx') => {
  const outcome = await readWorkbook(bytes, name);
  return outcome.ok ? 'read' : outcome.blockers.map(({ text }) => text);
};
const sentence = (code: FileRefusal) => [fileRefusals[code].text];

describe('the sample files', () => {
  it('are exactly what their builder writes', () => {
    const built = samples();
    expect(
      readdirSync(folder)
        .filter((name) => name !== 'README.md')
        .sort(),
    ).toEqual(Object.keys(built).sort());
    for (const [name, bytes] of Object.entries(built)) expect(sample(name).equals(bytes)).toBe(true);
  });

  it.each<[string, FileRefusal]>([
    ['fault-empty.xlsx', 'empty'],
    ['fault-damaged.xlsx', 'damaged'],
    ['fault-pdf.xlsx', 'pdf'],
    ['fault-old-excel.xls', 'old-excel'],
    ['fault-password.xlsx', 'locked'],
    ['fault-web-page.xls', 'web-page'],
  ])('%s is refused with one sentence', async (name, code) => {
    expect(await refusalOf(sample(name), name)).toEqual(sentence(code));
  });
});

describe('a workbook', () => {
  it('is read with its cells as typed, its merges and its sheets in order', async () => {
    const [list] = await sheetsOf(sample('good-list.xlsx'));
    expect(list.name).toBe('楼院清单');
    expect(list.rows).toHaveLength(13);
    expect(list.rows[5].slice(2, 6)).toEqual(['梧桐里甲院', '槐荫路5号', '１栋', '２８户']);
    expect(list.rows[9].slice(0, 6)).toEqual(['合计', null, '5个', null, 11, 432]);
    expect(list.merges).toContainEqual({ top: 4, left: 1, bottom: 6, right: 1 });
  });

  it('keeps days as days, and shows formulas that failed or were never calculated', async () => {
    const rows = [
      ['建成', '户数', '栋'],
      [{ day: '1989-05-01' }, { error: '#REF!' }, { formula: '1+2' }],
      [1989, { formula: '1+2', result: 3 }, true],
    ];
    const [list] = await sheetsOf(
      workbookOf([{ name: 'A&B', rows: rows.map((row) => row.filter((cell) => cell !== true)) }]),
    );
    expect(list.name).toBe('A&B');
    expect(list.rows[1]).toEqual(['1989-05-01', '#REF!', formulaWithoutResult]);
    expect(list.rows[2].slice(0, 2)).toEqual([1989, 3]);
  });

  it('leaves out empty sheets and keeps the merges with their own sheet', async () => {
    const sheets = await sheetsOf(
      workbookOf([
        { name: '空', rows: [] },
        { name: '甲', rows: [['a', 'b']], merges: ['A1:B1'] },
        { name: '乙', rows: [['c', 'd']] },
      ]),
    );
    expect(sheets.map(({ name, merges }) => [name, merges.length])).toEqual([
      ['甲', 1],
      ['乙', 0],
    ]);
  });

  it('may be larger than its worker is asked to send at once', async () => {
    const rows = Array.from({ length: 700 }, (_, index) => [index, `院${index}`]);
    const [list] = await sheetsOf(workbookOf([{ name: '清单', rows }]));
    expect(list.rows).toEqual(rows);
  });
});

describe('a CSV', () => {
  const rows = [['小区名称', '户数'], ['梧桐里1号院', '28'], [null], ['「引号"里」,逗号', '1,677']];
  const text = '小区名称,户数\r\n梧桐里1号院,28\r\n\r\n"「引号""里」,逗号","1,677"\r\n';

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['GB18030', gb18030(text)],
    ['tabs', Buffer.from('小区名称\t户数\n梧桐里1号院\t28\n\n「引号"里」,逗号\t1,677\n')],
  ])('in %s is read with its rows where they stand', async (_, bytes) => {
    const [list] = await sheetsOf(bytes, 'list.csv');
    expect(list.rows).toEqual(rows);
  });

  it.each<[string, Buffer, FileRefusal]>([
    ['only blanks', Buffer.from('  \n , \n'), 'empty'],
    ['bytes of no encoding', Buffer.from('小区名称,户数\n\xff\xff\xff,3', 'latin1'), 'unknown-encoding'],
    ['a program', Buffer.from('MZ\0\0\0'), 'not-a-table'],
    ['an open quote', Buffer.from('"小区名称,户数\n梧桐里'), 'damaged-csv'],
    ['12,001 lines', Buffer.from('院,1\n'.repeat(12_001)), 'too-many-rows'],
    ['257 columns', Buffer.from(`${'院,'.repeat(256)}院\n`), 'too-many-columns'],
  ])('of %s is refused', async (_, bytes, code) => {
    expect(await refusalOf(bytes, 'list.csv')).toEqual(sentence(code));
  });
});

describe('a file made to harm', () => {
  const parts = () =>
    workbookParts([
      {
        name: '清单',
        rows: [
          ['小区名称', '户数'],
          ['梧桐里1号院', 28],
        ],
      },
    ]);
  const sheet = 'xl/worksheets/sheet1.xml';
  const spoiled = (change: Record<string, string | Buffer>, options?: object) =>
    zipOf({ ...parts(), ...change }, options);
  const cell = (reference: string) => {
    const xml = parts()[sheet].replace('r="B2"', `r="${reference}"`);
    return xml.replace('<row r="2">', `<row r="${reference.slice(-7).replace(/[A-Z]/g, '')}">`);
  };

  it.each<[string, () => Buffer, FileRefusal]>([
    ['that is larger than 10 MB', () => Buffer.alloc(mostFileBytes + 1, 'PK'), 'too-large'],
    [
      'whose sheet unpacks to more than 40 MB',
      () => spoiled({}, { claims: { [sheet]: 41 * 1024 * 1024 } }),
      'unpacks-too-large',
    ],
    [
      'that hides its size in a part nobody reads',
      () => spoiled({ 'xl/media/a.bin': '' }, { claims: { 'xl/media/a.bin': 61 * 1024 * 1024 } }),
      'unpacks-too-large',
    ],
    [
      'whose directory lies about sizes',
      () => spoiled({ [sheet]: Buffer.alloc(5 * 1024 * 1024, ' ') }, { claims: { [sheet]: 4_000 } }),
      'damaged',
    ],
    [
      'of 2,001 parts',
      () => spoiled(Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`x/${index}`, '']))),
      'too-many-parts',
    ],
    [
      'that declares entities',
      () =>
        spoiled({
          [sheet]: parts()[sheet].replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet'),
        }),
      'declares-entities',
    ],
    [
      'that declares entities in its strings',
      () => spoiled({ 'xl/sharedStrings.xml': '<!DOCTYPE sst SYSTEM "file:///etc/hostname"><sst/>' }),
      'declares-entities',
    ],
    [
      'that hides its declarations in UTF-16',
      () => spoiled({ [sheet]: Buffer.from(`\ufeff${parts()[sheet]}`, 'utf16le') }),
      'damaged',
    ],
    ['with a cell in the last row', () => spoiled({ [sheet]: cell('B1048576') }), 'too-many-rows'],
    ['with a cell in the last column', () => spoiled({ [sheet]: cell('XFD2') }), 'too-many-columns'],
    [
      'whose merges lie over each other',
      () =>
        spoiled({
          [sheet]: parts()[sheet].replace(
            '</worksheet>',
            `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(9)}</mergeCells></worksheet>`,
          ),
        }),
      'damaged',
    ],
    ['with a password on its parts', () => spoiled({}, { flags: 0x0801 }), 'locked'],
    [
      'with a cell that points at no string',
      () =>
        spoiled({
          [sheet]: parts()[sheet].replace('<v>28</v>', '<v>9</v>').replace('r="B2"', 'r="B2" t="s"'),
        }),
      'damaged',
    ],
    ['that is a Word file', () => zipOf({ 'word/document.xml': '<w/>' }), 'word'],
    ['that is a binary workbook', () => zipOf({ 'xl/workbook.bin': '' }), 'binary-workbook'],
    ['that is an open document', () => zipOf({ 'content.xml': '' }), 'open-document'],
    ['that is any other zip', () => zipOf({ 'a.txt': '' }), 'no-workbook'],
    ['that is a picture', () => Buffer.from('ffd8ffe000104a464946', 'hex'), 'not-a-table'],
  ])(
    '%s is refused with one sentence',
    async (_, build, code) => {
      expect(await refusalOf(build())).toEqual(sentence(code));
    },
    20_000,
  );
});

describe('a list of 10,000 rows', () => {
  it('is read without holding up other work for long', async () => {
    const row = (index: number) => [
      index,
      '刘寨街道',
      `样例路${index}号院`,
      `样例路${index}号`,
      '1989年',
      '2栋',
      '56户',
      3420.5,
      '无管理',
      '0.5元/㎡·月',
      '113.6,34.8',
      '备注',
    ];
    const bytes = workbookOf([
      { name: '清单', rows: Array.from({ length: 10_000 }, (_, index) => row(index)) },
    ]);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const [list] = await sheetsOf(bytes);
    delay.disable();
    expect(list.rows).toHaveLength(10_000);
    expect(delay.percentile(90) / 1e6).toBeLessThan(100);
  }, 30_000);
});

/** Node can read GB18030 but not write it; the two-byte characters are found by reading them all. */
function gb18030(text: string): Buffer {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++)
      codes.set(decoder.decode(Uint8Array.from([high, low])), [high, low]);
  }
  return Buffer.from(
    [...text].flatMap((character) =>
      character < '\x80' ? [character.charCodeAt(0)] : codes.get(character)!,
    ),
  );
}

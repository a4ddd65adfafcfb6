import fc from 'fast-check';
import { redact, redactionInWords } from './redaction';

const kinds = (text: string) =>
  redact(text)
    .found.map(({ kind, count }) => `${kind} ${count}`)
    .join(', ');

describe('what residents may not read', () => {
  it.each([
    ['联系 13800138000 王师傅', 'phone 1'],
    ['１３８００１３８０００', 'phone 1'],
    ['138-0013-8000', 'phone 1'],
    ['138 0013 8000', 'phone 1'],
    ['1 3 8 0 0 1 3 8 0 0 0', 'phone 1'],
    ['138\u200b0013\u00a08000', 'phone 1'],
    ['138.0013.8000', 'phone 1'],
    ['+86 13800138000', 'phone 1'],
    ['8613800138000', 'phone 1'],
    ['13800138000 13900139000、15000150000', 'phone 3'],
    ['138 0013 8000 139 0013 9000', 'phone 2'],
    ['0371-6789012', 'phone 1'],
    ['0371-67890123', 'phone 1'],
    ['（0371）6789 0123', 'phone 1'],
    ['037167890123转8012', 'phone 1'],
    ['010-12345678', 'phone 1'],
    ['电话：67890123', 'phone 1'],
    ['座机 6789-0123', 'phone 1'],
    ['400-123-4567', 'phone 1'],
    ['400 1234 567', 'phone 1'],
    ['4001234567', 'phone 1'],
    ['410103198001011234', 'id-number 1'],
    ['41010319800101123X', 'id-number 1'],
    ['４１０１０３１９８００１０１１２３ｘ', 'id-number 1'],
    ['410103 19800101 1234', 'id-number 1'],
    ['410103-1980-0101-123x', 'id-number 1'],
    ['410103800101123', 'id-number 1'],
    ['6222 0212 3456 7890 123', 'id-number 1'],
    ['豫A·12345', 'plate 1'],
    ['豫A12345', 'plate 1'],
    ['豫AD12345', 'plate 1'],
    ['豫 a 8B6C2', 'plate 1'],
    ['豫Ａ·Ｄ１２３４５', 'plate 1'],
    ['wang@example.com', 'email 1'],
    ['1号楼2单元301', 'door 1'],
    ['1号楼2单元301室', 'door 1'],
    ['１号楼２单元３０１', 'door 1'],
    ['1号楼 2单元 301户', 'door 1'],
    ['1号楼2单元3楼东户', 'door 1'],
    ['2单元301', 'door 1'],
    ['1号楼301室', 'door 1'],
    ['1号楼 301', 'door 1'],
    ['12栋1203', 'door 1'],
    ['3#楼1单元602', 'door 1'],
    ['一号楼二单元三零一', 'door 1'],
    ['1-2-301', 'door 1'],
    ['1－2－301', 'door 1'],
    ['2-301室', 'door 1'],
    ['301室', 'door 1'],
    ['301户漏水', 'door 1'],
    ['301、302室', 'door 1'],
    ['1号楼2单元301、302', 'door 1'],
    ['三楼东户', 'door 1'],
    ['3层西户', 'door 1'],
    ['1-2-301、1-2-302', 'door 2'],
    ['1号楼/2单元/301', 'door 1'],
    ['3楼302', 'door 1'],
    ['4号楼-3-602', 'door 1'],
    ['顶楼东户', 'door 1'],
    ['西户三楼', 'door 1'],
    ['房号：1203', 'door 1'],
    ['8号院2单元301', 'door 1'],
    ['东单元三楼西户', 'door 1'],
    ['走访301户', 'door 1'],
    ['138 00 138 000', 'phone 1'],
    ['13800 138000', 'phone 1'],
    ['138,0013,8000', 'phone 1'],
    ['138，0013，8000', 'phone 1'],
    ['138/0013/8000', 'phone 1'],
    ['138·0013·8000', 'phone 1'],
    ['138_0013_8000', 'phone 1'],
    ['138\n0013\n8000', 'phone 1'],
    ['（138）0013-8000', 'phone 1'],
    ['138-001-38000', 'phone 1'],
    ['QQ：123456789', 'phone 1'],
    ['QQ群 1234567890', 'phone 1'],
    ['微信号 12345678', 'phone 1'],
    ['张三@qq.com', 'email 1'],
    ['豫-A12345', 'plate 1'],
    ['豫A—12345', 'plate 1'],
    ['南楼301', 'door 1'],
    ['东楼2单元301', 'door 1'],
    ['301住户', 'door 1'],
    ['301业主反映', 'door 1'],
    ['301邻居', 'door 1'],
    ['家住301', 'door 1'],
    ['住在 301', 'door 1'],
    ['2-501漏水', 'door 1'],
    ['3-101、3-201', 'door 2'],
    ['一单元201-203', 'door 1'],
    ['201-203室', 'door 1'],
    ['1号楼1单元101-301室外墙', 'door 1'],
  ])('%s is hidden', (text, expected) => {
    expect(kinds(text)).toBe(expected);
  });

  it('several in one line are each counted and leave the words around them', () => {
    const { text, found } = redact('1号楼2单元301的李师傅（13800138000，豫A12345）和 302室 都同意');
    expect(text).toBe('某户的李师傅（〔电话已隐去〕，〔车牌已隐去〕）和 某户 都同意');
    expect(redactionInWords(found)).toBe('已隐去 2 处门牌、1 处电话、1 处车牌');
    expect(redactionInWords([])).toBe('');
  });
});

describe('what residents may read', () => {
  it.each([
    '2026年5月18日',
    '2026-05-18',
    '2026.5.18 至 2026.5.25',
    '5月18日19:30—21:00',
    '18 2026-05-18 3',
    '建筑面积 1665.28 ㎡，绿地 301 ㎡',
    '301.5 平方米',
    '投资 200000 元，单价 1,380,013,800.00 元',
    '20万元',
    '1号楼',
    '1号楼、2号楼外墙',
    '2单元门前',
    '1号楼3层走廊',
    '丰乐路106号院',
    '丰乐路106号',
    '共 301 户，同意 212 户',
    '全院 586 户',
    '300户',
    '28户居民',
    '国办发〔2020〕23号',
    '豫建〔2026〕112号',
    '财建〔2016〕503号',
    '项目代码 2019-410103-77-03-012345',
    '410108001001',
    '热线 12345，报警 110',
    '民法典第278条',
    '参加 80%，同意 75.5%',
    '1号楼 5 个单元、301 米管道',
    '1号楼 301 米',
    '2单元 120 米管道，3单元 2026 年修过',
    '1号楼 2单元 14 户',
    '1号楼 120 户',
    '二单元十二户居民',
    '走访 212 户，访到 204 户',
    '15000 12000 3',
    '共3层 1677 平方米',
    '3层 1677 平方米',
    '第 1—3 层',
    '2025—2026 年度',
    '1,665 户',
    '工期 30 天，120 米',
    '1号楼 120-150 米',
    '共 301 住户，586 业主',
    '居住 301 人，常住 1280 人',
    '每平方米 80-105 元，12-115 盏',
    'DN20-110 管，φ20-110mm',
    'GB50300-2013、JGJ/T 46-2005',
    '1—105 毫米',
    '东楼、西楼外墙，南楼 2 层',
    '周一至周五 8:30-11:30',
    '2026-03-08、26-3-105.5',
  ])('%s stays', (text) => {
    expect(redact(text)).toEqual({ text, found: [], pieces: [{ text }] });
  });

  it('a work phone that is published anyway stays, in any spelling', () => {
    const text = '社区 0371-6789 0123，楼栋长 13800138000';
    expect(redact(text, { phones: ['037167890123'] }).text).toBe(
      '社区 0371-6789 0123，楼栋长 〔电话已隐去〕',
    );
  });
});

describe('what the offices may read', () => {
  it('a door may stay where a phone may not', () => {
    const { text, found } = redact('2单元301，13800138000', { kinds: ['door'] });
    expect(text).toBe('2单元301，〔电话已隐去〕');
    expect(found).toEqual([{ kind: 'phone', count: 1 }]);
  });
});

describe('whatever is typed', () => {
  const scrap = fc.oneof(
    fc.constantFrom(
      '1号楼',
      '2单元',
      '301',
      '室',
      '户',
      '13800138000',
      '0371',
      '-',
      ' ',
      '、',
      '共',
      '豫A',
      '１３',
      '电话：',
    ),
    fc.stringMatching(/^[0-9０-９ \-xX]{0,20}$/),
    fc.string({ maxLength: 5 }),
  );
  const typed = fc.array(scrap, { maxLength: 12 }).map((scraps) => scraps.join(''));

  it('a masked text is not masked again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = redact(text).text;
        expect(redact(once).text).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('no mobile number is left', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(redact(text).text.normalize('NFKC')).not.toMatch(/1[3-9]\d{9}/);
      }),
      { numRuns: 1000 },
    );
  });

  it('a long text is read at once', () => {
    const long = ['2', '1号楼 ', 'a.', '豫A ', '138 ', '共'].map((scrap) =>
      scrap.repeat(5000).slice(0, 5000),
    );
    const began = performance.now();
    long.forEach((text) => redact(text));
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('the pieces are the text', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { text: masked, pieces } = redact(text);
        expect(pieces.map((piece) => piece.text).join('')).toBe(masked);
      }),
    );
  });
});

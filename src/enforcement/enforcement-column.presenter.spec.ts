import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import { paper, papers, papersTo, workCalendar } from '../domain/removal/given-removal';
import type { StoredFile } from '../files/stored-file.entity';
import type { PlacedStructure } from '../structures/structures.desk';
import type { CaseView } from './case-lines.presenter';
import { toEnforcementColumn } from './enforcement-column.presenter';
import { foundPaper, recordsWith } from './given-case';

const structure = {
  ...{ id: 7, number: 1, kind: 'building', state: 'standing', way: null, place: '院门东侧', area: 15_00 },
} as PlacedStructure;
const scan = (id: number) => [id, { id, kind: 'document', caption: 'x' } as StoredFile] as const;

const view = (change: Partial<CaseView> = {}): CaseView => ({
  ...{ structure, compound: {} as Compound, renovation: { state: 'active' } as Renovation },
  ...{ records: recordsWith([]), files: new Map([scan(10), scan(15), scan(60), scan(65)]) },
  ...{ today: '2026-03-26', calendar: workCalendar, mayEdit: true, mayForce: true, ...change },
});
const column = (change: Partial<CaseView> = {}) => toEnforcementColumn(view(change));
const line = (change: Partial<CaseView>, name: string) => {
  const { lines, later } = column(change);
  return [...lines, ...later].find((one) => one.name === name)!;
};

describe('the statutory case beside persuasion', () => {
  it('is small before the first paper: who deals with it, and where to begin', () => {
    expect(column()).toMatchObject({
      isBegun: false,
      track: '由自然资源和规划部门认定，城市管理执法部门查处（城乡规划法 §64）',
      beginLink: '/structures/7/papers/new?step=reported',
      lines: [],
      warnings: [],
      remediesLink: '',
    });
    expect(column().clock).toBeUndefined();
    expect(column().prints.map(({ label }) => label)).toEqual([
      ...['告知书（劝导用）', '承诺书', '申请拆除书', '送达回证'],
    ]);
  });

  it.each([
    ['who may only read', { mayEdit: false }],
    ['a renovation that is over', { renovation: { state: 'closed' } as Renovation }],
    ['what was struck out', { structure: { ...structure, state: 'struck-out' } as PlacedStructure }],
    ['the common ground', { structure: { ...structure, kind: 'common-occupy' } as PlacedStructure }],
  ])('offers no beginning to %s', (_, change) => {
    expect(column(change).beginLink).toBe('');
  });

  it('says in one sentence from which day force is possible', () => {
    const records = recordsWith(papers);
    expect(column({ records }).clock).toMatchObject({
      headline: '最早 2026年3月27日可以强制拆除，以前不能',
      mark: { state: 'doing', word: '等期限' },
    });
    expect(column({ records, today: '2026-03-27' }).clock).toMatchObject({
      headline: '2026年3月27日起可以强制拆除',
      mark: { state: 'done', word: '期限已满' },
    });
  });

  it('a paper is one line: organ, day, number, service, deadline, scans', () => {
    expect(line({ records: recordsWith(papersTo('decided')) }, '限期拆除决定')).toMatchObject({
      mark: { state: 'done', word: '已登记' },
      about: '城市管理执法部门，2025年9月25日，〔2025〕1号；2025年9月26日直接送达；期限到 2025年10月15日',
      scans: [
        { label: '扫描件', link: '/files/60/original' },
        { label: '送达凭证', link: '/files/65/original' },
      ],
      link: '/papers/6',
    });
  });

  it('a paper that is not served offers the service, to whom may write only', () => {
    const steps = [...papersTo('identified'), paper('pre-noticed', '2025-09-15', { service: null })];
    const records = recordsWith(steps);
    expect(line({ records }, '事先告知').action).toEqual({ label: '登记送达', link: '/papers/5/service' });
    expect(line({ records, mayEdit: false }, '事先告知').action).toBeUndefined();
  });

  it('what lacks on a paper is said beside it', () => {
    const steps = [...papersTo('identified'), paper('pre-noticed', '2025-09-15', { carries: ['party'] })];
    expect(line({ records: recordsWith(steps) }, '事先告知').warnings[0]).toContain('「事实和证据」');
  });

  it('open steps offer their form; what waits for a day offers it for older papers; the rest folds away', () => {
    const records = recordsWith(papersTo('pre-noticed'));
    const today = '2025-09-22';
    expect(line({ records, today }, '限期拆除决定')).toMatchObject({
      mark: { state: 'idle', word: '还不能办' },
      opensOn: '最早 2025年9月23日',
      action: { label: '补登', link: '/structures/7/papers/new?step=decided' },
    });
    expect(line({ records, today: '2025-09-23' }, '限期拆除决定').action).toMatchObject({ label: '登记' });
    expect(column({ records, today }).later.map(({ name }) => name)).toEqual([
      ...['催告', '责成', '强制执行决定', '公告', '实施强制拆除', '清运', '结案'],
    ]);
    expect(column({ records, today }).notNeeded).toEqual([
      ...['责令停止建设', '寻找所有人公告', '听证通知', '听证', '法制审核'],
    ]);
  });

  it('force is written down by its own step, by whom may decide it, from its first day', () => {
    const records = recordsWith(papers);
    const action = (change: Partial<CaseView>) => line({ records, ...change }, '实施强制拆除').action;
    expect(action({})).toBeUndefined();
    expect(action({ today: '2026-03-27' })?.link).toBe('/structures/7/step?step=remove-by-force');
    expect(action({ today: '2026-03-27', mayForce: false })).toBeUndefined();
  });

  it('a decision that is delayed, late served or has to be taken down is warned of', () => {
    const filed = column({ records: recordsWith(papersTo('identified')), today: '2025-12-02' });
    expect(filed.warnings[0]).toContain('立案已满 90 天');
    const late = paper('decided', '2025-09-25', { deadlineOn: '2025-10-15', service: null });
    const unserved = column({ records: recordsWith([...papersTo('pre-noticed'), late]) });
    expect(unserved.warnings.join()).toContain('请尽快送达');
    const standing = { penaltyPublishedOn: '2025-10-10', penaltyChangedOn: '2026-03-25' };
    const published = column({ records: recordsWith(papers, { standing }) });
    expect(published.warnings.join()).toContain('请在 2026年3月30日前撤回');
  });

  it('a halt stands above the steps and is not repeated at each of them', () => {
    const change = { records: recordsWith(papersTo('decided'), { halted: {} }) };
    const halted = column(change);
    expect(halted.clock!.headline).toContain('中止执行');
    expect(halted.halts).toEqual([
      {
        mark: { state: 'late', word: '中止执行' },
        about: '2026年3月1日起，行政强制法 §39',
        reason: '重病住院',
        endLink: '/halts/1/end',
      },
    ]);
    expect([halted.haltLink, line(change, '催告').reasons]).toEqual(['', []]);
  });

  it('what was taken back and what belongs to an earlier case stay readable', () => {
    const records = recordsWith([], {
      round: 1,
      papers: [
        foundPaper(papers[0], 1),
        foundPaper(papers[0], 2, { round: 1, withdrawnOn: '2026-03-20', withdrawnReason: '抄错' }),
        foundPaper(papers[0], 3, { round: 1 }),
      ],
    });
    const shown = column({ records });
    expect([shown.earlier, shown.withdrawn].map((list) => list.map(({ link }) => link))).toEqual([
      ['/papers/1'],
      ['/papers/2'],
    ]);
  });
});

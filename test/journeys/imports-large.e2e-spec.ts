import { monitorEventLoopDelay } from 'node:perf_hooks';
import { AuditTrail } from '../../src/audit/audit.service';
import { Compound } from '../../src/compounds/compound.entity';
import { House, openHouse } from '../support/app';
import { listColumns, listFile } from '../support/lists';
import { Person, Seen } from '../support/person';
import { workbookOf } from '../fixtures/import/workbook-builder.cjs';

jest.setTimeout(300_000);

const rows = 10_000;
const header = [...listColumns, '物业费', '经纬度', '备注'];
const roads = [
  '槐荫路',
  '梧桐路',
  '柳岸街',
  '银杏路',
  '合欢路',
  '石榴路',
  '苦楝街',
  '刺槐路',
  '松涛路',
  '杨柳街',
];
const row = (index: number) => [
  index,
  '粮运社区',
  `${roads[index % 10]}${Math.floor(index / 10) + 1}号院`,
  `惠济区${roads[index % 10]}${Math.floor(index / 10) + 1}号`,
  '1989年',
  '2栋',
  '56户',
  3420.5,
  '无物业',
  '0.5元/㎡·月',
  '113.6372,34.8121',
  '样例',
];

describe('a list of 10,000 compounds', () => {
  let house: House;
  let manager: Person;
  let path: string;
  const seenProgress: string[] = [];

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-01T09:00:00+08:00' });
    manager = await house.person('manager');
  });
  afterAll(() => house.close());

  /** Does a step, follows it to its end while another person opens pages, and says how long both took. */
  async function watched(what: string, step: () => Promise<Seen>): Promise<Seen> {
    const other = await house.person('worker');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const began = performance.now();
    let slowest = 0;
    let last: Seen | undefined;
    let over = false;
    const work = step().then(async (seen) => {
      path ??= manager.pathOf(seen.location!);
      for (;;) {
        last = await manager.open(path);
        if (!last.page.querySelector('meta[http-equiv=refresh]')) break;
        seenProgress.push(last.text);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      over = true;
    });
    while (!over) {
      const asked = performance.now();
      expect((await other.get('/compounds')).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (performance.now() - began > 200_000) throw new Error(`${what} takes too long`);
    }
    await work;
    delay.disable();
    const figures = {
      what,
      seconds: ((performance.now() - began) / 1000).toFixed(1),
      loopMax: Math.round(delay.max / 1e6),
      loop99: Math.round(delay.percentile(99) / 1e6),
      slowestPage: Math.round(slowest),
      rssMiB: Math.round(process.memoryUsage().rss / 1048576),
    };
    if (process.env.TEST_FIGURES) process.stderr.write(`${JSON.stringify(figures)}\n`);
    return last!;
  }

  it('is opened, compared, imported and undone while other people go on working', async () => {
    const bytes = workbookOf([
      { name: '清单', rows: [header, ...Array.from({ length: rows }, (_, index) => row(index))] },
    ]);
    await watched('upload', () => manager.fill('/imports/new', { list: listFile(bytes) }));
    const shown = await watched('compare', () => manager.fill(`${path}/mapping`, {}, `${path}/mapping`));
    expect(shown.text).toContain(`${rows} 行可导入，0 行有问题`);
    const result = await watched('import', () => manager.post(`${path}/confirmations`, {}));
    expect(result.text).toContain(`新登记 ${rows} 个`);
    expect(await house.rows.count(Compound)).toBe(rows);
    expect(seenProgress.some((text) => /已完成 \d+ 行，共 \d+ 行/.test(text))).toBe(true);
    await manager.get(`${path}/undo`);
    await watched('undo', () => manager.post(`${path}/undoings`, { reason: '只是试一试' }));
    expect(await house.rows.count(Compound)).toBe(0);
    expect((await house.app.get(AuditTrail).verify()).broken).toBeUndefined();
  });
});

import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import { formState } from '../platform/web/form';
import type { DisruptionRecord, QuietDayRecord } from './disruption.entities';
import { toDisruption, toDisruptionCancel, toDoorNotices } from './disruption.presenter';
import { toDisruptions } from './disruptions.presenter';
import { toQuietDays } from './quiet-days.presenter';

const compound = { code: 'fl106', name: '丰乐路106号院' } as Compound;
const renovation = { sequence: 1, isCurrent: true, state: 'active' } as Renovation;
const frame = {} as Frame;
const now = '2026-06-09 09:00';

const record = (change: Partial<DisruptionRecord> = {}): DisruptionRecord => ({
  ...{ id: 7, compoundId: 1, renovationId: 1, effect: 'water-off', buildings: '1号楼\n2号楼' },
  ...{ fromMoment: '2026-06-12 08:00', toMoment: '2026-06-12 12:00', note: '换立管' },
  ...{ certificate: '', reason: '', announcedBy: 3, announcedAt: '2026-06-08T01:00:00.000Z' },
  ...{ cancelledOn: null, cancelledBy: null, cancelReason: null, version: 1, ...change },
});
const cancelled = { cancelledOn: '2026-06-09', cancelledBy: 3, cancelReason: '下雨改期' };

describe('the list of planned disruptions', () => {
  const list = (change: object = {}) =>
    toDisruptions(
      {
        ...{ compound, sequence: undefined, hasRenovation: true, renovations: [], page: 1, quiet: [] },
        ...{ ahead: [], past: [], pastCount: 0, mayAnnounce: true, maySeeQuietDays: true, now, ...change },
      },
      frame,
    );

  it('counts those that stand, and shows the cancelled beside them', () => {
    const page = list({ ahead: [record(), record(cancelled)] });
    expect(page.about).toBe('没有结束的 1 次');
    expect(page.ahead.map(({ status }) => status.word)).toEqual(['将要进行', '已取消']);
    expect(page.ahead[0]).toMatchObject({ what: '停水', where: '1号楼、2号楼', link: '/disruptions/7' });
  });

  it.each([
    [30, undefined],
    [31, '/compounds/fl106/disruptions?page=2'],
  ])('with %d that are over has pages where one is not enough', (pastCount, next) => {
    expect(list({ past: [record()], pastCount }).pager?.next).toBe(next);
  });

  it('says why it is empty, offers announcing only where it is possible, and the page of quiet days only to offices', () => {
    expect(list().empty?.text).toContain('还没有告知过');
    expect(list({ hasRenovation: false }).empty?.text).toContain('还没有立项');
    expect(list({ mayAnnounce: false }).actions).toEqual([]);
    expect(list({ maySeeQuietDays: false }).quietLink).toBe('');
  });
});

describe('one disruption', () => {
  const names = new Map([[3, '社区工作人员']]);
  const view = (change: Partial<DisruptionRecord> = {}, mayEdit = true) => ({
    ...{ disruption: record(change), compound, renovation, names, mayEdit, now },
  });

  it('that lies ahead has a message and may be cancelled; by those who may', () => {
    const page = toDisruption(view(), frame);
    expect(page.message).toContain('1号楼、2号楼6月12日08:00至12:00停水');
    expect(page.cancelLink).toBe('/disruptions/7/cancel');
    expect(toDisruption(view({}, false), frame).cancelLink).toBe('');
  });

  it.each([
    ['over', { fromMoment: '2026-06-08 08:00', toMoment: '2026-06-09 09:00' }, '打印楼门告知'],
    ['cancelled', cancelled, '打印取消告知'],
  ])('that is %s has neither, and a sheet that says so', (_, change, sheet) => {
    const page = toDisruption(view(change), frame);
    expect([page.message, page.cancelLink, page.actions[0].label]).toEqual(['', '', sheet]);
  });

  it('says why it was cancelled and by whom, and that it cannot be twice', () => {
    const page = toDisruptionCancel(view(cancelled), formState({}), frame);
    expect(page.facts).toEqual(expect.arrayContaining([{ term: '取消原因', value: '下雨改期' }]));
    expect(page.reasons.map(({ text }) => text)).toEqual(['这次施工告知在 2026年6月9日已经取消']);
  });
});

describe('the notice for the doors', () => {
  const sheet = (change: Partial<DisruptionRecord> = {}) =>
    toDoorNotices({
      ...{ disruption: record(change), compound, renovation, phone: null, phones: [], place: '刘寨街道' },
      ...{
        today: '2026-06-09',
        address: { text: 'https://example.org/c/fl106', qr: { size: 1, path: '', viewBox: '' } },
      },
    });

  it('stands twice, masked, with the address of the public page', () => {
    const { notices } = sheet({ note: '有事打 13812345678' });
    expect(notices).toHaveLength(2);
    expect(notices[0].paragraphs.join()).not.toContain('13812345678');
    expect([notices[0].address, notices[0].on]).toEqual(['example.org/c/fl106', '2026年6月9日']);
  });

  it('is set smaller where it is long', () => {
    expect([sheet().notices[0].isLong, sheet({ note: '长'.repeat(200) }).notices[0].isLong]).toEqual([
      false,
      true,
    ]);
  });
});

describe('the quiet days', () => {
  const row = (change: Partial<QuietDayRecord> = {}): QuietDayRecord => ({
    ...{
      id: 5,
      organisationId: 2,
      name: '高考',
      fromOn: '2026-06-07',
      untilOn: '2026-06-08',
      source: '通知',
    },
    ...{ recordedBy: 3, recordedAt: '2026-05-01T01:00:00.000Z', withdrawnOn: null, withdrawnBy: null },
    ...{ withdrawnReason: null, version: 1, ...change },
  });
  const place = { id: 2, parentId: 1, shortName: '刘寨街道' } as never;
  const page = (change: Partial<QuietDayRecord>, today: string, officeId = 2, mayEdit = true) =>
    toQuietDays(
      {
        ...{ rows: [{ row: row(change), place }], names: new Map([[3, '项目负责人']]), mayEdit, today },
        office: { id: officeId, name: '刘寨街道' },
      },
      formState({}),
    ).rows[0];

  it.each([
    ['the day before', {}, '2026-06-06', '还没有到'],
    ['on the first day', {}, '2026-06-07', '正在静音'],
    ['on the last day', {}, '2026-06-08', '正在静音'],
    ['the day after', {}, '2026-06-09', '已经过去'],
    ['once struck out', { withdrawnOn: '2026-06-01', withdrawnReason: '改期' }, '2026-06-07', '已作废'],
  ])('say where they stand %s', (_, change, today, word) => {
    expect(page(change, today).status.word).toBe(word);
  });

  it.each([
    ['the street itself', 2, true, '/quiet-days/5/withdraw'],
    ['its district', 1, true, '/quiet-days/5/withdraw'],
    ['another street', 9, true, ''],
    ['somebody who only reads', 2, false, ''],
  ])('are struck out by %s', (_, officeId, mayEdit, link) => {
    expect(page({}, '2026-06-01', officeId, mayEdit).withdrawLink).toBe(link);
  });
});

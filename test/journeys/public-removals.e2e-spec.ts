import { UserAccount } from '../../src/access/entities';
import { StoredFile } from '../../src/files/stored-file.entity';
import { PatrolRecord } from '../../src/patrols/patrol.entities';
import { StructureFile } from '../../src/structures/structure.entities';
import { House, openHouse } from '../support/app';
import { jpeg } from '../support/papers';
import { Person } from '../support/person';
import { write } from '../support/portfolio';
import { givenStructure } from '../support/removal-rows';
import { openedRenovation } from '../support/renovation';

const page = '/c/fl106';

describe('what everybody reads of removals at 丰乐路106号院', () => {
  let house: House;
  let ids: { compoundId: number; renovationId: number };
  let visitor: Person;
  let manager: Person;
  let structureId: number;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-05-18T18:00:00+08:00' });
    ids = await openedRenovation(house.app, { track: 'district', stage: 'removal' });
    [visitor, manager] = [await house.person(), await house.person('manager')];
    const { id: removedBy } = await house.rows.findOneByOrFail(UserAccount, { login: 'worker' });
    structureId = await givenStructure(house.app, ids, {
      ...{ place: '北墙私密处', ownershipBasis: '私密依据', state: 'removed', way: 'voluntary' },
      ...{ removedOn: '2026-05-18', removedArea: 15_20, removedBy, belongings: 'taken' },
    });
    await givenStructure(house.app, ids, { place: '南墙私密处' });
    await manager.fill('/compounds/fl106/ground/sketch', { sketch: await jpeg() });
    await write(house.app, async (tx) => {
      const { id: _, ...file } = await tx.findOneByOrFail(StoredFile, { compoundId: ids.compoundId });
      const own = { publicId: 'before'.padEnd(22, 'x'), storedName: 'before', purpose: 'structure' as const };
      const caption = '疑似私搭房屋、棚屋，拆除前';
      const inserted = await tx.insert(StoredFile, { ...file, ...own, caption });
      const fileId = inserted.identifiers[0].id as number;
      await tx.insert(StructureFile, { structureId, fileId, kind: 'before' });
    });
  });
  afterAll(() => house.close());

  const block = async () => (await visitor.get(page)).page.querySelector('#removed');
  const fileOf = async (kind: 'before' | 'after') =>
    (await house.rows.findOneByOrFail(StructureFile, { structureId, kind })).fileId;
  const release = async (kind: 'before' | 'after') =>
    manager.fill(`/files/${await fileOf(kind)}/publish`, {
      caption: `疑似私搭房屋、棚屋，${kind === 'before' ? '拆除前' : '拆除后'}`,
      unrecognisable: 'yes',
    });

  it('nothing, while what was removed is not verified', async () => {
    expect(await block()).toBeNull();
  });

  it('on the next load after it was verified: kind, ㎡, way and day, no picture yet', async () => {
    const path = `/structures/${structureId}/step?step=verify`;
    const fields = { area: '15.2', after: await jpeg() };
    expect((await manager.fill(path, fields, `/structures/${structureId}/steps`)).status).toBe(303);
    const seen = (await block())!;
    const words = seen.structuredText.replace(/\s+/g, ' ');
    expect(words).toContain('一共拆了 1 处，15.2 ㎡。');
    expect(words).toContain('疑似私搭房屋、棚屋');
    expect(words).toMatch(/自行拆除.*5月18日/);
    expect(seen.querySelector('img')).toBeNull();
    expect((await visitor.get(page)).html).not.toMatch(/私密|第 2 处|待处理/);
  });

  it('a picture only once a person has released it, and side by side once both are', async () => {
    expect((await release('after')).status).toBe(303);
    expect((await block())!.querySelectorAll('img').map((one) => one.getAttribute('alt'))).toEqual([
      '疑似私搭房屋、棚屋，拆除后',
    ]);
    expect((await release('before')).status).toBe(303);
    const labels = (await block())!.querySelectorAll('.pair .photo-label').map(({ text }) => text);
    expect(labels).toEqual(['拆除前', '拆除后']);
    const link = (await block())!.querySelector('.pair a')!.getAttribute('href')!;
    expect((await visitor.get(visitor.pathOf(link))).status).toBe(200);
    expect((await visitor.get(page)).page.querySelector('#photo')).toBeNull();
  });

  it('a picture that is withdrawn is gone on the next load', async () => {
    const file = await house.rows.findOneByOrFail(StoredFile, { id: await fileOf('before') });
    const seen = await manager.fill(`/files/${file.id}/withdraw`, { reason: '拍到了门牌' });
    expect(seen.status).toBe(303);
    expect((await block())!.querySelectorAll('img')).toHaveLength(1);
  });

  it('whether it stays that way, once somebody has looked', async () => {
    expect((await block())!.text).not.toContain('拆后保持');
    await house.goOn('2026-07-03T10:00:00+08:00', manager);
    await manager.fill('/compounds/fl106/patrols/new', {
      ...{ kind: 'structures', lookedOn: '2026-07-03', finding: 'clear', note: '没有新搭' },
    });
    expect(await house.rows.countBy(PatrolRecord, { compoundId: ids.compoundId })).toBe(1);
    expect((await block())!.text).toMatch(/拆后保持：[达标未整改中]+，最近查看 7月3日。/);
  });

  it('opened again it is no longer told as removed', async () => {
    const path = `/structures/${structureId}/step?step=reopen`;
    const seen = await manager.fill(path, { reason: '又搭了' }, `/structures/${structureId}/steps`);
    expect(seen.status).toBe(303);
    expect(await block()).toBeNull();
  });
});

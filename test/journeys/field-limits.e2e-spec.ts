import { randomUUID } from 'node:crypto';
import { DataSource, In, IsNull } from 'typeorm';
import { UserAccount } from '../../src/access/entities';
import { Organisations } from '../../src/access/organisations.service';
import { StoredFile } from '../../src/files/stored-file.entity';
import { FindingRecord, InspectionRecord } from '../../src/inspections/finding.entities';
import { StopRecord } from '../../src/inspections/stop.entities';
import { InvitationRecord } from '../../src/invitations/invitation.entities';
import { PostPhoto, PostRecord } from '../../src/posts/post.entities';
import {
  PhotoPointRecord,
  PhotoHintRecord,
  PointPhotoRecord,
} from '../../src/site-photos/site-photo.entities';
import { ContractRecord } from '../../src/works/work.entities';
import { House, openHouse } from '../support/app';
import { places } from '../support/cast';
import { enterWith, Invited, inviteTo } from '../support/inviting';
import { toMend } from '../support/pages';
import { Fields, Person } from '../support/person';
import { write } from '../support/portfolio';
import { reportFields, sendReport, sitePhoto, tellPhoto, tellPost } from '../support/posting';
import { givenStructure } from '../support/removal-rows';
import { closeRenovation } from '../support/renovation';
import { insert, newest, untouched } from '../support/rows';
import { anotherParty, openItem, runningContract } from '../support/site-rows';
import { GivenWorks, givenWorks } from '../support/works-rows';

const inJson = { accept: 'application/json' };

describe('what a post meets', () => {
  let house: House;
  let db: DataSource;
  let works: GivenWorks;
  let contractId: number;
  let otherContractId: number;
  let otherItemId: number;
  let phone: Person;
  let manager: Person;
  let watcher: Person;
  let invited: Invited;

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T17:20:00+08:00' });
    db = house.db;
    works = await givenWorks(house.app);
    ({ contractId } = works);
    await anotherParty(house.app, works, places.foreignBuilder);
    otherContractId = await runningContract(house.app, works, { name: '雨污分流' }, places.foreignBuilder);
    otherItemId = await openItem(house.app, { ...works, contractId: otherContractId }, { line: 9 });
    [manager, watcher] = await house.people('manager', 'watcher');
    invited = await inviteTo(manager, contractId);
    phone = await enterWith(await house.person(), invited);
  });
  afterAll(() => house.close());

  const value = (name: string, text: string): Fields => ({ [`value.${works.items[name]}`]: text });
  let clockDay = '2026-06-08';
  const nextDay = async (day: string, ...people: Person[]) => {
    clockDay = day;
    await house.goOn(`${day}T17:20:00+08:00`, ...people);
  };
  const tell = async (fields: Fields, person = phone, id = contractId) => {
    await freshToken(person);
    const typed = { contractId: String(id), workedOn: clockDay, workers: '8', ...fields };
    return tellPost(person, typed);
  };
  /** Opens a page whose form carries the token of now. */
  const freshToken = async (person: Person) => {
    const { status } = await person.get(`/m/report?contract=${contractId}`);
    if (status !== 200) await person.get('/account');
  };
  const last = () => newest(db.manager, PostRecord);
  const stateOf = async (id: number) => (await db.manager.findOneByOrFail(PostRecord, { id })).state;
  const decide = async (id: number, step: 'confirmations' | 'returns', fields: Fields) => {
    const { version } = await db.manager.findOneByOrFail(PostRecord, { id });
    await watcher.get(`/posts/${id}`);
    return watcher.post(`/posts/${id}/${step}`, { version: String(version), ...fields });
  };

  describe('sent back', () => {
    let returned: number;

    it('stands first on the phone, with its reason', async () => {
      await sendReport(phone, contractId, {
        ...value('粉刷楼道', '4'),
        ...{ weather: 'sunny', workers: '9', photos: [await sitePhoto(640), await sitePhoto(650)] },
      });
      returned = (await last()).id;
      expect((await decide(returned, 'returns', { reasons: '数量和现场不一致' })).status).toBe(303);
      const seen = await phone.get('/m');
      expect(seen.text).toContain('6月8日日报已退回');
      expect(seen.text).toContain('数量和现场不一致');
    });

    it('opens on the reason with everything that was told, and is sent as a new row', async () => {
      const seen = await phone.get(`/m/report?contract=${contractId}&on=2026-06-08`);
      expect(seen.text).toContain('已退回：数量和现场不一致。改好后再提交，原来填的都在下面');
      const typed = await reportFields(phone, contractId, '2026-06-08');
      expect(typed).toMatchObject({
        ...{ workers: '9', weather: 'sunny', corrects: String(returned) },
        [`value.${works.items['粉刷楼道']}`]: '4',
      });
      expect(typed.keep).toHaveLength(2);
      const answer = await phone.post('/m/posts', { ...typed, ...value('粉刷楼道', '3'), kind: 'work' });
      expect(answer.status).toBe(303);
      const { id, correctsId } = await last();
      expect([correctsId, await stateOf(returned)]).toEqual([returned, 'corrected']);
      expect(await db.manager.countBy(PostPhoto, { postId: id })).toBe(2);
      expect((await phone.get('/m')).text).not.toContain('已退回');
      expect((await decide(id, 'confirmations', {})).status).toBe(303);
      expect(await stateOf(id)).toBe('confirmed');
      expect((await phone.get(`/m/posts/${id}`)).text).toContain('已确认，计入进度');
    });

    it('what was confirmed is told anew only with a reason, and stands until that is confirmed', async () => {
      const confirmed = await last();
      const typed = await reportFields(phone, contractId, '2026-06-08');
      const changed = { ...typed, ...value('粉刷楼道', '5'), kind: 'work' };
      const refused = await untouched(db, () => phone.post('/m/posts', changed));
      expect([refused.status, toMend(refused)]).toEqual([
        422,
        ['这一天的日报已经确认。要更正请写明原因，确认前仍以原来的为准'],
      ]);
      const taken = await phone.post('/m/posts', { ...changed, correctionReason: '少数了一层' });
      expect(taken.status).toBe(303);
      const correction = await last();
      expect([await stateOf(confirmed.id), correction.correctionReason]).toEqual(['confirmed', '少数了一层']);
      expect((await decide(correction.id, 'confirmations', {})).status).toBe(303);
      expect([await stateOf(confirmed.id), await stateOf(correction.id)]).toEqual(['corrected', 'confirmed']);
    });
  });

  describe('whose it is', () => {
    it('a phone meets nothing of another contract', async () => {
      const post = await tell(
        { [`value.${otherItemId}`]: '10' },
        await house.person('manager'),
        otherContractId,
      );
      expect(post.status).toBe(201);
      const other = String(otherContractId);
      for (const path of [
        `/m/report?contract=${other}`,
        `/m/history?contract=${other}`,
        `/m/posts/${post.body.id}`,
      ]) {
        expect([path, (await phone.get(path)).status]).toEqual([path, 404]);
      }
      const foreign = await untouched(db, () => tell({ sentence: '一句' }, phone, otherContractId));
      expect(foreign.status).toBe(404);
      const photo = await untouched(db, () => tellPhoto(phone, { contractId: other }));
      expect(photo.status).toBe(404);
      const again = { [`value.${otherItemId}`]: '10', correctionReason: '填错了' };
      const mine = await untouched(db, () => tell(again));
      expect([mine.status, mine.body.codes]).toEqual([422, ['works.post-foreign']]);
    });

    it('a photo of another contract can neither be seen nor named', async () => {
      const foreignBuilder = await house.person('foreign-builder');
      await foreignBuilder.get(`/m/report?contract=${otherContractId}`);
      const kept = await tellPhoto(foreignBuilder, { contractId: String(otherContractId) });
      expect(kept.status).toBe(201);
      const { id } = await db.manager.findOneByOrFail(PostPhoto, { uuid: kept.uuid });
      expect((await foreignBuilder.get(`/m/photos/${id}/480.webp`)).status).toBe(200);
      expect((await phone.get(`/m/photos/${id}/480.webp`)).status).toBe(404);
      const named = await untouched(db, () => tell({ sent: kept.uuid, correctionReason: '补照片' }));
      expect([named.status, named.body]).toMatchObject([409, { missingPhotos: [kept.uuid] }]);
      await freshToken(phone);
      const stolen = await untouched(db, () =>
        tellPhoto(phone, { contractId: String(contractId), uuid: kept.uuid }),
      );
      expect(stolen.status).toBe(422);
    });

    it.each([
      ['foreign-builder', 404],
      ['foreign-manager', 404],
      ['watcher', 403],
      ['worker', 403],
      ['officer', 403],
      ['auditor', 403],
    ])('%s is answered %d', async (login, expected) => {
      const person = await house.person(login);
      const { id } = await db.manager.findOneByOrFail(PostRecord, { contractId, state: 'confirmed' });
      for (const path of [`/m/report?contract=${contractId}`, `/m/posts/${id}`]) {
        expect([path, (await person.get(path)).status]).toEqual([path, expected]);
      }
      await person.get('/account');
      const typed = {
        contractId: String(contractId),
        workedOn: '2026-06-08',
        sentence: '一句',
        workers: '1',
      };
      expect((await untouched(db, () => tellPost(person, typed))).status).toBe(expected);
    });

    it('the builder with an account posts as the phone does', async () => {
      const builder = await house.person('builder');
      expect((await builder.get('/m')).text).toContain('施工合同');
      expect((await builder.get('/m')).text).not.toContain('雨污分流');
      expect((await builder.get('/m/report')).status).toBe(200);
      const typed = { sentence: '用账号填的', correctionReason: '补一句' };
      expect((await tell(typed, builder)).status).toBe(201);
      expect(await last()).toMatchObject({ invitationId: null });
    });
  });

  describe('when the session is over', () => {
    it('the script is told where to sign in, nothing is written, and the same post goes afterwards', async () => {
      const builder = await house.person('builder');
      await freshToken(builder);
      await nextDay('2026-06-09', manager, watcher);
      const typed = {
        ...{ uuid: randomUUID(), contractId: String(contractId), workedOn: '2026-06-09', workers: '7' },
        ...value('充电桩', '2'),
      };
      const over = await untouched(db, () => tellPost(builder, typed));
      expect([over.status, over.body]).toEqual([
        401,
        { signIn: '/sign-in?next=%2Fm', text: '登录已过期，刚才填的内容已保存，登录后继续' },
      ]);
      const photo = await untouched(db, () => tellPhoto(builder, { contractId: String(contractId) }));
      expect(photo.status).toBe(401);
      await builder.signInAgain();
      const session = JSON.parse((await builder.get('/m/session', inJson)).html) as Record<string, unknown>;
      expect(session).toMatchObject({ now: '2026-06-09T09:20:00.000Z' });
      const old = await builder.post('/m/posts', { ...typed, kind: 'work', _csrf: 'x'.repeat(43) }, inJson);
      expect([old.status, JSON.parse(old.html)]).toMatchObject([403, { staleToken: true }]);
      const sent = await builder.post(
        '/m/posts',
        { ...typed, kind: 'work', _csrf: session.csrf as string },
        inJson,
      );
      expect(sent.status).toBe(201);
    });

    it('the plain form of a phone can still be sent once its PIN was given again', async () => {
      const typed = await reportFields(phone, contractId, '2026-06-09');
      clockDay = '2026-07-09';
      house.setClock('2026-07-09T12:00:00+08:00');
      const over = await untouched(db, () =>
        phone.post('/m/posts', { ...typed, kind: 'work', sentence: '过期了' }),
      );
      expect([over.status, over.text]).toEqual([401, expect.stringContaining('登录已过期')]);
      expect(over.html).toContain('href="/m/enter');
      house.setClock('2026-06-09T17:40:00+08:00');
      clockDay = '2026-06-09';
      expect((await phone.post('/m/posts', { ...typed, kind: 'work', sentence: '过期了' })).status).toBe(303);
    });

    it('a phone whose invitation was taken back sends the same post by a new one', async () => {
      const typed = { uuid: randomUUID(), ...value('充电桩', '3') };
      const { id, version } = await newest(db.manager, InvitationRecord);
      await manager.get(`/contracts/${contractId}/invitations`);
      await manager.post(`/invitations/${id}/revocations`, { version: String(version) });
      const over = await untouched(db, () => tell(typed));
      expect([over.status, over.body]).toMatchObject([401, { signIn: '/m/enter?next=%2Fm' }]);
      await enterWith(phone, await inviteTo(manager, contractId));
      expect((await tell(typed)).status).toBe(201);
    });
  });

  describe('what holds the works back', () => {
    it('an order to stop everything leaves 「今日停工」 alone', async () => {
      const stopId = await write(house.app, async (tx) => {
        const { id: recordedBy } = await tx.findOneByOrFail(UserAccount, { login: 'watcher' });
        const { compoundId, renovationId } = works;
        return insert(tx, StopRecord, {
          ...{ compoundId, renovationId, number: 1, cause: 'safety', reason: '脚手架不稳' },
          ...{ stoppedOn: '2026-06-09', orderedRole: 'supervisor', recordedBy },
          recordedAt: '2026-06-09T01:00:00.000Z',
        });
      });
      const answer = await untouched(db, () => tell({ sentence: '照常施工' }));
      expect([answer.status, answer.body.blockers]).toEqual([
        422,
        ['2026年6月9日起全面停工（安全隐患），复工前请点「今日停工」'],
      ]);
      const stopped = await tell({ kind: 'stopped', holdups: 'other', sentence: '按停工令停工' });
      expect(stopped.status).toBe(201);
      await write(house.app, async (tx) => {
        const { id: endedBy } = await tx.findOneByOrFail(UserAccount, { login: 'watcher' });
        await tx.update(
          StopRecord,
          { id: stopId },
          {
            ...{ state: 'resumed', resumedOn: '2026-06-10', endReason: '已加固', endedRole: 'supervisor' },
            ...{ endedBy, endedAt: '2026-06-10T01:00:00.000Z' },
          },
        );
      });
      await nextDay('2026-06-10', manager, watcher);
    });

    it('ground that is not cleared holds its items back with the reason; the others go on', async () => {
      await givenStructure(house.app, works, {}, [works.zoneId]);
      const seen = await phone.get(`/m/report?contract=${contractId}`);
      expect(seen.page.querySelectorAll('li.held .late-words').map(({ textContent }) => textContent)).toEqual(
        expect.arrayContaining([expect.stringContaining('「公共车棚」场地')]),
      );
      const held = await untouched(db, () => tell(value('公共车棚', '30')));
      expect([held.status, held.body.blockers[0]]).toEqual([
        422,
        expect.stringContaining('「公共车棚」场地'),
      ]);
      expect((await tell(value('粉刷院墙', '200'))).status).toBe(201);
    });
  });

  describe('photos', () => {
    it('used before on another day, or taken by a clock that is wrong, are hints to a person and never refused', async () => {
      const file = await sitePhoto(900);
      const first = await tellPhotoOfToday({}, file);
      expect((await tell({ sent: first.uuid, sentence: '一张' })).status).toBe(201);
      await nextDay('2026-06-11', manager, watcher);
      const again = await tellPhotoOfToday({ takenAt: '2026-06-12T09:00:00' }, file);
      expect((await tell({ sent: again.uuid, sentence: '又一张' })).status).toBe(201);
      const { fileId } = await db.manager.findOneByOrFail(PostPhoto, { uuid: again.uuid });
      const hints = await db.manager.findBy(PhotoHintRecord, { fileId });
      expect(hints.map(({ kind }) => kind)).toEqual(['same-bytes', 'taken-after']);
      expect(hints[0].text).toContain('6月10日日报是同一张照片');
    });

    it('of a photo point stand among those of the point; a retired one is said, and the post is taken', async () => {
      const pointId = await write(house.app, async (tx) => {
        const { id: registeredBy } = await tx.findOneByOrFail(UserAccount, { login: 'worker' });
        const { compoundId, renovationId } = works;
        return insert(tx, PhotoPointRecord, pointRow({ compoundId, renovationId, registeredBy }) as never);
      });
      expect((await phone.get(`/m/report?contract=${contractId}&point=${pointId}`)).html).toContain(
        `<option value="${pointId}" selected>`,
      );
      const label = `/m/point?id=${pointId}`;
      expect((await phone.get(label)).location).toBe(`/m/report?contract=${contractId}&point=${pointId}`);
      expect((await watcher.get(label)).location).toBe(`/points/${pointId}`);
      expect((await phone.get('/m/point?id=99')).status).toBe(404);
      const { uuid } = await tellPhotoOfToday({ pointId: String(pointId) }, await sitePhoto(910));
      expect((await tell({ sent: uuid, sentence: '院门' })).status).toBe(201);
      expect(await db.manager.findBy(PointPhotoRecord, { pointId })).toMatchObject([
        { shownOn: '2026-06-11' },
      ]);
      const retired = await tellPhotoOfToday({ pointId: String(pointId) }, await sitePhoto(920));
      await write(house.app, (tx) =>
        tx.update(PhotoPointRecord, { id: pointId }, { retiredOn: '2026-06-11' } as never),
      );
      const answer = await tell({ sent: retired.uuid, sentence: '院门又一张' });
      expect(answer.status).toBe(201);
      expect(answer.body.warnings).toContainEqual(expect.stringContaining('已停用'));
      expect(await db.manager.countBy(PointPhotoRecord, { pointId })).toBe(1);
    });

    it('whose posts never came fill a contract for three days, and not for ever', async () => {
      const sent = async (uuid = randomUUID()) => {
        await freshToken(phone);
        return tellPhoto(phone, { contractId: String(contractId), uuid }, await sitePhoto(930));
      };
      const first = await sent();
      const { id: _, ...kept } = await db.manager.findOneByOrFail(PostPhoto, { uuid: first.uuid });
      const waiting = await db.manager.countBy(PostPhoto, { contractId, postId: IsNull() });
      const more = Array.from({ length: 300 - waiting }, () => ({ ...kept, uuid: randomUUID() }));
      await write(house.app, (tx) => tx.save(PostPhoto, more, { chunk: 50 }));
      const refused = await untouched(db, () => sent());
      expect([refused.status, refused.body.codes]).toEqual([422, ['works.post-photos-waiting']]);
      expect(refused.body.blockers[0]).toContain('请先提交日报，再传新的照片');
      // Sent four days ago: the site can tell that day no more.
      const uuids = more.map(({ uuid }) => uuid);
      const sentAt = new Date(Date.parse(kept.sentAt) - 4 * 86_400_000).toISOString();
      await write(house.app, (tx) => tx.update(PostPhoto, { uuid: In(uuids) }, { sentAt }));
      expect((await sent()).status).toBe(201);
      await write(house.app, (tx) => tx.delete(PostPhoto, { uuid: In(uuids) }));
    });

    it('carry no GPS in the copies the phone is shown', async () => {
      const { uuid } = await tellPhotoOfToday({}, await sitePhoto(930, { gps: true }));
      const { id, fileId } = await db.manager.findOneByOrFail(PostPhoto, { uuid });
      expect((await db.manager.findOneByOrFail(StoredFile, { id: fileId })).purpose).toBe('post');
      for (const size of ['480.webp', '480.jpg', '1600.webp', '1600.jpg']) {
        const { status, html } = await phone.get(`/m/photos/${id}/${size}`);
        expect([size, status, /GPS|Exif|DemoPhone/.test(html)]).toEqual([size, 200, false]);
      }
      expect((await phone.get(`/m/photos/${id}/original`)).status).toBe(404);
    });

    const tellPhotoOfToday = async (fields: Fields, file: Blob) => {
      await phone.get('/m/report');
      return tellPhoto(phone, { contractId: String(contractId), ...fields }, file);
    };
    const pointRow = (row: object) => ({
      ...{ number: 1, name: '院门', place: '站在门外朝里', registeredOn: '2026-05-19' },
      ...{
        recordedBy: (row as { registeredBy: number }).registeredBy,
        recordedAt: '2026-05-19T01:00:00.000Z',
      },
      ...row,
    });
  });

  describe('what was found', () => {
    it('is mended from the phone, with a photo and a word', async () => {
      const findingId = await write(house.app, async (tx) => {
        const { id: recordedBy } = await tx.findOneByOrFail(UserAccount, { login: 'watcher' });
        const firm = await house.app.get(Organisations).byCode(places.watcher);
        const { compoundId, renovationId } = works;
        const by = { recordedBy, firmId: firm!.id, recordedAt: '2026-06-10T01:00:00.000Z' };
        const inspectionId = await insert(tx, InspectionRecord, {
          ...{ compoundId, renovationId, kind: 'quality', lookedOn: '2026-06-10', ...by },
          ...{ inspectors: ['supervisor'], opinion: '' },
        } as never);
        return insert(tx, FindingRecord, {
          ...{ compoundId, renovationId, inspectionId, number: 1, itemId: works.items['粉刷院墙'] },
          ...{ what: '墙面起皮', place: '东墙', severity: 'general', foundOn: '2026-06-10' },
          ...{ dueOn: '2026-06-17', ...by },
        } as never);
      });
      const path = `/m/findings/${findingId}`;
      expect((await phone.get('/m')).text).toContain('粉刷院墙：墙面起皮');
      const empty = await untouched(db, () => phone.fill(path, {}, `${path}/mendings`));
      expect([empty.status, toMend(empty)]).toEqual([
        422,
        expect.arrayContaining([expect.stringContaining('怎样整改的')]),
      ]);
      const fields = { reason: '铲掉重刷', photos: await sitePhoto(940) };
      const mended = await phone.fill(path, fields, `${path}/mendings`);
      expect([toMend(mended), mended.location]).toEqual([[], path]);
      expect((await phone.get(path)).text).toContain('已整改，等复查');
      const foreign = await house.person('foreign-builder');
      expect((await foreign.get(path)).status).toBe(404);
    });
  });

  describe('in the end', () => {
    it('a contract that is over takes no day after its end, and its phones are told', async () => {
      const builder = await house.person('builder');
      await write(house.app, (tx) => tx.update(ContractRecord, { id: contractId }, { state: 'finished' }));
      expect((await builder.get('/m')).text).toContain('现在没有履行中的施工合同可以填报');
      const answer = await untouched(db, () => tell({ sentence: '还在干' }, builder));
      expect([answer.status, answer.body.blockers.join()]).toEqual([422, expect.stringContaining('合同')]);
      expect((await phone.get('/m')).location).toBe('/m/enter?next=%2Fm');
      await write(house.app, (tx) => tx.update(ContractRecord, { id: contractId }, { state: 'running' }));
    });

    it('a renovation that is closed takes nothing, also no photo', async () => {
      await closeRenovation(house.app, works.renovationId, '2026-06-11');
      const answer = await untouched(db, () => tell({ sentence: '关了还报' }));
      expect([answer.status, answer.body.codes]).toEqual([
        422,
        expect.arrayContaining(['works.renovation-over']),
      ]);
      await freshToken(phone);
      const photo = await untouched(db, () => tellPhoto(phone, { contractId: String(contractId) }));
      expect([photo.status, photo.body.codes]).toEqual([
        422,
        expect.arrayContaining(['works.renovation-over']),
      ]);
    });

    it('a contract that was never ended is offered no more once its renovation is over', async () => {
      const { state } = await db.manager.findOneByOrFail(ContractRecord, { id: contractId });
      expect(state).toBe('running');
      const builder = await house.person('builder');
      for (const person of [phone, builder]) {
        const { text } = await person.get('/m');
        expect(text).toContain('现在没有履行中的施工合同可以填报');
        expect(text).not.toContain('丰乐路106号院');
      }
      expect(JSON.parse((await phone.get('/m/session')).html).contracts).toEqual([]);
    });
  });
});

import { EntityManager, EntityMetadata, getMetadataArgsStorage } from 'typeorm';
import { UserAccount } from '../../src/access/entities';
import { Compound } from '../../src/compounds/compound.entity';
import { CompoundContact } from '../../src/compounds/contact.entity';
import { Building, Dwelling } from '../../src/compounds/door.entities';
import { RenovationParty } from '../../src/compounds/renovation.entities';
import { StoredFile } from '../../src/files/stored-file.entity';
import { Milestone, PassedGate } from '../../src/stages/evidence.entities';
import { PlanBaseline, StageForecast } from '../../src/stages/schedule.entities';
import { DoorVisitRecord } from '../../src/surveys/door-visit.entity';
import { HazardRecord } from '../../src/surveys/hazard.entities';
import { Survey } from '../../src/surveys/survey.entity';
import { House, openHouse } from '../support/app';
import { builtRows } from '../support/built-rows';
import { consultedRows } from '../support/consulted-rows';
import { removedRows } from '../support/removed-rows';
import { givenYard, write } from '../support/portfolio';

/** What a resident may read, column by column; every other column of these tables is private. */
const publicColumns = [
  ...['compound.code', 'compound.name', 'compound.alias', 'compound.address', 'compound.originUnit'],
  ...['compound.builtYear', 'compound.builtYearNote', 'compound.siteArea', 'compound.floorArea'],
  ...['compound.buildingCount', 'compound.unitCount', 'compound.householdCount'],
  ...['compound.floorsMin', 'compound.floorsMax'],
  ...['compound_contact.title', 'compound_contact.workPhone', 'compound_contact.hours'],
  ...['renovation.sequence', 'renovation.name', 'renovation.summary', 'renovation.stateReason'],
  ...['stage_schedule.slipReason', 'gate_override.reason', 'milestone.note'],
  ...['stored_file.publicId', 'stored_file.caption', 'stored_file.width', 'stored_file.height'],
  ...['organisation.shortName'],
  ...['notice.title', 'notice.body', 'wish.number', 'wish.publicText', 'wish.answer'],
  ...['meeting.number', 'meeting_publication.title', 'meeting_publication.minutes', 'vote.title'],
  ...['consent_result.households', 'consent_result_count.agree', 'consent_result_count.against'],
  ...['consent_result_count.undecided', 'plan_version.number', 'plan_version.durationDays'],
  ...['plan_version.managementNote', 'plan_item.name', 'plan_item.place'],
  // Of a confirmed post alone; the journey of the works tells the others apart.
  ...['daily_post.sentence', 'work_item.name', 'disruption.buildings', 'disruption.note'],
  ...['bulletin.number', 'bulletin.title', 'bulletin.body'],
];
/** Those that can be seen to come out, so that the others are not missing for another reason. */
const seenColumns = [
  ...['compound.name', 'compound.alias', 'compound.address', 'compound.originUnit', 'compound_contact.title'],
  ...['compound_contact.hours', 'renovation.summary', 'stage_schedule.slipReason', 'gate_override.reason'],
  ...['milestone.note', 'stored_file.caption', 'organisation.shortName', 'notice.body', 'wish.publicText'],
  ...['wish.answer', 'meeting_publication.minutes', 'vote.title', 'consent_result_count.agree'],
  ...['plan_version.managementNote', 'plan_item.place'],
  ...['daily_post.sentence', 'work_item.name', 'disruption.buildings', 'disruption.note', 'bulletin.body'],
];

describe('what is private stays inside', () => {
  let house: House;
  const marks = new Map<string, string>();
  const publicId = 'photo-that-is-public';

  beforeAll(async () => {
    house = await openHouse({ at: '2026-06-08T10:00:00+08:00' });
    const ids = await givenYard(house.app, {
      code: 'fl106',
      name: '丰乐路106号院',
      renovation: { stage: 'construction', removal: 'finished' },
      schedule: [
        { stage: 'removal', startedOn: '2026-05-01', plannedEndOn: '2026-05-18', endedOn: '2026-05-18' },
        {
          stage: 'construction',
          startedOn: '2026-05-19',
          plannedEndOn: '2026-06-18',
          forecastEndOn: '2026-06-20',
          slipReason: 'x',
          slipAnswerable: 'weather',
        },
      ],
    });
    await write(house.app, (tx) => fill(tx, ids));
    await write(house.app, mark);
  });
  afterAll(() => house.close());

  /** One row in every table that touches a compound. */
  async function fill(
    tx: EntityManager,
    { compoundId, renovationId }: { compoundId: number; renovationId: number },
  ) {
    const [{ id: user }, { id: other }] = await tx.find(UserAccount, { take: 2 });
    const insert = async (entity: new () => object, row: object) =>
      (await tx.insert(entity, row)).identifiers[0]?.id as number;
    const contact = {
      compoundId,
      title: 'x',
      workPhone: '037100000001',
      mayPublish: true,
      consentOn: '2026-03-01',
    };
    await insert(CompoundContact, { ...contact, kind: 'building-lead', personName: 'x', hours: 'x' });
    await insert(CompoundContact, {
      ...{ ...contact, kind: 'street', title: '不公开的人', workPhone: '037199999999' },
      ...{ mayPublish: false, consentOn: null },
    });
    const buildingId = await insert(Building, { compoundId, no: 'x' });
    const dwellingId = await insert(Dwelling, {
      compoundId,
      buildingId,
      unitNo: 1,
      floorNo: 1,
      roomNo: '101',
    });
    const surveyId = await insert(Survey, {
      ...{
        compoundId,
        renovationId,
        number: 1,
        state: 'signed',
        openedOn: '2026-03-02',
        surveyedOn: '2026-03-12',
      },
      ...{ communitySignedBy: user, communitySignedOn: '2026-03-19', streetSignedBy: other },
      ...{ streetSignedOn: '2026-03-20', note: 'x', safetyConclusion: null, returnReason: null },
    });
    await insert(HazardRecord, {
      ...{ surveyId, kind: 'fire-lane-blocked', place: 'x', severity: 3, foundOn: '2026-03-12', item: 'B08' },
      ...{
        description: 'x',
        controlNote: 'x',
        controlBy: '2026-03-13',
        controlledOn: '2026-03-13',
        recordedBy: user,
      },
    });
    await insert(DoorVisitRecord, {
      ...{ surveyId, dwellingId, visitedOn: '2026-03-03', visitors: 'street', outcome: 'met', note: 'x' },
      ...{ recordedBy: user, recordedAt: '2026-03-03T02:00:00.000Z' },
    });
    const file = (more: object) => ({
      ...{
        kind: 'photo',
        originalName: 'x',
        mediaType: 'x',
        bytes: 1,
        dHash: 'x',
        width: 1600,
        height: 1200,
      },
      ...{
        compoundId,
        purpose: 'view',
        caption: 'x',
        uploadedBy: user,
        createdAt: '2026-06-01T02:00:00.000Z',
      },
      ...more,
    });
    const shown = { publishedAt: '2026-06-02T02:00:00.000Z', reviewedBy: user };
    await insert(StoredFile, file({ publicId, storedName: 's1', sha256: 'a', ...shown }));
    const documentId = await insert(
      StoredFile,
      file({ publicId: 'photo-that-is-private', storedName: 's2', sha256: 'b', caption: '没有公开的照片' }),
    );
    await insert(Milestone, {
      ...{
        renovationId,
        gate: 'dust-plan',
        outcome: 'met',
        happenedOn: '2026-05-12',
        note: 'x',
        documentId,
      },
      ...{ recordedBy: user, recordedByRole: 'street-manager', recordedAt: '2026-05-12T02:00:00.000Z' },
    });
    await insert(PassedGate, {
      ...{
        renovationId,
        gate: 'items-accepted',
        reason: 'x',
        passedBy: user,
        passedByRole: 'district-officer',
      },
      ...{ passedOn: '2026-06-01', passedAt: '2026-06-01T02:00:00.000Z' },
    });
    await insert(StageForecast, {
      ...{ renovationId, stage: 'construction', forecastEndOn: '2026-06-20', slipDays: 2, reason: 'x' },
      ...{ answerable: 'weather', saidOn: '2026-06-07', saidBy: user, saidAt: '2026-06-07T02:00:00.000Z' },
    });
    await insert(PlanBaseline, {
      ...{ renovationId, number: 1, plan: [], reason: null, setOn: '2026-03-01', setBy: user },
      ...{ setAt: '2026-03-01T02:00:00.000Z' },
    });
    await consultedRows(insert, { compoundId, renovationId, dwellingId, userId: user, documentId });
    await removedRows(insert, { compoundId, renovationId, userId: user, documentId });
    const firm = (await tx.query(`SELECT id FROM organisation WHERE kind = 'firm'`))[0].id as number;
    const fileId = await insert(
      StoredFile,
      file({ publicId: 'photo-of-the-site', storedName: 's3', sha256: 'c', caption: '没有公开的照片' }),
    );
    const { streetId } = await tx.findOneByOrFail(Compound, { id: compoundId });
    const built = { compoundId, renovationId, userId: user, firmId: firm, placeId: streetId, fileId };
    await builtRows(insert, built);
    await insert(RenovationParty, {
      renovationId,
      organisationId: firm,
      role: 'contractor',
      fromOn: '2026-05-01',
    });
  }

  /** Writes a mark of its own into every column that takes one: words, numbers, and days of a year of their own. */
  async function mark(tx: EntityManager): Promise<void> {
    for (const entity of house.db.entityMetadatas) await markTable(tx, entity);
  }

  async function markTable(tx: EntityManager, entity: EntityMetadata): Promise<void> {
    const table = entity.tableName;
    if (['audit_entry', 'session', 'sign_in_failure', 'once_key'].includes(table)) return;
    for (const { propertyName: column, length, type } of entity.columns) {
      // Keys and codes of a catalogue are no words of their own.
      if (
        /(^id|Id|By|version|revision|code|publicId|gate|kind|item|outcome|places|ruleCode|[rR]ole)$/.test(
          column,
        )
      )
        continue;
      const key = `${table}.${column}`;
      const value = markFor(marks.size, { column, length: Number(length) || 500, type: String(type) });
      if (value === undefined) continue;
      const where = table === 'stored_file' ? ` WHERE "publicId" = '${publicId}'` : '';
      await tx.query('SAVEPOINT one_mark');
      try {
        await tx.query(`UPDATE "${table}" SET "${column}" = $1${where}`, [value]);
        marks.set(key, String(value));
        await tx.query('RELEASE one_mark');
      } catch {
        // The column takes only words of its own: it is told by them or not at all.
        await tx.query('ROLLBACK TO one_mark');
      }
    }
  }

  function markFor(at: number, { column, length, type }: { column: string; length: number; type: string }) {
    if (/At$|Moment$|mayPublish|state$|stage$|isCurrent|plan$|items$|quiet$/.test(column)) return undefined;
    if (/On$|controlBy$/.test(column)) return undefined;
    if (type === 'integer' || type === 'bigint') return 7_000_001 + at;
    if (type !== 'varchar' && type !== 'text') return undefined;
    const text = `记号${at}号`;
    return text.length <= length ? text : undefined;
  }

  it('has filled every table that touches a compound', async () => {
    const tables = getMetadataArgsStorage().tables.length;
    expect(tables).toBeGreaterThan(20);
    expect(marks.size).toBeGreaterThan(150);
    const hidden = ['meeting.minutes', 'meeting_agenda_item.said', 'meeting_attendance.who', 'wish.text'];
    hidden.push('household_call.note', 'owner_entry.ownerGroup', 'vote.question', 'vote_roster.label');
    hidden.push('action_point.text', 'plan_item.note', 'plan_version.impact', 'wish_entry.note');
    hidden.push(
      'structure.place',
      'structure.ownershipBasis',
      'structure.careNote',
      'structure_event.reason',
    );
    hidden.push('persuasion_visit.asked', 'persuasion_visit.promised', 'statutory_paper.documentNumber');
    hidden.push('statutory_halt.reason', 'removal_check.emergencyReason', 'removal_operation.meetingPoint');
    hidden.push('operation_structure.note', 'patrol.note', 'work_zone.name', 'compound_sketch.caption');
    hidden.push('work_contract.name', 'work_contract.number', 'work_item_step.reason', 'finding.what');
    hidden.push('finding.place', 'finding_step.reason', 'inspection.opinion', 'concealed_work.part');
    hidden.push('concealed_step.reason', 'stop_order.reason', 'stop_order.endReason', 'stop_window.note');
    hidden.push('daily_post.returnReason', 'daily_post.correctionReason', 'post_value.reason');
    hidden.push('site_invitation.label', 'site_phone.device', 'photo_point.place', 'photo_hint.text');
    hidden.push('photo_hint.answer', 'photo_claim.place', 'disruption.certificate', 'disruption.reason');
    hidden.push('quiet_day.source');
    expect(hidden.filter((key) => !marks.has(key))).toEqual([]);
    for (const entity of [Compound, CompoundContact, HazardRecord, DoorVisitRecord, Milestone, PassedGate])
      expect(await house.rows.count(entity)).toBeGreaterThan(0);
  });

  /** Every public page of the compound and of the lists it stands in, and the columns that are told on them. */
  async function columnsTold(): Promise<{ told: string; out: string[] }> {
    const visitor = await house.person();
    const renovation = `renovation=${marks.get('renovation.sequence')}`;
    const paths = [
      '/',
      '/c/fl106',
      `/c/fl106/photos/${publicId}`,
      '/c/fl106/meetings',
      `/c/fl106/meetings/${marks.get('meeting.number')}`,
      '/c/fl106/wishes',
      `/c/fl106/log?${renovation}`,
      `/c/fl106/bulletins/${marks.get('bulletin.number')}?${renovation}`,
      '/s/410108002000',
      '/?q=fl106',
      '/?stage=construction',
    ];
    const pages = await Promise.all(paths.map((path) => visitor.get(path)));
    expect(pages.map(({ status }) => status)).toEqual(paths.map(() => 200));
    const told = pages.map(({ html }) => html).join('\n');
    const isTold = (mark: string) =>
      told.includes(mark) || told.includes(Number(mark).toLocaleString('en-US'));
    return { told, out: [...marks].filter(([, value]) => isTold(value)).map(([key]) => key) };
  }

  it('shows nothing but the columns of the list on any public page', async () => {
    const { told, out } = await columnsTold();
    expect(out.filter((key) => !publicColumns.includes(key))).toEqual([]);
    expect(seenColumns.filter((key) => !out.includes(key))).toEqual([]);
    for (const words of ['不公开的人', '9999 9999', '没有公开的照片', 'photo-that-is-private'])
      expect(told).not.toContain(words);
  });

  it('tells of a case its kind, way and day once it is verified, and of the others nothing', async () => {
    const { page, html } = await (await house.person()).get('/c/fl106');
    const block = page.querySelector('#removed')!.structuredText;
    for (const words of ['一共拆了 1 处', '疑似私搭房屋、棚屋', '助拆（申请拆除）', '5月18日'])
      expect(block).toContain(words);
    expect(html).not.toMatch(/第 2 处|待处理|催告|困难/);
  });

  it('never tells a day of the survey but that of its signature', async () => {
    const { text } = await (await house.person()).get('/c/fl106');
    expect(text).toContain('3月20日 摸底确认，查出 1 处问题');
    expect(text).not.toMatch(/3月(3|12|13|19)日/);
  });

  it('shows no more of it once the renovation is an earlier one, and still tells how it was built', async () => {
    await write(house.app, (tx) =>
      tx.query(`UPDATE renovation SET "isCurrent" = false, state = 'closed', "closedOn" = '2026-06-07'`),
    );
    await write(house.app, (tx) => tx.query('UPDATE compound SET revision = revision + 1'));
    const { told, out } = await columnsTold();
    expect(out.filter((key) => !publicColumns.includes(key))).toEqual([]);
    expect(told).toContain('看那次怎么施工的');
    const built = ['daily_post.sentence', 'work_item.name', 'bulletin.title', 'bulletin.body'];
    expect(built.filter((key) => !out.includes(key))).toEqual([]);
    // What was planned is over; it is told no more.
    expect(out.filter((key) => key.startsWith('disruption.'))).toEqual([]);
  });
});

import { StatutoryHalt, StatutoryPaper } from '../../src/enforcement/enforcement.entities';
import { OperationRecord } from '../../src/operations/operation.entities';
import { PatrolRecord } from '../../src/patrols/patrol.entities';
import { PersuasionVisitRecord } from '../../src/persuasion/persuasion.entity';
import { StructureFile } from '../../src/structures/structure.entities';
import { House } from './app';
import { taken } from './pages';
import { jpeg, paper } from './papers';
import { Fields, Person } from './person';
import {
  eveningVisit,
  forcedResult,
  paperFields,
  recordPaper,
  registerStructure,
  removalResult,
  sendStep,
  visit,
} from './removal-forms';
import { Marks } from './removal-marks';
import { newest } from './rows';
import { givenPapers } from './statutory-rows';

/** Who writes cases down, in which house, and the words that stand for what is private. */
export interface Tellers {
  house: House;
  marks: Marks;
  where: { compoundId: number; renovationId: number };
  worker: Person;
  manager: Person;
  manager2: Person;
}

/** Tells cases through the forms of the staff, every field of them filled in with a word of its own. */
export class ToldRemovals {
  /** The id of each case, by the state it is in, or by what came of it. */
  readonly ids: Record<string, number> = {};
  private told = 0;

  constructor(private readonly by: Tellers) {}

  private mark(key: string): string {
    return this.by.marks.of(key);
  }
  private named = (key: string) => jpeg(`${this.mark(`${key}, name of the photo`)}.jpg`);
  private scan = (key: string) => paper(`${this.mark(`${key}, name of the scan`)}.pdf`);
  private step = (id: number, step: string, fields: Fields, who = this.by.worker) =>
    taken(sendStep(who, id, step, fields));

  /** A structure with every field of its sheet. */
  async register(key: string, change: Fields = {}): Promise<number> {
    const { marks, worker } = this.by;
    const id = await registerStructure(worker, {
      ...{ place: this.mark(`${key}, place`), reuse: this.mark(`${key}, reuse`), sinceYear: '1987' },
      ...{ length: '', width: '', area: `${61 + this.told}.37`, use: 'storage', foundOn: '2026-02-11' },
      ...{ plannedOn: '2026-05-28', blocksFireLane: 'yes', photos: await this.named(`${key}, before`) },
      ...change,
    });
    marks.also(`${key}, registered area`, `${61 + this.told}.37`);
    this.told += 1;
    this.ids[key] = id;
    return id;
  }

  /** Structures of every state, with all that is written on the way there. */
  async everyState(): Promise<void> {
    const { marks } = this.by;
    marks.day('day it was found', '2026-02-11');
    marks.day('day it shall be gone', '2026-05-28');
    marks.also('year since when it stands', '1987');
    await this.standing();
    await this.checked();
    await this.agreed(await this.register('agreed'), 'agreed');
    await this.removed();
    await this.verified('verified');
    await this.verified('relapsed');
    await this.forced();
    await this.kept();
  }

  private async standing(): Promise<void> {
    const { worker, manager, marks, house } = this.by;
    const id = await this.register('standing', {
      ...{ isOccupied: 'yes', isSoleHome: 'yes', hasHardship: 'yes', length: '7.31', width: '9.23' },
    });
    marks.also('length', '7.31');
    marks.also('width', '9.23');
    await taken(worker.fill(`/structures/${id}/pin`, { pinAcross: '37.3', pinDown: '83.9' }));
    marks.also('pin', '37.3', '83.9');
    const said = (key: string) => ({
      ...{ asked: this.mark(`${key}, asked`), promised: this.mark(`${key}, promised`) },
    });
    const visitedOn = marks.day('day of the visit', '2026-02-12');
    const promisedOn = marks.day('day that was promised', '2026-02-24');
    await visit(worker, id, eveningVisit(visitedOn, { ...said('visit'), promisedOn, pictureShown: 'yes' }));
    await visit(worker, id, eveningVisit('2026-02-12', said('visit taken back')));
    const { id: wrong } = await newest(house.rows, PersuasionVisitRecord);
    const why = { reason: this.mark('visit taken back, why') };
    await taken(worker.fill(`/persuasion-visits/${wrong}/withdraw`, why));
    const signedOn = marks.day('day of the care sign-off', '2026-02-25');
    await taken(manager.fill(`/structures/${id}/care`, { signedOn, note: this.mark('care, note') }));
    await this.case(id);
  }

  /** A statutory case with a paper that was taken back, halts, a hearing and a lawsuit. */
  private async case(id: number): Promise<void> {
    const { manager, marks, house } = this.by;
    const issuedOn = marks.day('day of the papers', '2026-02-26');
    for (const step of ['reported', 'filed', 'investigated', 'identified', 'pre-noticed'] as const) {
      const documentNumber = this.mark(`${step}, number`);
      const proofs = step === 'pre-noticed' ? { proofs: this.scan(`${step}, proof`) } : {};
      const change = { documentNumber, scans: this.scan(step), ...proofs };
      await recordPaper(manager, id, step, paperFields(step, issuedOn, change));
    }
    const { id: wrong } = await newest(house.rows, StatutoryPaper);
    await taken(manager.fill(`/papers/${wrong}/withdraw`, { reason: this.mark('paper, taken back') }));
    const fromOn = marks.day('day of the halt', '2026-02-27');
    for (const step of ['resume', 'withdraw']) {
      const halt = { kind: 'suspended', fromOn, reason: this.mark(`halt to ${step}, reason`) };
      await taken(manager.fill(`/structures/${id}/halts/new`, halt));
      const { id: haltId } = await newest(house.rows, StatutoryHalt);
      const end = { step, endedOn: fromOn, reason: this.mark(`halt to ${step}, end`) };
      await taken(manager.fill(`/halts/${haltId}/end`, end));
    }
    await taken(manager.fill(`/structures/${id}/remedies`, { isOwnerUnknown: 'yes' }));
  }

  private async checked(): Promise<void> {
    const doubt = { kind: 'legacy-unit', ownershipBasis: this.mark('ownership, basis') };
    const id = await this.register('ownership-check', { ...doubt, ownership: 'open' });
    await this.step(id, 'settle-ownership', {
      ...{ ownership: 'not-lawful', reason: this.mark('ownership, settled') },
      documents: this.scan('ownership'),
    });
    await this.step(id, 'check-ownership', { reason: this.mark('ownership, doubt') });
  }

  /** Agrees, changes the mind, and agrees again. */
  async agreed(id: number, key: string, consentSignedOn = '2026-03-13'): Promise<void> {
    const { marks } = this.by;
    const fields = async (round: string): Promise<Fields> => ({
      ...{ way: 'assisted', consentSignedOn, identityChecked: 'yes', removeByOn: '2026-05-27' },
      consents: this.scan(`${key}, ${round} consent`),
    });
    if (key === 'agreed') {
      marks.day('day of the signature', consentSignedOn);
      marks.day('day that was agreed on', '2026-05-27');
      await this.step(id, 'agree', await fields('first'));
      await this.step(id, 'withdraw-agreement', {
        ...{ reason: this.mark(`${key}, changed their mind`), happenedOn: consentSignedOn },
      });
    }
    await this.step(id, 'agree', await fields('last'));
  }

  /** Removed by a firm, sent back once, and removed again. */
  private async removed(): Promise<void> {
    const { marks, manager } = this.by;
    const id = await this.register('removed');
    const result = async (round: string): Promise<Fields> => ({
      ...removalResult('2026-05-14', { area: '47.53', belongings: 'stored' }),
      ...{ firmName: this.mark(`${round}, firm`), firmIsLicensed: 'yes', firmFiledOn: '2026-04-07' },
      ...{ inventory: this.scan(`${round}, inventory`), waste: await this.named(`${round}, waste`) },
      after: await this.named(`${round}, after`),
    });
    marks.day('day of the filing', '2026-04-07');
    marks.day('day of a removal nobody has verified', '2026-05-14');
    marks.also('measured area nobody has verified', '47.53');
    await this.agreed(id, 'first removal');
    await this.step(id, 'remove', await result('first removal'));
    await this.step(
      id,
      'send-back',
      { reason: this.mark('sent back, why'), happenedOn: '2026-05-14' },
      manager,
    );
    await this.agreed(id, 'second removal', '2026-05-14');
    await this.step(id, 'remove', await result('second removal'));
  }

  /** Removed, verified, its ground described; with pictures before and after. */
  private async verified(key: string): Promise<void> {
    const { worker, manager } = this.by;
    const id = await this.register(key);
    await this.agreed(id, key);
    const after = await this.named(`${key}, after`);
    await this.step(id, 'remove', { ...removalResult('2026-05-13', { area: '15.2' }), after });
    await this.step(id, 'verify', { area: '15.2' }, manager);
    await taken(worker.fill(`/structures/${id}/edit`, { reuse: this.mark(`${key}, reuse afterwards`) }));
  }

  private async forced(): Promise<void> {
    const { house, where, manager, manager2 } = this.by;
    const id = await this.register('verified by force', { foundOn: '2025-08-20', plannedOn: '' });
    await givenPapers(house.app, { ...where, structureId: id });
    const result = {
      ...forcedResult('2026-05-13', { documentNumber: this.mark('force, number'), area: '20' }),
      ...{ emergency: this.mark('force, emergency'), records: this.scan('force, record') },
      after: await this.named('force, after'),
    };
    await this.step(id, 'remove-by-force', result, manager);
    await this.step(id, 'verify', { area: '20' }, manager2);
  }

  /** What stays, each with its paper and its reason. */
  private async kept(): Promise<void> {
    const { manager } = this.by;
    for (const step of ['retain-legal', 'retain-rectified', 'scope-out', 'strike-out']) {
      const id = await this.register(step);
      const documents = step === 'strike-out' ? {} : { documents: this.scan(step) };
      await this.step(id, step, { reason: this.mark(`${step}, reason`), ...documents }, manager);
    }
  }

  /** The zone, the sketch of the yard, and a removal day of two structures, one of which goes only in part. */
  async theDay(on: (at: string) => Promise<void>): Promise<void> {
    const { manager, manager2, house } = this.by;
    const [whole, part] = [await this.register('whole'), await this.register('part')];
    for (const [id, key] of [
      [whole, 'whole'],
      [part, 'part'],
    ] as const)
      await this.agreed(id, key);
    const plan = async (key: string, structures: number[]): Promise<number> => {
      await taken(
        manager.fill('/compounds/fl106/operations/new', {
          ...{ name: this.mark(`${key}, name`), happensOn: '2026-05-18', fromTime: '08:00', toTime: '11:30' },
          ...{ agencies: ['street', 'community'], structures: structures.map(String) },
          ...{ meetingPoint: this.mark(`${key}, meeting point`), emergency: this.mark(`${key}, emergency`) },
          ...{ firmName: this.mark(`${key}, firm`), isFirmLicensed: 'yes', firmFiledOn: '2026-04-07' },
          safetyPlan: this.scan(`${key}, safety plan`),
        }),
      );
      return (await newest(house.rows, OperationRecord)).id;
    };
    const called = await plan('operation called off', [whole]);
    const notice = { body: '5月18日上午院内施工，请挪车。', step: 'post' };
    const notices = `/operations/${called}/notices`;
    await taken(manager.fill(`/operations/${called}/notice`, notice, notices));
    const off = { reason: this.mark('operation called off, why') };
    await taken(manager.fill(`/operations/${called}/cancel`, off));
    const id = await plan('operation', [whole, part]);
    await on('2026-05-18T14:00:00+08:00');
    const weather = { windGrade: '2', checkedOn: '2026-05-18' };
    await taken(manager.fill(`/operations/${id}`, weather, `/operations/${id}/weather`));
    await taken(
      manager.fill(
        `/operations/${id}/result`,
        {
          ...{ [`outcome.${whole}`]: 'removed', [`area.${whole}`]: '33', [`belongings.${whole}`]: 'stored' },
          ...{ [`from.${whole}`]: '08:10', [`to.${whole}`]: '09:40', [`from.${part}`]: '09:40' },
          ...{ [`to.${part}`]: '11:00', [`outcome.${part}`]: 'partly', [`area.${part}`]: '6.53' },
          ...{ [`note.${part}`]: this.mark('part, note'), [`note.${whole}`]: this.mark('whole, note') },
          [`photos.${whole}`]: await this.named('whole, after'),
          [`photos.${part}`]: await this.named('part, photo'),
          [`inventory.${whole}`]: this.scan('whole, inventory'),
        },
        `/operations/${id}/results`,
      ),
    );
    await this.step(whole, 'verify', { area: '33' }, manager2);
  }

  /** Two rounds: one finds a structure standing again, the other was a mistake. */
  async rounds(): Promise<void> {
    const { worker, house } = this.by;
    const round = async (key: string, more: Fields) => {
      const fields = { kind: 'structures', note: this.mark(`${key}, note`), ...more };
      await taken(
        worker.fill(
          '/compounds/fl106/patrols/new',
          { ...fields, photos: await this.named(key) },
          '/compounds/fl106/patrols',
        ),
      );
    };
    await round('round taken back', { finding: 'mended' });
    const { id } = await newest(house.rows, PatrolRecord);
    await taken(worker.fill(`/patrols/${id}/withdraw`, { reason: this.mark('round taken back, why') }));
    await round('round', { finding: 'relapse', relapsed: String(this.ids.relapsed) });
  }

  /** The photos of a case of this kind: a person looked at them, and gives them to everybody. */
  async release(key: string, kind: 'before' | 'after'): Promise<void> {
    const { house, manager } = this.by;
    const files = await house.rows.findBy(StructureFile, { structureId: this.ids[key], kind });
    for (const { fileId } of files)
      await taken(manager.fill(`/files/${fileId}/publish`, { unrecognisable: 'yes' }));
  }
}

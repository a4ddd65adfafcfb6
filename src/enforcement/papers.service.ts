import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { AuditStep, AuditTrail } from '../audit/audit.service';
import { houseRule } from '../domain/kernel/blocker';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import type { Organ } from '../domain/removal/competence';
import { stepRecordBlockers, stepRecordWarnings } from '../domain/removal/statutory-engine';
import {
  caseBlockers,
  paperServiceBlockers,
  settledPaperBlockers,
} from '../domain/removal/statutory-recording';
import { StatutoryStepCode, statutorySteps } from '../domain/removal/statutory-steps';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import type { StructureAtPlace } from '../structures/structures.desk';
import { structurePaths } from '../structures/structures.paths';
import { isLive, livePapers, settingOf, toStatutoryCase, toStepRecord } from './case-records';
import { CaseStandings } from './case-standings';
import { CaseAtPlace, EnforcementDesk } from './enforcement.desk';
import { StatutoryPaper } from './enforcement.entities';
import type { NewPaperForm, PaperWithdrawalForm, ServiceForm } from './enforcement.forms';
import { PaperRows } from './paper-rows';
import { draftBlockers, toDraft, withdrawalBlockers } from './paper-drafts';

/** The scans of a paper and of the proof of its service. */
export interface PaperFiles {
  scans: readonly PreparedFile[];
  proofs: readonly PreparedFile[];
}

/** The removal by force, as it goes into the file. */
export interface Execution {
  issuedOn: CalendarDate;
  documentNumber: string;
  organ: Organ;
  officers: number;
  files: readonly PreparedFile[];
}

/** The papers of a statutory case: written down, served, taken back. */
@Injectable()
export class Papers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EnforcementDesk,
    private readonly rows: PaperRows,
    private readonly standings: CaseStandings,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly workDays: WorkDays,
  ) {}

  /** Writes a paper down; sent twice it is one. */
  record(actor: Actor, structureId: number, form: NewPaperForm, files: PaperFiles): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, [...files.scans, ...files.proofs], async (tx) => {
      const found = await this.desk.find(actor, structureId, tx);
      if (form.step === 'executed') return refuse(notHere);
      const draft = toDraft(form, files.scans.length, files.proofs.length);
      const blockers = draftBlockers(draft, form.conclusion, found, this.day());
      if (blockers.length) return refuse(...blockers);
      if (form.step === 'identified' && form.conclusion)
        await this.standings.change(tx, found, { conclusion: form.conclusion });
      const id = await this.rows.insert(tx, actor, found, draft);
      await this.rows.attach(tx, actor, found, { id, step: form.step }, files);
      await this.audit(tx, found, { actor, action: 'paper.recorded', to: form.step });
      return done(structurePaths.show(structureId));
    });
  }

  /** Is there something to be said along with a paper that is written down? The column says it in full. */
  hasRemarks(form: NewPaperForm): boolean {
    return stepRecordWarnings(toDraft(form, 0, 0)).length > 0;
  }

  /** Writes down that a paper was served. */
  serve(
    actor: Actor,
    id: number,
    form: ServiceForm,
    proofs: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, proofs, async (tx) => {
      const found = await this.desk.paper(actor, id, tx);
      const { paper, structure } = found;
      const { method, servedOn, version } = form;
      const service = { method, servedOn, proofs: proofs.length };
      const blockers = [
        ...caseBlockers(settingOf(found)),
        ...settledPaperBlockers(isLive(paper, found.records)),
        ...paperServiceBlockers(toStepRecord(paper), service, this.clock.today()),
      ];
      if (blockers.length) return refuse(...blockers);
      const change = { serviceMethod: method, servedOn };
      if (!(await updateAt(tx, StatutoryPaper, { id, version }, change))) return refuse(stale);
      await this.rows.attach(tx, actor, found, paper, { scans: [], proofs });
      await this.audit(tx, found, { actor, action: 'paper.served', to: paper.step });
      return done(structurePaths.show(structure.id));
    });
  }

  /** Takes back the record of a paper; it stays readable and counts nowhere. */
  withdraw(actor: Actor, id: number, { reason, version }: PaperWithdrawalForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const found = await this.desk.paper(actor, id, tx);
      const { paper, structure } = found;
      const blockers = withdrawalBlockers(found);
      if (blockers.length) return refuse(...blockers);
      const change = { withdrawnOn: this.clock.today(), withdrawnReason: reason };
      if (!(await updateAt(tx, StatutoryPaper, { id, version }, change))) return refuse(stale);
      if (paper.step === 'identified') await this.standings.change(tx, found, { conclusion: null });
      await this.audit(tx, found, { actor, action: 'paper.withdrawn', from: paper.step });
      return done(structurePaths.show(structure.id));
    });
  }

  /** Writes the removal by force into the file, in the unit of work of whoever recorded it; judged by its own day. */
  async recordExecuted(
    tx: EntityManager,
    actor: Actor,
    at: StructureAtPlace,
    { files, ...execution }: Execution,
  ): Promise<Outcome<number>> {
    const found = await this.desk.withRecords(at, tx);
    const again = livePapers(found.records).filter(({ step }) => afterForce.includes(step));
    const records = { ...found.records, papers: found.records.papers.filter((one) => !again.includes(one)) };
    const known = toStatutoryCase(found.structure, records);
    const draft = {
      ...{ step: 'executed' as const, carries: [], deadlineOn: null, service: null },
      ...{ ...execution, files: files.length },
    };
    const { today, calendar } = this.day();
    const blockers = stepRecordBlockers(draft, { ...known, isGone: false }, today, calendar);
    if (blockers.length) return refuse(...blockers);
    const change = { withdrawnOn: today, withdrawnReason: notDoneBefore };
    if (again.length) await tx.update(StatutoryPaper, { id: In(again.map(({ id }) => id)) }, change);
    const id = await this.rows.insert(tx, actor, found, draft);
    await this.rows.attach(tx, actor, found, { id, step: 'executed' }, { scans: files, proofs: [] });
    await this.audit(tx, found, { actor, action: 'paper.recorded', to: 'executed' });
    return done(id);
  }

  /** The one line of the record. */
  private audit(
    tx: EntityManager,
    { structure, compound }: CaseAtPlace,
    step: Pick<AuditStep, 'actor' | 'action' | 'from' | 'to'>,
  ): Promise<void> {
    const subject = { kind: 'structure', id: structure.id };
    return this.trail.record(tx, { ...step, subject, compoundId: compound.id });
  }

  private day() {
    return { today: this.clock.today(), calendar: this.workDays.calendar };
  }
}

/** What a removal that was sent back left in the file, and the next one takes the place of. */
const afterForce: readonly StatutoryStepCode[] = ['executed', 'cleaned', 'closed'];
const notDoneBefore = '上次没有拆到位，已重新实施';

const notHere = houseRule(
  'paper.executed',
  `「${statutorySteps.executed.name}」随拆除结果登记，请在拆除对象的「登记强制拆除」里办`,
);

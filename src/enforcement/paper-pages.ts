import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { People } from '../access/people.service';
import type { Frame } from '../compounds/workspace';
import { Workspace } from '../compounds/workspace';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isIdentified } from '../domain/removal/statutory-case';
import { stepDayBlockers, stepRecordWarnings } from '../domain/removal/statutory-engine';
import { beginBlockers, caseBlockers, settingBlockers } from '../domain/removal/statutory-recording';
import { StatutoryStepCode, statutorySteps } from '../domain/removal/statutory-steps';
import { FileTotals } from '../files/files.totals';
import type { KeptFile } from '../files/kept-files';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { toStructureHead } from '../structures/structure-head.presenter';
import { structurePaths } from '../structures/structures.paths';
import { isLive, livePapers, settingOf, toStatutoryCase, toStepRecord } from './case-records';
import { CaseAtPlace, EnforcementDesk } from './enforcement.desk';
import { enforcementPaths } from './enforcement.paths';
import {
  methodOptions,
  PaperFormPage,
  PaperPage,
  PaperWithdrawalPage,
  ServicePage,
  toPaperForm,
} from './paper-form.presenter';
import { withdrawalBlockers } from './paper-drafts';
import { paperFacts, toScans } from './paper-words';

/** The files of a refused form, kept for its next try. */
interface KeptPaperFiles {
  scans: KeptFile[];
  proofs: KeptFile[];
}

/** Gathers what the pages of a paper show. */
@Injectable()
export class PaperPages {
  constructor(
    private readonly desk: EnforcementDesk,
    private readonly people: People,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
    private readonly workDays: WorkDays,
  ) {}

  /** The empty form of a step; what cannot be written down at all leads back and says why. */
  async new(
    actor: Actor,
    id: number,
    step: StatutoryStepCode | undefined,
  ): Promise<PaperFormPage | SeeOther> {
    const found = await this.desk.find(actor, id);
    if (!step || step === 'executed') return seeOther(structurePaths.show(id));
    const known = toStatutoryCase(found.structure, found.records);
    const [over] = [...settingBlockers(settingOf(found), step), ...beginBlockers(known)];
    const isThere = livePapers(found.records).some((paper) => paper.step === step);
    const said = isThere ? `${statutorySteps[step].document}已经登记` : over?.text;
    if (said) return seeOther(structurePaths.show(id), said);
    return this.form(actor, found, step, formState({ onceKey: randomUUID() }), { scans: [], proofs: [] });
  }

  async newAgain(
    actor: Actor,
    id: number,
    step: StatutoryStepCode,
    form: FormState,
    kept: KeptPaperFiles,
  ): Promise<PaperFormPage> {
    return this.form(actor, await this.desk.find(actor, id), step, form, kept);
  }

  /** Is there such a structure for this person? Asked before files are taken in. */
  find(actor: Actor, id: number): Promise<CaseAtPlace> {
    return this.desk.find(actor, id);
  }

  async show(actor: Actor, id: number): Promise<PaperPage> {
    const found = await this.desk.paper(actor, id);
    const { paper, structure, records } = found;
    const { document, isServed } = statutorySteps[paper.step];
    const mayEdit =
      mayDo(actor.role, 'removal.edit') && isLive(paper, records) && !caseBlockers(settingOf(found)).length;
    const files = await this.files.byId(paper.files.map(({ fileId }) => fileId));
    return {
      ...(await this.frame(actor, found, document)),
      title: `${document} · ${found.compound.name}`,
      heading: document,
      structure: caseHead(found),
      facts: paperFacts(paper, await this.nameOf(paper.recordedBy)),
      scans: [...toScans(paper, 'paper', files), ...toScans(paper, 'proof', files)],
      warnings: stepRecordWarnings(toStepRecord(paper)).map(({ text }) => text),
      serviceLink: mayEdit && isServed && !paper.servedOn ? enforcementPaths.service(id) : '',
      withdrawLink: mayEdit ? enforcementPaths.withdraw(id) : '',
      backLink: structurePaths.show(structure.id),
    };
  }

  async service(
    actor: Actor,
    id: number,
    stateOf: StateOf,
    kept: KeptFile[] = [],
  ): Promise<ServicePage | SeeOther> {
    const found = await this.desk.paper(actor, id);
    const { paper, compound } = found;
    const { document, isServed } = statutorySteps[paper.step];
    if (!isServed) return seeOther(enforcementPaths.paper(id), `${document}不用登记送达`);
    return {
      ...(await this.frame(actor, found, '登记送达')),
      title: `登记送达 · ${compound.name}`,
      heading: `登记送达：${document}`,
      structure: caseHead(found),
      facts: paperFacts(paper, await this.nameOf(paper.recordedBy)),
      form: stateOf(paper),
      methods: methodOptions(),
      kept,
      action: enforcementPaths.services(id),
      backLink: structurePaths.show(found.structure.id),
    };
  }

  async withdrawal(actor: Actor, id: number, stateOf: StateOf): Promise<PaperWithdrawalPage> {
    const found = await this.desk.paper(actor, id);
    const { paper, compound } = found;
    const { document } = statutorySteps[paper.step];
    const reasons = withdrawalBlockers(found);
    return {
      ...(await this.frame(actor, found, '撤回登记')),
      title: `撤回登记 · ${compound.name}`,
      heading: `撤回登记：${document}`,
      structure: caseHead(found),
      note: '撤回的是系统里的登记，不是文书本身。撤回后仍可查看，但不再算数；登记有误才撤回。',
      facts: paperFacts(paper, await this.nameOf(paper.recordedBy)),
      reasons: reasons.map(({ text, source }) => ({ text, source })),
      form: stateOf(paper),
      action: enforcementPaths.withdrawals(id),
      backLink: enforcementPaths.paper(id),
    };
  }

  private async form(
    actor: Actor,
    found: CaseAtPlace,
    step: StatutoryStepCode,
    form: FormState,
    kept: KeptPaperFiles,
  ): Promise<PaperFormPage> {
    const { structure, records } = found;
    const today = this.clock.today();
    const known = toStatutoryCase(structure, records);
    const remarks = stepDayBlockers(step, today, known, this.workDays.calendar);
    const frame = await this.frame(actor, found, `登记${statutorySteps[step].name}`);
    return toPaperForm({ structure, head: caseHead(found), step, today, form, kept, remarks }, frame);
  }

  private frame(actor: Actor, { compound }: CaseAtPlace, last: string): Promise<Frame> {
    return this.workspace.frame(actor, compound, 'removals', last);
  }

  private async nameOf(id: number): Promise<string> {
    return (await this.people.names([id])).get(id) ?? '';
  }
}

/** The head of every page of a case. */
export const caseHead = ({ structure, records }: CaseAtPlace) =>
  toStructureHead(structure, isIdentified(toStatutoryCase(structure, records)));

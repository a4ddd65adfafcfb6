import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation, RenovationParty } from '../compounds/renovation.entities';
import { worksOpenBlockers, worksOverBlockers } from '../domain/construction/blocked';
import {
  contractBlockers,
  contractChangeBlockers,
  contractLifecycle,
  ContractPlace,
  ContractSheet,
  contractStateNames,
  ContractStep,
  contractStepBlockers,
  ContractStepFacts,
} from '../domain/construction/contract';
import { isItemCounted, isWorkDone } from '../domain/construction/work-item';
import { onceEach, stopping } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { writtenLater } from './item-steps.service';
import { ContractRecord } from './work.entities';
import { ContractStepForm, EditContractForm, NewContractForm } from './work.forms';
import { ContractAtPlace, toContract, WorksDesk } from './works.desk';
import { worksPaths } from './works.paths';

/** Contracts: written down, changed, begun, finished, ended. */
@Injectable()
export class Contracts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: OnceKeys,
    private readonly compounds: CompoundDesk,
    private readonly desk: WorksDesk,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes a contract down; sent twice it is one. */
  write(actor: Actor, code: string, form: NewContractForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.keys.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation } = await this.compounds.current(actor, code, tx);
        if (!renovation) return refuse(...worksOpenBlockers(renovation, '登记合同'));
        const sheet = await this.sheetOf(tx, form);
        const begins = form.begins
          ? contractLifecycle.begin.blockers!(beginning(renovation.state, sheet))
          : [];
        const blockers = stopping([
          ...worksOverBlockers(renovation.state),
          ...contractBlockers(sheet, await this.placeOf(tx, renovation, null), this.clock.today()),
          ...begins,
        ]);
        if (blockers.length) return refuse(...onceEach(blockers));
        const inserted = await tx.insert(ContractRecord, {
          ...valuesOf(sheet),
          ...{ compoundId: compound.id, renovationId: renovation.id },
          ...{ state: form.begins ? 'running' : 'prepared' },
          ...{ recordedBy: actor.userId, recordedAt: this.clock.nowAt() },
        });
        const id = inserted.identifiers[0].id as number;
        await this.record(tx, actor, 'contract.written', { id, compoundId: compound.id });
        return done(worksPaths.contract(id));
      }),
    );
  }

  /** Changes what is written of it. */
  change(actor: Actor, id: number, form: EditContractForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { contract, renovation } = await this.desk.contract(actor, id, tx);
      const sheet = await this.sheetOf(tx, form);
      const blockers = stopping([
        ...worksOverBlockers(renovation.state),
        ...contractChangeBlockers(toContract(contract), sheet),
        ...contractBlockers(sheet, await this.placeOf(tx, renovation, id), this.clock.today()),
      ]);
      if (blockers.length) return refuse(...blockers);
      const change = valuesOf(sheet);
      if (!(await updateAt(tx, ContractRecord, { id, version: form.version }, change))) return refuse(stale);
      await this.record(tx, actor, 'contract.changed', contract);
      return done(worksPaths.contract(id));
    });
  }

  /** Begins it, finishes it, ends it before its time, or lets it run again. */
  step(actor: Actor, id: number, { step, reason, version }: ContractStepForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const found = await this.desk.contract(actor, id, tx);
      const facts = await this.factsOf(found, reason ?? '', tx);
      const { contract } = found;
      const blockers = stopping(contractStepBlockers(step, contract.state, actor.role, facts));
      if (blockers.length) return refuse(...blockers);
      const state = contractLifecycle[step].to;
      if (!(await updateAt(tx, ContractRecord, { id, version }, { state }))) return refuse(stale);
      const moved = { from: contractStateNames[contract.state], to: contractStateNames[state] };
      await this.record(tx, actor, 'contract.stepped', contract, moved);
      return done(worksPaths.contract(id));
    });
  }

  /** What a step of it is judged by. */
  async factsOf(
    { contract, renovation }: ContractAtPlace,
    reason: string,
    from?: EntityManager,
  ): Promise<ContractStepFacts> {
    const { items } = await this.desk.ofRenovation(renovation.id, from);
    const own = items.filter(({ contractId }) => contractId === contract.id);
    const openItems = own.filter((item) => isItemCounted(item) && !isWorkDone(item)).length;
    return { renovation: renovation.state, sheet: toContract(contract), openItems, reason };
  }

  /** A step whose blockers are shown before it is taken. */
  async outlook(actor: Actor, found: ContractAtPlace, step: ContractStep) {
    const facts = await this.factsOf(found, writtenLater);
    return stopping(contractStepBlockers(step, found.contract.state, actor.role, facts));
  }

  private async sheetOf(tx: EntityManager, form: NewContractForm | EditContractForm): Promise<ContractSheet> {
    const party = await tx.findOneBy(RenovationParty, { id: form.party });
    const { name, number = null, signedOn = null, startsOn, finishOn } = form;
    return {
      ...{ firmId: party?.organisationId ?? 0, role: party?.role ?? 'contractor' },
      ...{ name, number, signedOn, startsOn, finishOn },
    };
  }

  private async placeOf(
    tx: EntityManager,
    { id, openedOn }: Renovation,
    contractId: number | null,
  ): Promise<ContractPlace> {
    const parties = await tx.findBy(RenovationParty, { renovationId: id });
    const { contracts } = await this.desk.ofRenovation(id, tx);
    return {
      openedOn,
      parties: parties.map(({ organisationId, role }) => ({ firmId: organisationId, role })),
      others: contracts.filter((one) => one.id !== contractId).map(toContract),
    };
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    { id, compoundId }: Pick<ContractRecord, 'id' | 'compoundId'>,
    more: { from?: string; to?: string } = {},
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'contract', id }, compoundId, ...more });
  }
}

const beginning = (renovation: Renovation['state'], sheet: ContractSheet): ContractStepFacts => ({
  ...{ renovation, sheet, openItems: 0, reason: '' },
});

const valuesOf = ({ firmId, ...sheet }: ContractSheet) => ({ ...sheet, organisationId: firmId });

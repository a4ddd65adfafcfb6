import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { caseBlockers, unbegunBlockers } from '../domain/removal/statutory-recording';
import {
  emptyingBlockers,
  remediesInWords,
  StandingDraft,
  standingBlockers,
} from '../domain/removal/statutory-standing';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { structurePaths } from '../structures/structures.paths';
import { settingOf, standingOf, toStatutoryCase } from './case-records';
import { CaseAtPlace, EnforcementDesk } from './enforcement.desk';
import { StatutoryStanding } from './enforcement.entities';
import type { RemediesForm } from './enforcement.forms';

/** How a case stands beside its papers: hearing, views, reconsideration, lawsuit, and what was published. */
@Injectable()
export class CaseStandings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EnforcementDesk,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes down how it stands now. */
  save(actor: Actor, structureId: number, form: RemediesForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const found = await this.desk.find(actor, structureId, tx);
      const { structure, compound, records } = found;
      const known = toStatutoryCase(structure, records);
      const draft = toStandingDraft(form);
      const blockers = [
        ...caseBlockers(settingOf(found)),
        ...unbegunBlockers(known),
        ...standingBlockers(draft, known, this.clock.today()),
        ...emptyingBlockers(draft, known, actor.role),
      ];
      if (blockers.length) return refuse(...blockers);
      const row = await this.rowOf(tx, found);
      const at = { id: row.id, version: form.version };
      if (!(await updateAt(tx, StatutoryStanding, at, columnsOf(form)))) return refuse(stale);
      const subject = { kind: 'structure', id: structureId };
      const step = { actor, action: 'remedies.changed', subject, compoundId: compound.id };
      await this.trail.record(tx, { ...step, from: remediesInWords(known), to: remediesInWords(draft) });
      return done(structurePaths.show(structureId));
    });
  }

  /** Changes one thing as part of another step of the same unit of work. */
  async change(tx: EntityManager, found: CaseAtPlace, change: Partial<StatutoryStanding>): Promise<void> {
    const { id, version } = await this.rowOf(tx, found);
    await updateAt(tx, StatutoryStanding, { id, version }, change);
  }

  private async rowOf(
    tx: EntityManager,
    { structure, records }: CaseAtPlace,
  ): Promise<{ id: number; version: number }> {
    const known = standingOf(records);
    if (known) return known;
    const row = { structureId: structure.id, round: records.round, version: firstVersion };
    return {
      id: (await tx.insert(StatutoryStanding, row)).identifiers[0].id as number,
      version: firstVersion,
    };
  }
}

/** What the form of a case says that has no row yet. */
export const firstVersion = 1;

/** The typed form as the law reads it. */
const toStandingDraft = (form: RemediesForm): StandingDraft => ({
  isUnderConstruction: form.isUnderConstruction,
  isOwnerUnknown: form.isOwnerUnknown,
  hearing: form.hearing,
  views: form.views,
  reconsideration: {
    filedOn: form.reconsiderationFiledOn,
    acceptedOn: form.reconsiderationAcceptedOn ?? null,
    isExtended: form.reconsiderationExtended,
    outcome: form.reconsiderationOutcome ?? null,
    decidedOn: form.reconsiderationDecidedOn ?? null,
  },
  lawsuit: {
    filedOn: form.lawsuitFiledOn,
    outcome: form.lawsuitOutcome ?? null,
    finalOn: form.lawsuitFinalOn ?? null,
  },
  penalty: {
    publishedOn: form.penaltyPublishedOn ?? null,
    changedOn: form.penaltyChangedOn ?? null,
    withdrawnOn: form.penaltyWithdrawnOn ?? null,
  },
});

const columnsOf = ({ version: _, ...form }: RemediesForm) => ({
  isUnderConstruction: form.isUnderConstruction,
  isOwnerUnknown: form.isOwnerUnknown,
  hearing: form.hearing,
  views: form.views,
  reconsiderationFiledOn: form.reconsiderationFiledOn ?? null,
  reconsiderationAcceptedOn: form.reconsiderationAcceptedOn ?? null,
  reconsiderationExtended: form.reconsiderationExtended,
  reconsiderationOutcome: form.reconsiderationOutcome ?? null,
  reconsiderationDecidedOn: form.reconsiderationDecidedOn ?? null,
  lawsuitFiledOn: form.lawsuitFiledOn ?? null,
  lawsuitOutcome: form.lawsuitOutcome ?? null,
  lawsuitFinalOn: form.lawsuitFinalOn ?? null,
  penaltyPublishedOn: form.penaltyPublishedOn ?? null,
  penaltyChangedOn: form.penaltyChangedOn ?? null,
  penaltyWithdrawnOn: form.penaltyWithdrawnOn ?? null,
});

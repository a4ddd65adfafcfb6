import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { stopping } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { isGoingOn } from '../domain/renovation/going-on';
import { completeness } from '../domain/survey/completeness';
import {
  SignFacts,
  SignStep,
  resurveyBlockers,
  signBlockers,
  signedStateAfter,
  surveyEditBlockers,
  surveyStateNames,
} from '../domain/survey/sign-off';
import { sheetBlockers } from '../domain/survey/survey-sheet';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { HazardPhoto, HazardRecord } from './hazard.entities';
import { SurveyRecords, toSurveyFacts } from './survey-records';
import { Survey } from './survey.entity';
import { SignatureForm, SurveySheetForm } from './survey.forms';
import { SurveyDesk } from './surveys.desk';
import { surveyPaths } from './surveys.paths';

/** Beginning surveys, their sheets, and the two signatures. */
@Injectable()
export class Surveys {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SurveyDesk,
    private readonly compounds: CompoundDesk,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Begins the next survey; it goes on with the hazards that are still open. */
  open(actor: Actor, code: string, onceKey: string): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, onceKey, async () => {
        const { compound, survey: last } = await this.desk.latestOf(actor, code, tx);
        const blockers = last ? resurveyBlockers({ version: last.number, state: last.state }) : [];
        if (blockers.length) return refuse(...blockers);
        const renovation = await this.compounds.currentRenovation(compound.id, tx);
        const number = (last?.number ?? 0) + 1;
        const today = this.clock.today();
        const inserted = await tx.insert(Survey, {
          compoundId: compound.id,
          renovationId: renovation && isGoingOn(renovation.state) ? renovation.id : null,
          number,
          openedOn: today,
          surveyedOn: today,
        });
        const id = inserted.identifiers[0].id as number;
        if (last) await this.carryOn(tx, last.id, id);
        const step = {
          actor,
          action: 'survey.opened',
          subject: { kind: 'survey', id },
          compoundId: compound.id,
        };
        await this.audit.record(tx, { ...step, to: String(number) });
        return done(surveyPaths.index(code));
      }),
    );
  }

  /** Changes the sheet if it is still as the person saw it. */
  update(actor: Actor, id: number, form: SurveySheetForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { survey, compound } = await this.desk.find(actor, id, tx);
      const { hazards } = await this.desk.records(survey, compound, tx);
      const { version, noHazards, surveyedOn } = form;
      const sheet = {
        surveyedOn,
        noHazards,
        gridHouseholds: form.gridHouseholds ?? null,
        gridResidents: form.gridResidents ?? null,
        buildingSafety: form.buildingSafety ?? null,
        safetyConclusion: form.safetyConclusion ?? null,
        note: form.note ?? null,
      };
      const blockers = [
        ...surveyEditBlockers(survey.state),
        ...sheetBlockers({ ...sheet, hazards }, this.clock.today()),
      ];
      if (blockers.length) return refuse(...blockers);
      if (!(await updateAt(tx, Survey, { id, version }, sheet))) return refuse(stale);
      const subject = { kind: 'survey', id };
      await this.audit.record(tx, { actor, action: 'survey.changed', subject, compoundId: compound.id });
      return done(surveyPaths.index(compound.code));
    });
  }

  /** Signs for the community or the street, takes the signature back, or gives the survey back to be mended. */
  sign(actor: Actor, id: number, form: SignatureForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { survey, compound } = await this.desk.find(actor, id, tx);
        const records = await this.desk.records(survey, compound, tx);
        const facts = this.signFacts(records, actor, form.reason ?? '');
        const blockers = stopping(signBlockers(form.step, survey.state, actor.role, facts));
        if (blockers.length) return refuse(...blockers);
        const state = signedStateAfter(form.step);
        const change = { state, ...this.signatureOf(form, actor) };
        if (!(await updateAt(tx, Survey, { id, version: form.version }, change))) return refuse(stale);
        await this.audit.record(tx, {
          actor,
          action: signActions[form.step],
          subject: { kind: 'survey', id },
          compoundId: compound.id,
          from: surveyStateNames[survey.state],
          to: surveyStateNames[state],
          reason: form.reason ?? null,
        });
        return done(surveyPaths.index(compound.code));
      }),
    );
  }

  /** What signing is judged by. */
  signFacts(records: SurveyRecords, actor: Actor, reason: string): SignFacts {
    return {
      missing: completeness(toSurveyFacts(records), this.clock.today()),
      signerId: actor.userId,
      communitySignerId: records.survey.communitySignedBy,
      reason,
    };
  }

  private signatureOf({ step, reason }: SignatureForm, actor: Actor) {
    const [by, on] = [actor.userId, this.clock.today()];
    const none = { communitySignedBy: null, communitySignedOn: null };
    return {
      'sign-for-community': { communitySignedBy: by, communitySignedOn: on, returnReason: null },
      'sign-for-street': { streetSignedBy: by, streetSignedOn: on },
      withdraw: none,
      return: { ...none, returnReason: reason ?? null },
    }[step];
  }

  /** What is still open goes into the next survey with its photos. */
  private async carryOn(tx: EntityManager, fromId: number, toId: number): Promise<void> {
    const hazards = (await tx.findBy(HazardRecord, { surveyId: fromId })).filter(
      ({ controlledOn, withdrawnOn }) => controlledOn === null && withdrawnOn === null,
    );
    for (const hazard of hazards) {
      const row = { ...hazard, id: undefined, version: 1, surveyId: toId, carriedFromId: hazard.id };
      const inserted = await tx.insert(HazardRecord, row);
      const hazardId = inserted.identifiers[0].id as number;
      const photos = await tx.findBy(HazardPhoto, { hazardId: hazard.id });
      if (photos.length)
        await tx.insert(
          HazardPhoto,
          photos.map(({ fileId }) => ({ hazardId, fileId })),
        );
    }
  }
}

const signActions: Record<SignStep, string> = {
  'sign-for-community': 'survey.signed-for-community',
  'sign-for-street': 'survey.signed-for-street',
  withdraw: 'survey.signature-withdrawn',
  return: 'survey.returned',
};

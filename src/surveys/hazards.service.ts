import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { AuditTrail } from '../audit/audit.service';
import { Compound } from '../compounds/compound.entity';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { cut } from '../domain/kernel/text';
import { Actor } from '../domain/people/actor';
import { hazardBlockers, severityNames, Severity } from '../domain/survey/hazard';
import { controlBlockers } from '../domain/survey/hazard-control';
import { hazardKindOf } from '../domain/survey/hazard-kinds';
import { surveyEditBlockers } from '../domain/survey/sign-off';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { HazardPhoto, HazardRecord } from './hazard.entities';
import { Survey } from './survey.entity';
import { EditHazardForm, HazardControlForm, NewHazardForm, WithdrawalForm } from './survey.forms';
import { SurveyDesk } from './surveys.desk';
import { noSurvey } from './survey-refusals';
import { surveyPaths } from './surveys.paths';

/** Findings: written down with photos, corrected, written off once under control, taken back when made by mistake. */
@Injectable()
export class Hazards {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: SurveyDesk,
    private readonly files: Files,
    private readonly once: OnceKeys,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes a finding down; sent twice it is one. */
  add(actor: Actor, code: string, form: NewHazardForm, photos: PreparedFile[]): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, photos, async (tx) => {
      const { compound, survey } = await this.desk.latestOf(actor, code, tx);
      if (!survey) return refuse(noSurvey);
      const values = valuesOf(form);
      const blockers = [...surveyEditBlockers(survey.state), ...this.blockersOf(values)];
      if (blockers.length) return refuse(...blockers);
      const row = { ...values, surveyId: survey.id, recordedBy: actor.userId };
      const hazardId = (await tx.insert(HazardRecord, row)).identifiers[0].id as number;
      if (survey.noHazards) await tx.update(Survey, { id: survey.id }, { noHazards: false });
      await this.attach(tx, actor, compound, { ...values, id: hazardId }, photos);
      const to = `${values.kind} ${severityNames[values.severity as Severity]}`;
      await this.record(tx, actor, 'hazard.added', hazardId, compound.id, { to });
      return done(surveyPaths.hazards(code));
    });
  }

  /** Corrects a finding of a survey that is not signed yet. */
  update(actor: Actor, id: number, form: EditHazardForm, photos: PreparedFile[]): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, photos, async (tx) => {
      const { hazard, survey, compound } = await this.desk.hazard(actor, id, tx);
      const values = valuesOf(form);
      const blockers = [
        ...surveyEditBlockers(survey.state),
        ...withdrawnBlockers(hazard),
        ...this.blockersOf({ ...values, controlledOn: hazard.controlledOn }),
      ];
      if (blockers.length) return refuse(...blockers);
      if (!(await updateAt(tx, HazardRecord, { id, version: form.version }, values))) return refuse(stale);
      for (const fileId of form.drop) await tx.delete(HazardPhoto, { hazardId: id, fileId });
      await this.attach(tx, actor, compound, { ...values, id }, photos);
      const changed = { from: severityWord(hazard), to: severityWord(values) };
      await this.record(tx, actor, 'hazard.changed', id, compound.id, changed);
      return done(surveyPaths.hazard(id));
    });
  }

  /** Writes a finding off, or opens it again; also after the signatures. */
  control(actor: Actor, id: number, form: HazardControlForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { hazard, survey, compound } = await this.desk.hazard(actor, id, tx);
        const given = { step: form.step, controlledOn: form.controlledOn ?? null, note: form.note ?? '' };
        const latest = await this.desk.latest(compound.id, tx);
        const blockers = [
          ...olderBlockers(survey, latest),
          ...withdrawnBlockers(hazard),
          ...controlBlockers(hazard, given, this.clock.today()),
        ];
        if (blockers.length) return refuse(...blockers);
        const controlledOn = given.step === 'control' ? given.controlledOn : null;
        const change = { controlledOn, controlNote: given.note || null };
        if (!(await updateAt(tx, HazardRecord, { id, version: form.version }, change))) return refuse(stale);
        const action = given.step === 'control' ? 'hazard.controlled' : 'hazard.reopened';
        const changed = { from: hazard.controlledOn, to: controlledOn, reason: form.note ?? null };
        await this.record(tx, actor, action, id, compound.id, changed);
        return done(surveyPaths.hazard(id));
      }),
    );
  }

  /** Takes back a finding that was written down by mistake; it stays readable and counts nowhere. */
  withdraw(actor: Actor, id: number, form: WithdrawalForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const { hazard, survey, compound } = await this.desk.hazard(actor, id, tx);
      const blockers = [...surveyEditBlockers(survey.state), ...withdrawnBlockers(hazard)];
      if (blockers.length) return refuse(...blockers);
      const change = { withdrawnOn: this.clock.today(), withdrawnReason: form.reason };
      if (!(await updateAt(tx, HazardRecord, { id, version: form.version }, change))) return refuse(stale);
      await this.record(tx, actor, 'hazard.withdrawn', id, compound.id, { reason: form.reason });
      return done(surveyPaths.hazards(compound.code));
    });
  }

  private blockersOf(values: HazardValues & { controlledOn?: string | null }): Blocker[] {
    return hazardBlockers({ controlledOn: null, ...values }, this.clock.today());
  }

  private async attach(
    tx: EntityManager,
    actor: Actor,
    compound: Compound,
    hazard: HazardValues & { id: number },
    photos: readonly PreparedFile[],
  ): Promise<void> {
    const name = hazardKindOf(hazard.kind)!.name;
    const caption = cut(`${name}，${hazard.place}`, 60);
    for (const photo of photos) {
      const belonging = { compoundId: compound.id, purpose: 'hazard' as const, actor, caption };
      const file = await this.files.attach(tx, photo, belonging);
      await tx.insert(HazardPhoto, { hazardId: hazard.id, fileId: file.id });
    }
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    id: number,
    compoundId: number,
    more: { from?: string | null; to?: string | null; reason?: string | null },
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'hazard', id }, compoundId, ...more });
  }
}

type HazardValues = ReturnType<typeof valuesOf>;

/** The columns people write; without a chosen item the catalogue's own is kept. */
const valuesOf = (form: NewHazardForm | EditHazardForm) => ({
  kind: form.kind,
  place: form.place,
  severity: Number(form.severity),
  foundOn: form.foundOn,
  controlBy: form.controlBy ?? null,
  description: form.description ?? null,
  item: form.item ?? hazardKindOf(form.kind)?.item ?? null,
});

const severityWord = ({ severity }: { severity: number }): string => severityNames[severity as Severity];

const withdrawnBlockers = ({ withdrawnOn }: HazardRecord): Blocker[] =>
  withdrawnOn === null ? [] : [houseRule('hazard.withdrawn', '这条隐患已作废，不能再改动')];

const olderBlockers = (survey: Survey, latest: Survey | null): Blocker[] =>
  latest?.id === survey.id
    ? []
    : [houseRule('hazard.older', `这条隐患属于第 ${survey.number} 次摸底，请在最近一次摸底的清单里处理`)];

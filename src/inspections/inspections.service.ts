import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { worksOpenBlockers } from '../domain/construction/blocked';
import { Finding, findingBlockers, findingDueOn } from '../domain/construction/finding';
import { inspectionBlockers, roundAddBlockers } from '../domain/construction/inspection';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { firmOf } from '../works/works.desk';
import { CheckSites } from './check-sites';
import { FindingRecord, InspectionRecord } from './finding.entities';
import { NewFindingForm, NewInspectionForm } from './finding.forms';
import { FindingDesk } from './findings.desk';
import { Findings } from './findings.service';
import { inspectionPaths } from './inspections.paths';

type Where = Pick<InspectionRecord, 'compoundId' | 'renovationId' | 'lookedOn'> & { id: number };
type Sheet = ReturnType<typeof sheetOf>;

/** Rounds over the site: written down with what was found; a finding may be added later. */
@Injectable()
export class Inspections {
  constructor(
    private readonly onceWithFiles: OnceWithFiles,
    private readonly compounds: CompoundDesk,
    private readonly sites: CheckSites,
    private readonly desk: FindingDesk,
    private readonly findings: Findings,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes a round down, with its first finding where there is one; sent twice it is one. */
  record(
    actor: Actor,
    code: string,
    form: NewInspectionForm,
    photos: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, photos, async (tx) => {
      const { compound, renovation } = await this.compounds.current(actor, code, tx);
      if (!renovation) return refuse(...worksOpenBlockers(renovation, '登记检查'));
      const site = await this.sites.of(actor, renovation, tx);
      const hasFound = isFindingTold(form, photos);
      const sheet = sheetOf(form, form.lookedOn, photos.length);
      const { kind, lookedOn, inspectors, opinion = '' } = form;
      const place = { renovation: renovation.state, role: actor.role, startsOn: site.startsOn };
      const round = { kind, lookedOn, inspectors: [...new Set(inspectors)], opinion };
      const today = this.clock.today();
      const blockers = [
        ...inspectionBlockers({ ...round, findings: hasFound ? 1 : 0 }, place, today),
        ...(hasFound
          ? findingBlockers(sheet, { startsOn: site.startsOn, items: site.visible }, today).filter(
              ({ code }) => !ofItsDay.includes(code),
            )
          : []),
      ];
      if (blockers.length) return refuse(...blockers);
      const where = { compoundId: compound.id, renovationId: renovation.id, lookedOn };
      const id = await this.insertRound(tx, actor, { ...where, ...round });
      if (hasFound) await this.insertFinding(tx, actor, { ...where, id }, sheet, photos);
      await this.audit.record(tx, {
        ...{ actor, action: 'inspection.recorded', subject: { kind: 'inspection', id } },
        ...{ compoundId: compound.id, to: `${kind} ${hasFound ? 1 : 0}` },
      });
      return done(inspectionPaths.inspection(id));
    });
  }

  /** Adds a finding to a round; sent twice it is one. */
  add(
    actor: Actor,
    inspectionId: number,
    form: NewFindingForm,
    photos: readonly PreparedFile[],
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, photos, async (tx) => {
      const { inspection, renovation, site } = await this.desk.inspection(actor, inspectionId, tx);
      const sheet = sheetOf(form, inspection.lookedOn, photos.length);
      const place = { startsOn: site.startsOn, items: site.visible };
      const blockers = [
        ...roundAddBlockers({ role: actor.role, firmId: firmOf(actor) }, inspection, renovation.state),
        ...findingBlockers(sheet, place, this.clock.today()),
      ];
      if (blockers.length) return refuse(...blockers);
      const id = await this.insertFinding(tx, actor, inspection, sheet, photos);
      await this.audit.record(tx, {
        ...{ actor, action: 'finding.recorded', subject: { kind: 'finding', id } },
        ...{ compoundId: inspection.compoundId, to: sheet.severity },
      });
      return done(inspectionPaths.inspection(inspectionId));
    });
  }

  private async insertRound(
    tx: EntityManager,
    actor: Actor,
    row: Omit<InspectionRecord, 'id' | 'recordedBy' | 'firmId' | 'recordedAt'>,
  ): Promise<number> {
    const { identifiers } = await tx.insert(InspectionRecord, {
      ...{ ...row, opinion: row.opinion.trim(), recordedBy: actor.userId },
      ...{ firmId: firmOf(actor), recordedAt: this.clock.nowAt() },
    });
    return identifiers[0].id as number;
  }

  private async insertFinding(
    tx: EntityManager,
    actor: Actor,
    { id: inspectionId, compoundId, renovationId }: Where,
    { what, place, photosBefore: _, ...sheet }: Sheet,
    photos: readonly PreparedFile[],
  ): Promise<number> {
    const last = (await tx.maximum(FindingRecord, 'number', { renovationId })) ?? 0;
    const { identifiers } = await tx.insert(FindingRecord, {
      ...{ ...sheet, what: what.trim(), place: place.trim(), number: last + 1 },
      ...{ compoundId, renovationId, inspectionId, recordedBy: actor.userId, firmId: firmOf(actor) },
      recordedAt: this.clock.nowAt(),
    });
    const findingId = identifiers[0].id as number;
    await this.findings.attach(
      tx,
      actor,
      { compoundId, findingId, stepId: null, caption: '检查发现的问题，整改以前' },
      photos,
    );
    return findingId;
  }
}

/** Was a finding told of? A place or a picture alone is one that lacks its words. */
const isFindingTold = (
  { what, place }: Pick<NewFindingForm, 'what' | 'place'>,
  photos: readonly unknown[],
): boolean => Boolean(what?.trim() || place?.trim() || photos.length);

const sheetOf = (
  { what = '', place = '', itemId, severity, dueOn }: NewFindingForm,
  foundOn: CalendarDate,
  photosBefore: number,
): Omit<Finding, 'id' | 'state'> => ({
  ...{ what, place, itemId: itemId ?? null, severity, foundOn },
  ...{ dueOn: dueOn ?? findingDueOn(severity, foundOn), photosBefore },
});

/** A finding is made on the day of its round: what is wrong with that day is said of the round alone. */
const ofItsDay = ['works.finding-future', 'works.finding-early'];

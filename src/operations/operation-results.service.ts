import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { Blocker, stopping } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { operationStepBlockers } from '../domain/removal/operation-lifecycle';
import { executionBlockers, partBlockers } from '../domain/removal/operation-outcome';
import { structureNumber } from '../domain/removal/structure-kinds';
import { Files } from '../files/files.service';
import { OnceWithFiles } from '../files/once-with-files';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { stale, updateAt } from '../platform/database/unit-of-work';
import type { RemovalDraft } from '../removals/removal-drafts';
import { RemovalSteps } from '../removals/removal-steps.service';
import { OperationFile, OperationRecord, OperationStructureRecord } from './operation.entities';
import type { OperationResultForm } from './operation.forms';
import { firmOf, OperationStanding, weatherOf } from './operation-standing';
import { Member, OperationAtPlace, OperationDesk } from './operations.desk';
import { operationsPaths } from './operations.paths';
import type { ResultFiles, ResultRow } from './result-rows';

/** What was typed of each structure, with its files by the structure. */
export interface Results {
  rows: readonly ResultRow[];
  files: ReadonlyMap<number, ResultFiles>;
}

/** What came of a removal day: every structure that went is written down with it, or nothing is. */
@Injectable()
export class OperationResults {
  constructor(
    private readonly desk: OperationDesk,
    private readonly standing: OperationStanding,
    private readonly removals: RemovalSteps,
    private readonly files: Files,
    private readonly onceWithFiles: OnceWithFiles,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Writes the results down; a reason against one structure refuses them all. Sent twice it is done once. */
  carryOut(
    actor: Actor,
    id: number,
    form: Pick<OperationResultForm, 'onceKey' | 'version' | 'cutsUtilities'>,
    results: Results,
  ): Promise<Outcome<string>> {
    return this.onceWithFiles.run(actor, form.onceKey, allFiles(results), async (tx) => {
      const found = await this.desk.find(actor, id, tx);
      const blockers = await this.blockers(tx, actor, found, results);
      if (blockers.length) return refuse(...blockers);
      const change = {
        state: 'carried-out' as const,
        closedOn: this.clock.today(),
        closedBy: actor.userId,
      };
      const { version } = form;
      if (!(await updateAt(tx, OperationRecord, { id, version }, change))) return refuse(stale);
      const refused: Blocker[] = [];
      for (const member of found.members) {
        refused.push(...(await this.write(tx, actor, { found, member, results, form })));
      }
      if (refused.length) return refuse(...refused);
      await this.audit.record(tx, {
        ...{ actor, action: 'operation.results-recorded', subject: { kind: 'operation', id } },
        ...{ compoundId: found.compound.id, to: countsOf(results) },
      });
      return done(operationsPaths.show(id));
    });
  }

  private async blockers(
    tx: EntityManager,
    actor: Actor,
    found: OperationAtPlace,
    { rows }: Results,
  ): Promise<Blocker[]> {
    const facts = await this.standing.factsOf(found, tx);
    const outcomes = rows.flatMap(({ structureId, outcome, note }) =>
      outcome ? [{ structureId, outcome, note }] : [],
    );
    const { state } = found.operation;
    const blockers = operationStepBlockers('carry-out', state, actor.role, { ...facts, outcomes });
    const own = found.members.flatMap(({ structure, row: { way } }) => {
      const row = rows.find(({ structureId }) => structureId === structure.id);
      if (row?.outcome === 'partly') return partBlockers(structure, row.area);
      return row?.outcome === 'removed' && way === 'forced' ? executionBlockers(structure, row.organ) : [];
    });
    return stopping([...blockers, ...own]);
  }

  /** Writes the result of one structure down, or says every reason against it. */
  private async write(
    tx: EntityManager,
    actor: Actor,
    given: {
      found: OperationAtPlace;
      member: Member;
      results: Results;
      form: Pick<OperationResultForm, 'cutsUtilities'>;
    },
  ): Promise<Blocker[]> {
    const { found, member, results, form } = given;
    const { structure, row: planned } = member;
    const row = results.rows.find(({ structureId }) => structureId === structure.id)!;
    const files = results.files.get(structure.id) ?? noFiles;
    const isGone = row.outcome === 'removed';
    const kept = { outcome: row.outcome, note: row.note || null };
    const removedArea = row.outcome === 'not-removed' ? null : row.area;
    await tx.update(OperationStructureRecord, { id: planned.id }, { ...kept, removedArea });
    if (!isGone) {
      await this.attachPhotos(tx, actor, found, { structureId: structure.id, photos: files.photos });
      return [];
    }
    const draft = toDraft(found, member, row, files);
    const outcome = await this.removals.removeIn(tx, actor, structure.id, {
      ...draft,
      cutsUtilities: form.cutsUtilities,
    });
    if (outcome.ok) return [];
    const where = structureNumber(structure.number);
    return stopping(outcome.blockers).map((one) => ({ ...one, text: `${where}：${one.text}` }));
  }

  private async attachPhotos(
    tx: EntityManager,
    actor: Actor,
    { operation, compound }: OperationAtPlace,
    { structureId, photos }: { structureId: number; photos: readonly PreparedFile[] },
  ): Promise<void> {
    for (const photo of photos) {
      const belonging = { compoundId: compound.id, purpose: 'removal-day' as const, actor };
      const { id: fileId } = await this.files.attach(tx, photo, { ...belonging, caption: '拆除行动现场' });
      await tx.insert(OperationFile, { operationId: operation.id, fileId, kind: 'photo', structureId });
    }
  }
}

const noFiles: ResultFiles = { photos: [], inventory: [], record: [] };

const allFiles = ({ files }: Results): PreparedFile[] =>
  [...files.values()].flatMap((ofOne) => Object.values(ofOne).flat());

/** The removal of one structure as its own room writes it down. */
function toDraft(
  { operation }: OperationAtPlace,
  { row: planned }: Member,
  row: ResultRow,
  files: ResultFiles,
): RemovalDraft {
  const { document, organ, officers } = row;
  return {
    version: null,
    removedOn: operation.happensOn,
    from: row.from || operation.fromTime,
    to: row.to || operation.toTime,
    ...{ area: row.area, belongings: row.belongings, wasteCleared: row.wasteCleared },
    ...{ weather: weatherOf(operation), firm: firmOf(operation), cutsUtilities: false },
    emergency: operation.emergency ?? '',
    reason: row.note,
    files: { after: files.photos, inventory: files.inventory, waste: [] },
    force:
      planned.way === 'forced' && organ
        ? { documentNumber: document, organ, officers, files: files.record }
        : null,
  };
}

/** '6 处已拆除，1 处部分拆除'. */
function countsOf({ rows }: Results): string {
  const names = { removed: '处已拆除', partly: '处部分拆除', 'not-removed': '处没有拆除' } as const;
  return (Object.keys(names) as (keyof typeof names)[])
    .map((outcome) => [rows.filter((row) => row.outcome === outcome).length, names[outcome]] as const)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join('，');
}

import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { EntityManager, In, LessThan } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { Organisations } from '../access/organisations.service';
import { AuditTrail } from '../audit/audit.service';
import { fileRefusals, mostFileBytes } from '../domain/exchange/file-refusals';
import { findHeader } from '../domain/exchange/header';
import { Sheet } from '../domain/exchange/sheet';
import { extensionOf, cleanFileName } from '../domain/files/file-name';
import { houseRule } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { UploadedFile } from '../platform/web/multipart';
import { emptyReport } from './import-report';
import { ImportBatch } from './import.entities';
import { importPaths } from './imports.paths';
import { Imports } from './imports.service';
import { SheetStore } from './sheet-store';
import { readWorkbook } from './workbook-reader/workbook-reader';

const keptDays = 7;
const noHeader = houseRule(
  'import.no-header',
  '前 10 行里没有找到表头。请把表头放在前 10 行，至少有「楼院名称」和另一栏（如「户数」），再上传',
);

/** Takes an uploaded list in: opened, its sheets kept, nothing compared yet. */
@Injectable()
export class ImportIntake {
  constructor(
    private readonly work: UnitOfWork,
    private readonly once: OnceKeys,
    private readonly organisations: Organisations,
    private readonly sheets: SheetStore,
    private readonly imports: Imports,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Opens the file; the value is where its import goes on. Sent twice it is one import. */
  async receive(actor: Actor, upload: UploadedFile, onceKey: string): Promise<Outcome<string>> {
    if (upload.bytes > mostFileBytes) return refuse(fileRefusals['too-large']);
    const read = await readWorkbook(await readFile(upload.temporaryPath), upload.originalName);
    if (!read.ok) return read;
    const position = read.value.findIndex((sheet) => findHeader(sheet) !== undefined);
    if (position < 0) return refuse(noHeader);
    const places = await this.organisations.pathOf(actor.organisationId);
    const idOf = (kind: string) => places.find((place) => place.kind === kind)?.id ?? null;
    let made: number | undefined;
    const outcome = await this.work.run((tx) =>
      this.once.once(tx, actor, onceKey, async () => {
        await this.giveUpOld(tx, idOf('district')!);
        const batch = {
          fileName: fileNameOf(upload.originalName),
          state: 'read' as const,
          districtId: idOf('district')!,
          streetId: idOf('street'),
          communityId: idOf('community'),
          sheetPosition: position,
          mapping: '{}',
          report: JSON.stringify(emptyReport()),
          createdBy: actor.userId,
          createdAt: this.clock.nowAt(),
        };
        const id = (await tx.insert(ImportBatch, batch)).identifiers[0].id as number;
        await this.sheets.keep(tx, id, read.value);
        const rows = String(rowsOf(read.value));
        await this.audit.record(tx, {
          actor,
          action: 'import.uploaded',
          subject: { kind: 'import', id },
          to: rows,
        });
        made = id;
        return done(importPaths.show(id));
      }),
    );
    if (outcome.ok && made !== undefined) await this.imports.mapAsRemembered(actor, made);
    return outcome;
  }

  // What nobody confirmed within a week is forgotten: a list may hold more than the register is meant to keep.
  private async giveUpOld(tx: EntityManager, districtId: number): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptDays * 86_400_000).toISOString();
    const old = await tx.find(ImportBatch, {
      where: { districtId, state: In(['read', 'compared']), createdAt: LessThan(before) },
      select: { id: true },
    });
    for (const { id } of old) {
      await this.sheets.forget(tx, id);
      await tx.update(
        ImportBatch,
        { id },
        { state: 'discarded', notice: `超过 ${keptDays} 天没有确认，已放弃` },
      );
    }
  }
}

const rowsOf = (sheets: readonly Sheet[]): number =>
  sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);

function fileNameOf(name: string): string {
  const extension = extensionOf(name);
  return cleanFileName(name, extension || 'xlsx', extension ? [extension] : ['xlsx']).slice(0, 120);
}

import { randomBytes } from 'node:crypto';
import { BadRequestException, Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { WantedKind } from '../domain/files/acceptance';
import { nameInWords } from '../domain/files/file-name';
import { FilePurpose } from '../domain/files/file-purposes';
import { likenessBands } from '../domain/files/likeness';
import { fileCountBlockers } from '../domain/files/upload-limits';
import { Blocker } from '../domain/kernel/blocker';
import { Outcome } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { CONFIG } from '../platform/config/config.module';
import { FieldError, Posted } from '../platform/web/form';
import { UploadedFile } from '../platform/web/multipart';
import { IncomingFile } from './file-examiner';
import { keep, KeptFile, openKept } from './kept-files';
import { StoredFile } from './stored-file.entity';
import { PreparedFile, Uploads } from './uploads.service';

/** Where a file belongs, what for, and who gave it. */
export interface FileBelonging {
  compoundId: number;
  purpose: FilePurpose;
  actor: Actor;
  caption?: string;
}

/** What came of the files of one form field. */
export interface ReceivedFiles {
  taken: PreparedFile[];
  /** Every reason against the others, each with the name of its file. */
  blockers: Blocker[];
  /** The same reasons beside the field, for `formState`. */
  errors: FieldError[];
  /** The taken ones for the form's second try, should it be refused for any reason. */
  kept: KeptFile[];
}

/** What other rooms do with files: take them before their unit of work, attach them inside it. */
@Injectable()
export class Files {
  constructor(
    private readonly uploads: Uploads,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    @InjectDataSource() private readonly reader: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes one upload, or says every reason against it. Called before the unit of work, never inside. */
  accept(upload: UploadedFile | IncomingFile, wants: WantedKind = 'any'): Promise<Outcome<PreparedFile>> {
    return this.uploads.accept(upload, wants);
  }

  /** Takes all files of one form field, those newly posted and those kept from a refused try (`<field>Kept`). */
  async receive(
    form: Pick<Posted<object>, 'files' | 'raw'>,
    field: string,
    wants: WantedKind,
    actor: Actor,
  ): Promise<ReceivedFiles> {
    const posted = form.files.filter((file) => file.field === field);
    const taken = await this.redeem(form.raw[`${field}Kept`], actor);
    const blockers = fileCountBlockers(posted.length + taken.length);
    if (!blockers.length) {
      const outcomes = await Promise.all(posted.map((file) => this.accept(file, wants)));
      outcomes.forEach((outcome, at) => {
        if (outcome.ok) taken.push(outcome.value);
        else blockers.push(...named(outcome.blockers, posted[at].originalName, posted.length));
      });
    }
    const now = this.clock.now();
    const kept = taken.map((file) => keep(file, actor.userId, now, this.config.sessionSecret));
    const errors = blockers.map((blocker) => ({ field, message: blocker.text }));
    return { taken, blockers, errors, kept };
  }

  /** What is wrong with a file field that must not be empty; nothing while its files already have reasons of their own. */
  missing(field: string, taken: readonly PreparedFile[], blockers: readonly Blocker[]): FieldError[] {
    return taken.length || blockers.length ? [] : [{ field, message: '请选择要上传的照片或文件' }];
  }

  /**
   * Gives a prepared file its row, inside a unit of work; the compound's public pages are renewed. A file has one place: a form
   * that puts a kept one into two fields was not made here.
   */
  async attach(tx: EntityManager, prepared: PreparedFile, belonging: FileBelonging): Promise<StoredFile> {
    const { actor, caption = '', compoundId, purpose } = belonging;
    const { storedName } = prepared;
    if (await tx.existsBy(StoredFile, { storedName })) throw new BadRequestException('A file is given twice');
    const row = tx.create(StoredFile, {
      ...prepared,
      ...(prepared.dHash !== null && likenessBands(prepared.dHash)),
      publicId: newPublicId(),
      compoundId,
      purpose,
      caption,
      publishedAt: null,
      reviewedBy: null,
      uploadedBy: actor.userId,
      createdAt: this.clock.nowAt(),
      version: 1,
    });
    await tx.insert(StoredFile, row);
    const to = `${purpose} sha256:${prepared.sha256}`;
    await this.audit.record(tx, {
      actor,
      action: 'file.attached',
      subject: { kind: 'file', id: row.id },
      compoundId,
      to,
    });
    return row;
  }

  /**
   * Forgets a prepared file that will not be attached after all. A kept file comes with every repeat of its form: where
   * another repeat was faster and attached it, it stays.
   */
  async discard(prepared: PreparedFile): Promise<void> {
    const { storedName } = prepared;
    if (!(await this.reader.manager.existsBy(StoredFile, { storedName })))
      await this.uploads.discard(prepared);
  }

  /** The files behind the seals; what was attached meanwhile, or is no longer valid, is left out. */
  private async redeem(raw: string | string[] | undefined, actor: Actor): Promise<PreparedFile[]> {
    const seals = raw === undefined ? [] : Array.isArray(raw) ? raw : [raw];
    const files: PreparedFile[] = [];
    for (const seal of seals) {
      const file = openKept(seal, actor.userId, this.clock.now(), this.config.sessionSecret);
      if (!file || files.some((other) => other.storedName === file.storedName)) continue;
      const { storedName } = file;
      if (!(await this.reader.manager.existsBy(StoredFile, { storedName }))) files.push(file);
    }
    return files;
  }
}

/** 128 random bits for a public address. */
export const newPublicId = (): string => randomBytes(16).toString('base64url');

function named(blockers: Blocker[], name: string, among: number): Blocker[] {
  return among < 2
    ? blockers
    : blockers.map((blocker) => ({ ...blocker, text: `${nameInWords(name)}：${blocker.text}` }));
}

import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { FileKind } from '../domain/files/content-kinds';
import { mayReadPurpose, readablePurposes } from '../domain/files/file-purposes';
import { publishBlockers, withdrawBlockers } from '../domain/files/publication';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { FILE_PLACES, FilePlace, FilePlaces } from './file-places';
import { newPublicId } from './files.service';
import { StoredFile } from './stored-file.entity';

/** A file with the place it belongs to. */
export interface FileAtPlace {
  file: StoredFile;
  place: FilePlace;
}

/** One page of the files of a compound. */
export interface FileList {
  files: StoredFile[];
  total: number;
}

/** What a person says when they publish a photo; `version` is that of the row they saw. */
export interface Publication {
  caption: string;
  unrecognisable: boolean;
  version: number;
}

export const filesPerPage = 24;

/** The one way to a file: whoever asks gets it only if its compound and its purpose are theirs to see. */
@Injectable()
export class FilesDesk {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    @Inject(FILE_PLACES) private readonly places: FilePlaces,
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The file with this id, if the person may see it; otherwise it is not there. */
  async find(actor: Actor, id: number): Promise<FileAtPlace> {
    const file = await this.reader.manager.findOneBy(StoredFile, { id });
    if (!file || !mayReadPurpose(actor.role, file.purpose)) throw new NotFoundException();
    return { file, place: await this.places.findById(actor, file.compoundId) };
  }

  /** The published photo with this public id, or nothing. */
  async findPublished(publicId: string): Promise<StoredFile> {
    const file = await this.reader.manager.findOneBy(StoredFile, { publicId });
    if (!file?.publishedAt) throw new NotFoundException();
    return file;
  }

  /** One page of the files of a place that this person may see, newest first. */
  async list(actor: Actor, place: FilePlace, kind: FileKind | undefined, page: number): Promise<FileList> {
    const purpose = In(readablePurposes(actor.role));
    const [files, total] = await this.reader.manager.findAndCount(StoredFile, {
      where: { compoundId: place.id, purpose, ...(kind && { kind }) },
      order: { id: 'DESC' },
      skip: (page - 1) * filesPerPage,
      take: filesPerPage,
    });
    return { files, total };
  }

  /** Shows a photo to everybody, or says every reason why not. */
  publish(actor: Actor, { file }: FileAtPlace, publication: Publication): Promise<Outcome> {
    const { caption, unrecognisable, version } = publication;
    return this.work.run(async (tx) => {
      const blockers = publishBlockers({ kind: file.kind, state: stateOf(file), caption, unrecognisable });
      if (blockers.length) return refuse(...blockers);
      const change = { caption: caption.trim(), publishedAt: this.clock.nowAt(), reviewedBy: actor.userId };
      if (!(await updateAt(tx, StoredFile, { id: file.id, version }, change))) return refuse(stale);
      await this.audit.record(tx, {
        ...this.step(actor, file, 'file.published'),
        from: 'internal',
        to: 'published',
      });
      return done(undefined);
    });
  }

  /** Takes a photo back from the public. Its address dies with it: published again, it gets another one. */
  withdraw(actor: Actor, { file }: FileAtPlace, version: number, reason: string): Promise<Outcome> {
    return this.work.run(async (tx) => {
      const blockers = withdrawBlockers(stateOf(file));
      if (blockers.length) return refuse(...blockers);
      const change = { publishedAt: null, reviewedBy: null, publicId: newPublicId() };
      if (!(await updateAt(tx, StoredFile, { id: file.id, version }, change))) return refuse(stale);
      const step = this.step(actor, file, 'file.withdrawn');
      await this.audit.record(tx, { ...step, from: 'published', to: 'internal', reason });
      return done(undefined);
    });
  }

  /** Records that a person asked for the original of a photo. */
  async recordOriginal(actor: Actor, { file }: FileAtPlace): Promise<void> {
    await this.work.run(async (tx) => {
      await this.audit.record(tx, {
        ...this.step(actor, file, 'file.original-read'),
        to: `sha256:${file.sha256}`,
      });
      return done(undefined);
    });
  }

  private step(actor: Actor, file: StoredFile, action: string) {
    return { actor, action, subject: { kind: 'file', id: file.id }, compoundId: file.compoundId };
  }
}

/** Whether a photo is shown to everybody. */
export const stateOf = (file: Pick<StoredFile, 'publishedAt'>) =>
  file.publishedAt ? 'published' : 'internal';

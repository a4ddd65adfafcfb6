import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { UserAccount } from '../access/entities';
import { AuditTrail } from '../audit/audit.service';
import { FileKind } from '../domain/files/content-kinds';
import { mayReadPurpose, readablePurposes } from '../domain/files/file-purposes';
import { publicCaption, publishBlockers, withdrawBlockers } from '../domain/files/publication';
import type { Blocker } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { FileHolds } from './file-holds';
import { FILE_PLACES, FilePlace, FilePlaces, PlaceFrame } from './file-places';
import { FileSights } from './file-sights';
import { newPublicId } from './files.service';
import { StoredFile } from './stored-file.entity';

/** A file with the place it belongs to. */
export interface FileAtPlace {
  file: StoredFile;
  place: FilePlace;
}

/** One page of the files of a compound, with the names of those who uploaded them, by user id. */
export interface FileList {
  files: StoredFile[];
  total: number;
  people: ReadonlyMap<number, string>;
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
    private readonly sights: FileSights,
    private readonly holds: FileHolds,
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The file with this id, if the person may see it; otherwise it is not there. */
  async find(actor: Actor, id: number): Promise<FileAtPlace> {
    const file = await this.seen(actor).andWhere('file.id = :id', { id }).getOne();
    if (!file || !mayReadPurpose(actor.role, file.purpose)) throw new NotFoundException();
    return { file, place: await this.places.findById(actor, file.compoundId) };
  }

  /** The same, for what is only asked of photos. */
  async findPhoto(actor: Actor, id: number): Promise<FileAtPlace> {
    const found = await this.find(actor, id);
    if (found.file.kind !== 'photo') throw new NotFoundException();
    return found;
  }

  /** The place with this code, if the person may see it; otherwise it is not there. */
  placeOf(actor: Actor, code: string): Promise<FilePlace> {
    return this.places.find(actor, code);
  }

  /** Crumbs and head for the documents page of a place, or for a page below it. */
  frame(actor: Actor, place: FilePlace, last?: string): Promise<PlaceFrame> {
    return this.places.frame(actor, place, last);
  }

  /** The published photo with this public id, or nothing. */
  async findPublished(publicId: string): Promise<StoredFile> {
    const file = await this.reader.manager.findOneBy(StoredFile, { publicId });
    if (!file?.publishedAt) throw new NotFoundException();
    return file;
  }

  /** One page of the files of a place that this person may see, newest first. */
  async list(actor: Actor, place: FilePlace, kind: FileKind | undefined, page: number): Promise<FileList> {
    const query = this.seen(actor)
      .andWhere({ compoundId: place.id, purpose: In(readablePurposes(actor.role)), ...(kind && { kind }) })
      .orderBy('file.id', 'DESC')
      .skip((page - 1) * filesPerPage)
      .take(filesPerPage);
    const [files, total] = await query.getManyAndCount();
    return { files, total, people: await this.namesOf(files) };
  }

  /** Files as far as the rooms they belong to show them to this person. */
  private seen(actor: Actor) {
    const query = this.reader.manager.createQueryBuilder(StoredFile, 'file').where('1 = 1');
    return this.sights.narrow(query, actor);
  }

  /** What its room says against showing this photo to everybody now. */
  heldBy(file: StoredFile, from: EntityManager = this.reader.manager): Promise<Blocker[]> {
    return this.holds.of(file, from);
  }

  /** Shows a photo to everybody, or says every reason why not. */
  publish(actor: Actor, { file }: FileAtPlace, publication: Publication): Promise<Outcome> {
    const { unrecognisable, version } = publication;
    return this.work.run(async (tx) => {
      const { kind, purpose } = file;
      const caption = publicCaption(file, publication.caption);
      const blockers = [
        ...(await this.heldBy(file, tx)),
        ...publishBlockers({ kind, purpose, state: stateOf(file), caption, unrecognisable }),
      ];
      if (blockers.length) return refuse(...blockers);
      const change = { caption, publishedAt: this.clock.nowAt(), reviewedBy: actor.userId };
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

  private async namesOf(files: readonly StoredFile[]): Promise<Map<number, string>> {
    const id = In(files.map((file) => file.uploadedBy));
    const people = await this.reader.manager.find(UserAccount, {
      select: { id: true, name: true },
      where: { id },
    });
    return new Map(people.map((person) => [person.id, person.name]));
  }

  private step(actor: Actor, file: StoredFile, action: string) {
    return { actor, action, subject: { kind: 'file', id: file.id }, compoundId: file.compoundId };
  }
}

/** Whether a photo is shown to everybody. */
export const stateOf = (file: Pick<StoredFile, 'publishedAt'>) =>
  file.publishedAt ? 'published' : 'internal';

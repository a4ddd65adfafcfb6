import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { KnownPicture, PhotoFlag, photoFlags, tellsLikeness } from '../domain/construction/photo-flags';
import { filePurposes } from '../domain/files/file-purposes';
import { likenessBandNames, likenessBands, nearParts, perhapsSamePhoto } from '../domain/files/likeness';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { groupBy } from '../domain/kernel/group';
import { cut } from '../domain/kernel/text';
import { StoredFile } from '../files/stored-file.entity';
import { Clock, dayOf } from '../platform/clock/clock';
import { rawColumns } from '../platform/database/raw-columns';
import { PhotoClaim, PhotoHintRecord } from './site-photo.entities';

/** What a photo was given for. */
export interface PhotoClaimed {
  fileId: number;
  /** The day it claims to show. */
  claimedOn: CalendarDate;
  /** One post, one finding, one photo point, as 'post:12': pictures of one moment resemble each other. */
  source: string;
  /** Where it is used, as a person reads it: '丰乐路106号院 6月7日日报'. */
  place: string;
}

/** Photos that were used before, anywhere in the portfolio, or taken on another day than they claim. They never refuse. */
@Injectable()
export class PhotoHints {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Looks at a photo inside the unit of work that uses it, and keeps what a person should look at; asked again it says the same. */
  async note(tx: EntityManager, claimed: PhotoClaimed): Promise<PhotoFlag[]> {
    const { fileId } = claimed;
    const file = await tx.findOneByOrFail(StoredFile, { id: fileId });
    if (await tx.existsBy(PhotoClaim, { fileId })) return this.kept(tx, fileId);
    await tx.insert(PhotoClaim, { ...claimed, place: cut(claimed.place, 120) });
    const flags = photoFlags(toPicture(file, claimed), await this.usedBefore(tx, file));
    for (const { kind, text, of } of flags) {
      await tx.insert(PhotoHintRecord, {
        ...{ compoundId: file.compoundId, fileId, kind, text: cut(text, 300), ofFileId: of },
        notedAt: this.clock.nowAt(),
      });
    }
    return flags;
  }

  /** The hints about these photos, by photo; those answered are among them. */
  async of(
    fileIds: readonly number[],
    from: EntityManager = this.reader.manager,
  ): Promise<Map<number, PhotoHintRecord[]>> {
    if (!fileIds.length) return new Map();
    const rows = await from.find(PhotoHintRecord, {
      where: { fileId: In([...fileIds]) },
      order: { id: 'ASC' },
    });
    return groupBy(rows, ({ fileId }) => fileId);
  }

  private async kept(tx: EntityManager, fileId: number): Promise<PhotoFlag[]> {
    const rows = (await this.of([fileId], tx)).get(fileId) ?? [];
    return rows.map(({ kind, text, ofFileId }) => ({ kind, text, of: ofFileId }));
  }

  /** Those that may be the same picture, the oldest first. What came for a post that never arrived was not used. */
  private async usedBefore(tx: EntityManager, file: StoredFile): Promise<KnownPicture[]> {
    const ids = await this.candidates(tx, file);
    if (!ids.length) return [];
    const files = await tx.find(StoredFile, { where: { id: In(ids) }, order: { id: 'ASC' } });
    const claims = new Map(
      (await tx.findBy(PhotoClaim, { fileId: In(ids) })).map((one) => [one.fileId, one]),
    );
    const compounds = await tx.find(Compound, {
      select: { id: true, name: true },
      where: { id: In(files.map(({ compoundId }) => compoundId)) },
    });
    const names = new Map(compounds.map(({ id, name }) => [id, name]));
    return files.flatMap((other) => {
      const claimed = claims.get(other.id);
      if (claimed) return [toPicture(other, claimed)];
      if (other.purpose === 'post') return [];
      const place = `${names.get(other.compoundId) ?? ''} ${filePurposes[other.purpose].name}`;
      return [toPicture(other, { source: `file:${other.id}`, claimedOn: dayOf(other.createdAt), place })];
    });
  }

  // The same bytes, and by the index of the parts what is near; a hash that tells nothing is near to nothing.
  private async candidates(tx: EntityManager, { id, sha256, dHash }: StoredFile): Promise<number[]> {
    const find = (where: string, values: Record<string, unknown>) =>
      tx
        .createQueryBuilder(StoredFile, 'file')
        .select(rawColumns('file', ['id', 'dHash']))
        .where(where, values)
        .getRawMany<{ id: number; dHash: string | null }>();
    const found = (await find('file.sha256 = :sha256', { sha256 })).map((other) => other.id);
    if (dHash !== null && tellsLikeness(dHash)) {
      const bands = likenessBands(dHash);
      for (const name of likenessBandNames) {
        const sharing = await find(`file.${name} IN (:...parts)`, { parts: nearParts(bands[name]) });
        const near = sharing.filter((other) => other.dHash !== null && perhapsSamePhoto(dHash, other.dHash));
        found.push(...near.map((other) => other.id));
      }
    }
    return [...new Set(found)].filter((other) => other < id).slice(0, mostLike);
  }
}

/** One is enough to point to; more are read because some of them do not count. */
const mostLike = 200;

const toPicture = (
  { id, sha256, dHash, takenAt }: StoredFile,
  { source, claimedOn, place }: Omit<PhotoClaimed, 'fileId'>,
): KnownPicture => ({
  ...{ id, source, sha256, likeness: dHash, claimedOn, place },
  takenOn: takenAt === null ? null : dayOf(takenAt),
});

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, In, IsNull, MoreThanOrEqual } from 'typeorm';
import { postPhotoCaption } from '../domain/construction/post-photos';
import { earlyPhotoBlockers, sitePostsSince } from '../domain/construction/post-rules';
import { Blocker, stopping } from '../domain/kernel/blocker';
import { dayInWords } from '../domain/kernel/calendar-date';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Files } from '../files/files.service';
import type { PreparedFile } from '../files/uploads.service';
import { Clock, morningOf } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { PhotoHints } from '../site-photos/photo-hints';
import { PointPhotos } from '../site-photos/point-photos';
import { ContractAtPlace, toContract } from '../works/works.desk';
import { FieldDesk, OnSitePerson, posterOf } from './field.desk';
import type { FieldPhotoForm } from './field.forms';
import { PostPhoto, PostRecord } from './post.entities';
import type { PostDraft } from './posting-draft';
import { takenAtOf } from './taken-at';

/** The photos of a post that is written down: rows that wait for it, and files that come with it. */
export interface PhotosOfPost {
  /** Those sent before, and those of the post it corrects that stay. */
  rows: PostPhoto[];
  files: readonly PreparedFile[];
  pointId: number | null;
}

/** Photos from the site: kept before their post comes, put to it when it does, and looked at for those used before. */
@Injectable()
export class PostingPhotos {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly work: UnitOfWork,
    private readonly desk: FieldDesk,
    private readonly files: Files,
    private readonly hints: PhotoHints,
    private readonly points: PointPhotos,
    private readonly clock: Clock,
  ) {}

  /** Is this photo of the contract kept already? Asked before its file is looked at. */
  async known(person: OnSitePerson, { contractId, uuid }: FieldPhotoForm): Promise<boolean> {
    const { contract } = await this.desk.contract(person, contractId);
    return this.reader.manager.existsBy(PostPhoto, { uuid: uuid.toLowerCase(), contractId: contract.id });
  }

  /** Keeps one photo. Sent again it is there once, and its second copy is forgotten. */
  async keep(
    person: OnSitePerson,
    form: FieldPhotoForm,
    prepared: PreparedFile,
  ): Promise<Outcome<'kept' | 'repeat'>> {
    const file = { ...prepared, takenAt: prepared.takenAt ?? takenAtOf(form.takenAt) };
    const outcome = await this.work.run<'kept' | 'repeat'>(async (tx) => {
      const place = await this.desk.contract(person, form.contractId, tx);
      const uuid = form.uuid.toLowerCase();
      const { contract } = place;
      const known = await tx.findOneBy(PostPhoto, { uuid });
      if (known?.contractId === contract.id) return done('repeat');
      const waiting = await this.waiting(tx, contract.id);
      const judged = { uuid: known ? '' : uuid, waiting };
      const { renovation } = place;
      const blockers = earlyPhotoBlockers(judged, {
        ...{ renovation: renovation.state, contract: toContract(contract), poster: posterOf(person) },
      });
      if (stopping(blockers).length) return refuse(...blockers);
      await this.attach(tx, person, place, file, {
        ...{ uuid, pointId: form.pointId ?? null },
      });
      return done('kept');
    });
    if (!outcome.ok || outcome.value === 'repeat') await this.files.discard(prepared);
    return outcome;
  }

  /** How many photos of a contract wait for a post that may still come? */
  private waiting(tx: EntityManager, contractId: number): Promise<number> {
    const since = morningOf(sitePostsSince(this.clock.today()));
    return tx.countBy(PostPhoto, { contractId, postId: IsNull(), sentAt: MoreThanOrEqual(since) });
  }

  /** The photos that were sent before their post, in its order, and the numbers of those that did not come. */
  async before(
    tx: EntityManager,
    { contractId, sent }: PostDraft,
  ): Promise<{ rows: PostPhoto[]; missing: string[] }> {
    const rows = sent.length ? await tx.findBy(PostPhoto, { uuid: In(sent), contractId }) : [];
    rows.sort((one, other) => sent.indexOf(one.uuid) - sent.indexOf(other.uuid));
    return { rows, missing: sent.filter((uuid) => !rows.some((row) => row.uuid === uuid)) };
  }

  /** The photos of the post that is corrected which stay; all of them where it was not looked at. */
  async staying(tx: EntityManager, postId: number, keep: readonly number[] | 'all'): Promise<PostPhoto[]> {
    const rows = await tx.find(PostPhoto, { where: { postId }, order: { position: 'ASC', id: 'ASC' } });
    return keep === 'all' ? rows : rows.filter(({ id }) => keep.includes(id));
  }

  /** Puts photos to a post that was just written down; what is said about points that take none any more. */
  async give(
    tx: EntityManager,
    person: OnSitePerson,
    place: ContractAtPlace,
    post: PostRecord,
    { rows, files, pointId }: PhotosOfPost,
  ): Promise<Blocker[]> {
    const own = rows.filter(({ fileId }, at) => rows.findIndex((one) => one.fileId === fileId) === at);
    for (const file of files) {
      own.push(await this.attach(tx, person, place, file, { uuid: randomUUID(), pointId }));
    }
    const said: Blocker[] = [];
    for (const [position, photo] of own.entries()) {
      if (photo.postId === null) await tx.update(PostPhoto, { id: photo.id }, { postId: post.id, position });
      else await tx.insert(PostPhoto, copyOf(photo, post.id, position));
      const where = `${place.compound.name} ${dayInWords(post.workedOn)}日报`;
      await this.hints.note(tx, {
        ...{ fileId: photo.fileId, claimedOn: post.workedOn, source: `post:${post.id}`, place: where },
      });
      said.push(...(await this.showAtPoint(tx, person, post, photo)));
    }
    return said;
  }

  /** A point that was retired meanwhile takes no photo; that is said, and the post keeps it. */
  private async showAtPoint(
    tx: EntityManager,
    { actor }: OnSitePerson,
    { renovationId, workedOn }: PostRecord,
    { pointId, fileId }: PostPhoto,
  ): Promise<Blocker[]> {
    if (pointId === null) return [];
    const usable = await this.points.check(renovationId, pointId, tx);
    if (!usable.ok) return usable.blockers;
    await this.points.attach(tx, actor, { pointId, fileId, shownOn: workedOn });
    return [];
  }

  private async attach(
    tx: EntityManager,
    { actor }: OnSitePerson,
    { contract, compound }: ContractAtPlace,
    file: PreparedFile,
    { uuid, pointId }: Pick<PostPhoto, 'uuid' | 'pointId'>,
  ): Promise<PostPhoto> {
    const caption = postPhotoCaption(null, this.clock.today());
    const belonging = { compoundId: compound.id, purpose: 'post' as const, actor, caption };
    const { id: fileId } = await this.files.attach(tx, file, belonging);
    const row = tx.create(PostPhoto, {
      ...{ uuid, contractId: contract.id, postId: null, fileId, position: 0, pointId },
      ...{ sentBy: actor.userId, sentAt: this.clock.nowAt() },
    });
    await tx.insert(PostPhoto, row);
    return row;
  }
}

/** The same photo at another post: what it was sent for keeps it. */
const copyOf = (
  { contractId, fileId, pointId, sentBy, sentAt }: PostPhoto,
  postId: number,
  position: number,
): Omit<PostPhoto, 'id'> => ({
  ...{ uuid: randomUUID(), contractId, postId, fileId, position, pointId, sentBy, sentAt },
});

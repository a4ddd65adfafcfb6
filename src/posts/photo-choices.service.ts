import { Injectable } from '@nestjs/common';
import { EntityManager, In, IsNull, Not } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { photoChoiceBlockers, postPhotoCaption } from '../domain/construction/post-photos';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import type { Actor } from '../domain/people/actor';
import { FilesDesk } from '../files/files.desk';
import { StoredFile } from '../files/stored-file.entity';
import { Clock } from '../platform/clock/clock';
import { stale, UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { PhotoPointRecord } from '../site-photos/site-photo.entities';
import type { ContractRecord } from '../works/work.entities';
import { PhotoChoiceForm } from './confirming.forms';
import { KeptPosts } from './kept-posts';
import { PostPhoto, PostRecord } from './post.entities';
import { PostAtPlace, PostDesk } from './posts.desk';
import { postsPaths } from './posts.paths';

/** Which photos of a post everybody may see: chosen with its confirmation, or afterwards where the supervisor confirmed. */
@Injectable()
export class PhotoChoices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PostDesk,
    private readonly kept: KeptPosts,
    private readonly files: FilesDesk,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Chooses the photos of a post that was confirmed before. */
  choose(actor: Actor, id: number, form: PhotoChoiceForm): Promise<Outcome<string>> {
    return this.work.run(async (tx) => {
      const place = await this.desk.find(actor, id, tx);
      const shown = await this.show(tx, actor, place, form);
      if (!shown.ok) return shown;
      if (!(await updateAt(tx, PostRecord, { id, version: form.version }, this.mark(actor)))) {
        return refuse(stale);
      }
      await this.audit.record(tx, {
        ...{ actor, action: 'post.photos-chosen', subject: { kind: 'post', id } },
        ...{ compoundId: place.compound.id, to: String(form.shown.length) },
      });
      return done(postsPaths.show(id));
    });
  }

  /** The columns that say that somebody has chosen. */
  mark(actor: Actor): Pick<PostRecord, 'photosChosenBy' | 'photosChosenAt'> {
    return { photosChosenBy: actor.userId, photosChosenAt: this.clock.nowAt() };
  }

  /** Publishes the chosen photos of a post in its state to come, or says every reason against it. */
  async show(
    tx: EntityManager,
    actor: Actor,
    { post, contract, compound }: PostAtPlace,
    { shown, unrecognisable }: Pick<PhotoChoiceForm, 'shown' | 'unrecognisable'>,
    state = post.state,
  ): Promise<Outcome> {
    const photos = await this.kept.photos([post.id], tx);
    const blockers = photoChoiceBlockers({
      ...{ role: actor.role, state, isChosen: post.row.photosChosenBy !== null, unrecognisable },
      ...{ photos: photos.map(({ fileId }) => fileId), chosen: shown },
    });
    if (blockers.length) return refuse(...blockers);
    const chosen = photos.filter(({ fileId }) => shown.includes(fileId));
    const files = await tx.findBy(StoredFile, { id: In(chosen.map(({ fileId }) => fileId)) });
    const words = await shownWords(chosen, contract, tx);
    for (const file of files.filter(({ publishedAt }) => publishedAt === null)) {
      const caption = postPhotoCaption(words.get(file.id) ?? null, post.workedOn);
      const published = await this.files.publish(
        actor,
        { file: { ...file, caption }, place: compound },
        { caption, unrecognisable, version: file.version },
      );
      if (!published.ok) return published;
    }
    return done(undefined);
  }

  /** Takes back what everybody saw of posts that were just replaced, where no confirmed one carries it any more. */
  async takeBack(
    tx: EntityManager,
    actor: Actor,
    { compound }: PostAtPlace,
    replacedIds: readonly number[],
  ): Promise<Outcome> {
    const photos = await this.kept.photos(replacedIds, tx);
    const id = In(photos.map(({ fileId }) => fileId));
    for (const file of await tx.findBy(StoredFile, { id, publishedAt: Not(IsNull()) })) {
      if (!(await this.files.heldBy(file, tx)).length) continue;
      const back = await this.files.withdraw(actor, { file, place: compound }, file.version, dropped);
      if (!back.ok) return back;
    }
    return done(undefined);
  }
}

const dropped = '更正后的日报不再有这张照片';

/**
 * What each of these photos shows, by its file: the name of its photo point. A phone may say any number: a point of other
 * works names nothing here.
 */
async function shownWords(
  photos: readonly PostPhoto[],
  { renovationId }: Pick<ContractRecord, 'renovationId'>,
  from: EntityManager,
): Promise<Map<number, string>> {
  const id = In(photos.map(({ pointId }) => pointId).filter((one) => one !== null));
  const points = await from.findBy(PhotoPointRecord, { id, renovationId });
  return new Map(
    photos.flatMap(({ fileId, pointId }): [number, string][] => {
      const point = points.find((one) => one.id === pointId);
      return point ? [[fileId, point.name]] : [];
    }),
  );
}

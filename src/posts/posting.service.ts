import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { AuditTrail } from '../audit/audit.service';
import { byOffice } from '../domain/construction/blocked';
import { DailyPost, KeptPost } from '../domain/construction/daily-post';
import {
  carriedOver,
  correctionBlockers,
  correctionWarnings,
  PostArrival,
  postArrival,
  stateOfCorrected,
} from '../domain/construction/post-arrival';
import { sameBlockers } from '../domain/construction/post-prefill';
import { postBlockers, postWarnings } from '../domain/construction/post-rules';
import { Blocker, stopping } from '../domain/kernel/blocker';
import { done, Outcome, refuse } from '../domain/kernel/outcome';
import { Files } from '../files/files.service';
import type { PreparedFile } from '../files/uploads.service';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, updateAt } from '../platform/database/unit-of-work';
import { ContractAtPlace, firmOf } from '../works/works.desk';
import { FieldDesk, OnSitePerson } from './field.desk';
import type { FieldPostForm } from './field.forms';
import { PostRecord, PostValueRecord } from './post.entities';
import { fingerprintOf, PostDraft, toDraft, toPost, withValuesOf } from './posting-draft';
import { PostingGround, PostingJudging } from './posting-judging';
import { PostingPhotos } from './posting-photos';

/** What came of a post: kept now or before, and what is said along with it. */
export interface SentPost {
  state: 'sent' | 'repeat';
  id: number;
  warnings: Blocker[];
}

/** Refusals that tell the phone what to do: photos to be sent again, the kept post an altered one repeats. */
export interface PostRefusal {
  missing: string[];
  of: number | null;
}

/** Takes daily posts: the same one again makes no second record, another one of the day corrects the earlier. */
@Injectable()
export class Posting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: FieldDesk,
    private readonly judging: PostingJudging,
    private readonly photos: PostingPhotos,
    private readonly files: Files,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Takes a post with the photos that came with it, or says every reason against it. Photos of a repeat are forgotten. */
  async send(
    person: OnSitePerson,
    form: FieldPostForm,
    files: readonly PreparedFile[] = [],
  ): Promise<{ outcome: Outcome<SentPost>; refusal: PostRefusal }> {
    const refusal: PostRefusal = { missing: [], of: null };
    const outcome = await this.work.run<SentPost>(async (tx) => {
      const place = await this.desk.contract(person, form.contractId, tx);
      const ground = await this.judging.ground(person, place, form.workedOn, tx);
      const draft = toDraft(form, ground.items);
      const arrival = await this.arrivalOf(tx, draft, ground);
      if (arrival.arrival === 'repeat') return done({ state: 'repeat', id: arrival.of, warnings: [] });
      if (arrival.arrival === 'altered') {
        if (ground.posts.some(({ id, contractId }) => id === arrival.of && contractId === draft.contractId)) {
          refusal.of = arrival.of;
        }
        return refuse(...arrival.blockers);
      }
      return this.take(tx, { person, place, ground, draft, arrival, files, refusal });
    });
    if (outcome.ok && outcome.value.state === 'repeat') {
      await Promise.all(files.map((file) => this.files.discard(file)));
    }
    return { outcome, refusal };
  }

  /** Also a number that another contract's post carries is known. */
  private async arrivalOf(
    tx: EntityManager,
    draft: PostDraft,
    { posts }: PostingGround,
  ): Promise<PostArrival> {
    const known = await tx.findOneBy(PostRecord, { uuid: draft.uuid });
    const kept = known && !posts.some(({ id }) => id === known.id) ? [...posts, known] : posts;
    const fingerprint = fingerprintOf(draft);
    return postArrival(draft, kept, (id) => known?.id === id && known.fingerprint === fingerprint);
  }

  private async take(tx: EntityManager, arrived: Arrived): Promise<Outcome<SentPost>> {
    const { person, place, ground, draft, arrival, files, refusal } = arrived;
    const earlier = arrival.arrival === 'correction' ? (ground.earlier ?? null) : null;
    const isOpenedOnIt = earlier !== null && draft.corrects === earlier.id;
    const { rows, missing } = await this.photos.before(tx, draft);
    const staying = earlier
      ? await this.photos.staying(tx, earlier.id, isOpenedOnIt ? draft.keep : 'all')
      : [];
    const own = draft.sent.length + files.length + (isOpenedOnIt ? staying.length : 0);
    const told = toPost(draft, own, ground);
    if (!told) return refuse(nothingBefore);
    const post = isOpenedOnIt ? withValuesOf(told, earlier) : told;
    const wasConfirmed = arrival.arrival === 'correction' && arrival.wasConfirmed;
    const blockers = stopping([
      ...(draft.kind === 'same' ? sameBlockers(draft.values) : []),
      ...postBlockers(post, ground.place),
      ...correctionBlockers(wasConfirmed, draft.correctionReason),
    ]);
    if (blockers.length) return refuse(...blockers);
    if (missing.length) {
      refusal.missing = missing;
      return refuse(photosMissing);
    }
    const isUnaware = earlier !== null && !isOpenedOnIt;
    const whole = isUnaware ? carriedOver(post, earlier) : post;
    const row = await this.insert(tx, arrived, whole, earlier);
    const photos = { rows: [...staying, ...rows], files, pointId: draft.pointId };
    const said = await this.photos.give(tx, person, place, row, photos);
    await this.replaceEarlier(tx, row, ground);
    await this.audit.record(tx, {
      ...{ actor: person.actor, action: earlier ? 'post.corrected' : 'post.sent' },
      ...{ subject: { kind: 'post', id: row.id }, compoundId: place.compound.id, to: row.workedOn },
    });
    const unasked = isUnaware ? correctionWarnings(earlier) : [];
    const warnings = [...postWarnings(whole, ground.place), ...unasked, ...said];
    return done({ state: 'sent', id: row.id, warnings });
  }

  private async insert(
    tx: EntityManager,
    { person: { actor, onSite }, place, draft }: Arrived,
    post: DailyPost,
    earlier: KeptPost | null,
  ): Promise<PostRecord> {
    const { contract } = place;
    const { uuid, workedOn, kind, workers, weather, holdups, effects, sentence } = post;
    const row = tx.create(PostRecord, {
      ...{ uuid, workedOn, kind, workers, weather, sentence },
      ...{ holdups: [...holdups], effects: [...effects] },
      ...{ compoundId: contract.compoundId, renovationId: contract.renovationId, contractId: contract.id },
      ...{ state: 'sent', correctsId: earlier?.id ?? null, correctionReason: draft.correctionReason },
      ...{ fingerprint: fingerprintOf(draft), isLate: workedOn < this.clock.today() },
      ...{ postedBy: actor.userId, postedFirmId: firmOf(actor) },
      ...{ invitationId: onSite?.invitationId ?? null, sentAt: this.clock.nowAt() },
      ...{ decidedBy: null, decidedAt: null, returnReason: null, version: 1 },
    });
    await tx.insert(PostRecord, row);
    for (const { itemId, value, reason } of post.values) {
      await tx.insert(PostValueRecord, { postId: row.id, itemId, value, reason });
    }
    return row;
  }

  /** What was told of the day before; what was confirmed stands until this one is. */
  private async replaceEarlier(tx: EntityManager, row: PostRecord, { posts }: PostingGround): Promise<void> {
    const earlier = posts.filter(
      ({ contractId, workedOn }) => contractId === row.contractId && workedOn === row.workedOn,
    );
    const rows = earlier.length ? await tx.findBy(PostRecord, { id: In(earlier.map(({ id }) => id)) }) : [];
    for (const { id, version, state } of rows) {
      const to = stateOfCorrected(state, 'sent') as PostRecord['state'];
      if (to !== state) await updateAt(tx, PostRecord, { id, version }, { state: to });
    }
  }
}

interface Arrived {
  person: OnSitePerson;
  place: ContractAtPlace;
  ground: PostingGround;
  draft: PostDraft;
  arrival: Extract<PostArrival, { arrival: 'new' | 'correction' }>;
  files: readonly PreparedFile[];
  refusal: PostRefusal;
}

const nothingBefore = byOffice('post-nothing-before', '还没有前一个施工日的日报，请填写后再提交');
const photosMissing = byOffice('post-photos-missing', '有照片还没有传上来，会自动再传，请稍候');

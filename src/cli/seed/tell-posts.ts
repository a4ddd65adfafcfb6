import { randomUUID } from 'node:crypto';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { newestOf } from '../../domain/construction/post-arrival';
import { done, Outcome } from '../../domain/kernel/outcome';
import { Confirming } from '../../posts/confirming.service';
import { ConfirmationForm, PhotoChoiceForm, ReturnForm } from '../../posts/confirming.forms';
import { FieldPhotoForm, FieldPostForm } from '../../posts/field.forms';
import { KeptPosts, PostWithRow } from '../../posts/kept-posts';
import { PhotoChoices } from '../../posts/photo-choices.service';
import { PostRecord } from '../../posts/post.entities';
import { Posting } from '../../posts/posting.service';
import { PostingPhotos } from '../../posts/posting-photos';
import { PhotoPointDesk } from '../../site-photos/photo-points.desk';
import type { PostTold } from './demo-works';
import { filled, granted } from './granted';
import { dayIn } from './story-clock';
import { contractOf, workItemOf } from './tell-works';
import { Moment, photoIn, StepOf } from './telling';

/** Sends the post of a day as the foreman's phone would, and where it is told confirms it with the same breath. */
export async function tellPost(moment: Moment, step: StepOf<'post'>): Promise<Outcome<unknown>> {
  const { app, actor, cast, today, day } = moment;
  const contract = await contractOf(moment, step.firm);
  const workedOn = step.on === undefined ? day : dayIn(step.on, today);
  const sent = step.picture ? [await sendPhoto(moment, step, contract.id)] : [];
  const earlier = await postOf(moment, step);
  const form = await filled(FieldPostForm, {
    ...{ uuid: randomUUID(), contractId: String(contract.id), workedOn, kind: step.kind ?? 'work', sent },
    ...(await cellsOf(moment, 'value', step.values)),
    ...(await cellsOf(moment, 'reason', step.reasons)),
    ...{ workers: step.workers?.toString(), weather: step.weather, sentence: step.sentence },
    ...{ holdups: step.holdups ?? [], effects: step.effects ?? [] },
    ...(earlier && { corrects: String(earlier.id), correctionReason: step.correctionReason }),
  });
  const { outcome } = await app.get(Posting).send({ actor }, form);
  const { id } = granted(outcome, `${moment.compound.code} ${workedOn}`);
  if (step.confirmedBy) {
    const by = { ...moment, actor: cast.actor(step.confirmedBy) };
    await decide(by, id, step.shownBy === step.confirmedBy);
    return shown(moment, step, id);
  }
  return done(undefined);
}

/** Confirms the post of a day, or sends it back; `show` lets everybody see its photos. */
export async function decidePost(
  moment: Moment,
  step: StepOf<'post-decision'>,
): Promise<Outcome<unknown>> {
  const post = await postOf(moment, step);
  if (!post) throw new Error(`${moment.compound.code}: ${step.firm} told nothing of that day`);
  if (step.returnedFor === undefined) return decide(moment, post.id, step.show ?? false);
  const form = await filled(ReturnForm, {
    ...{ reasons: [], words: step.returnedFor, version: String(post.row.version) },
  });
  return moment.app.get(Confirming).sendBack(moment.actor, post.id, form);
}

async function sendPhoto(moment: Moment, step: PostTold, contractId: number): Promise<string> {
  const { app, actor } = moment;
  const uuid = randomUUID();
  const { renovationId } = await contractOf(moment, step.firm);
  const points = step.point ? await app.get(PhotoPointDesk).ofRenovation(renovationId) : [];
  const item = step.shows ? await workItemOf(moment, step.shows) : undefined;
  const form = await filled(FieldPhotoForm, {
    ...{ uuid, contractId: String(contractId), itemId: item && String(item.id) },
    pointId: points.find(({ name }) => name === step.point)?.id.toString(),
  });
  granted(await app.get(PostingPhotos).keep({ actor }, form, await photoIn(moment)), uuid);
  return uuid;
}

async function decide(moment: Moment, id: number, show: boolean): Promise<Outcome<unknown>> {
  const { app, actor } = moment;
  const form = await filled(ConfirmationForm, await choiceOf(moment, id, show));
  return done(granted(await app.get(Confirming).confirm(actor, id, form), `post ${id}`));
}

/** Where the supervisor confirmed, the manager chooses the photos afterwards. */
async function shown(moment: Moment, step: PostTold, id: number): Promise<Outcome<unknown>> {
  if (!step.shownBy || step.shownBy === step.confirmedBy) return done(undefined);
  const by = { ...moment, actor: moment.cast.actor(step.shownBy) };
  const form = await filled(PhotoChoiceForm, await choiceOf(by, id, true));
  return moment.app.get(PhotoChoices).choose(by.actor, id, form);
}

async function choiceOf({ app }: Moment, id: number, show: boolean): Promise<Record<string, unknown>> {
  const photos = show ? await app.get(KeptPosts).photos([id]) : [];
  const { version } = await app.get<DataSource>(getDataSourceToken()).manager.findOneByOrFail(PostRecord, { id });
  const shown = photos.map(({ fileId }) => String(fileId));
  return { shown, unrecognisable: show ? 'yes' : undefined, version: String(version) };
}

async function postOf(
  moment: Moment,
  { firm, on }: { firm: string; on?: PostTold['on'] },
): Promise<PostWithRow | undefined> {
  const { id: contractId, renovationId } = await contractOf(moment, firm);
  const workedOn = on === undefined ? moment.day : dayIn(on, moment.today);
  return newestOf(await moment.app.get(KeptPosts).ofRenovation(renovationId), { contractId, workedOn });
}

async function cellsOf(
  moment: Moment,
  column: string,
  typed: Record<string, string> = {},
): Promise<Record<string, string[]>> {
  const cells = Object.entries(typed).map(
    async ([name, text]) => `${(await workItemOf(moment, name)).id}:${text}`,
  );
  return { [column]: await Promise.all(cells) };
}

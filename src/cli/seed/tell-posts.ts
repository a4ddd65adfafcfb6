import { randomUUID } from 'node:crypto';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { newestOf } from '../../domain/construction/post-arrival';
import { done, Outcome } from '../../domain/kernel/outcome';
import { InvitationForm } from '../../invitations/invitation.forms';
import { Invitations } from '../../invitations/invitations.service';
import { ConfirmationForm, PhotoChoiceForm, ReturnForm } from '../../posts/confirming.forms';
import { Confirming } from '../../posts/confirming.service';
import { FieldPhotoForm, FieldPostForm } from '../../posts/field.forms';
import { KeptPosts } from '../../posts/kept-posts';
import { PhotoChoices } from '../../posts/photo-choices.service';
import { PostRecord } from '../../posts/post.entities';
import { PostingPhotos } from '../../posts/posting-photos';
import { Posting } from '../../posts/posting.service';
import { PhotoPointDesk } from '../../site-photos/photo-points.desk';
import type { ContractRecord } from '../../works/work.entities';
import type { PostTold } from './demo-works';
import { photoOf } from './drawings';
import { filled, granted } from './granted';
import { dayIn } from './story-clock';
import { contractOf, workItemOf } from './tell-works';
import { Moment, newKey, StepOf, takeIn } from './telling';

/** Invites a foreman to the contract of a firm; the link is shown to nobody. */
export async function inviteForeman(moment: Moment, step: StepOf<'invite'>): Promise<Outcome<unknown>> {
  const { id } = await contractOf(moment, step.firm);
  const form = await filled(InvitationForm, { label: step.label ?? '现场负责人', onceKey: newKey() });
  return moment.app.get(Invitations).give(moment.actor, id, form);
}

/** Sends the post of a day as the foreman's phone would; confirmed or sent back at once where the step says so. */
export async function tellPost(moment: Moment, step: StepOf<'post'>): Promise<Outcome<unknown>> {
  const { app, actor, cast, compound, day, today } = moment;
  const contract = await contractOf(moment, step.firm);
  const workedOn = step.day === undefined ? day : dayIn(step.day, today);
  const sent: string[] = [];
  for (const picture of step.pictures ?? []) sent.push(await sendPhoto(moment, contract, picture));
  const posts = await app.get(KeptPosts).ofRenovation(contract.renovationId);
  const earlier = newestOf(posts, { contractId: contract.id, workedOn });
  const form = await filled(FieldPostForm, {
    ...{ uuid: randomUUID(), contractId: String(contract.id), workedOn, kind: step.kind ?? 'work', sent },
    value: await cellsOf(moment, step.values),
    reason: await cellsOf(moment, step.reasons),
    ...{ workers: step.workers?.toString(), weather: step.weather, sentence: step.sentence },
    ...{ holdups: step.holdups ?? [], effects: step.effects ?? [] },
    ...(earlier && { corrects: String(earlier.id), correctionReason: step.correctionReason }),
  });
  const { outcome } = await app.get(Posting).send({ actor }, form);
  const { id } = granted(outcome, `${compound.code} ${workedOn}`);
  if (step.confirmedBy) await confirm({ ...moment, actor: cast.actor(step.confirmedBy) }, id, step);
  if (step.shownBy) await showAll({ ...moment, actor: cast.actor(step.shownBy) }, id);
  if (step.returned) await sendBack({ ...moment, actor: cast.actor(step.returned.by) }, id, step.returned);
  return done(undefined);
}

async function sendPhoto(
  moment: Moment,
  { id, renovationId }: ContractRecord,
  picture: string | { picture: string; point?: string },
): Promise<string> {
  const { app, actor, instant } = moment;
  const shot = typeof picture === 'string' ? { picture } : picture;
  const points = shot.point ? await app.get(PhotoPointDesk).ofRenovation(renovationId) : [];
  const point = points.find(({ name }) => name === shot.point);
  if (shot.point && !point) throw new Error(`${moment.compound.code} has no photo point ${shot.point}`);
  const uuid = randomUUID();
  const pointId = point && String(point.id);
  const form = await filled(FieldPhotoForm, { uuid, contractId: String(id), pointId });
  const prepared = await takeIn(app, await photoOf(shot.picture, instant));
  granted(await app.get(PostingPhotos).keep({ actor }, form, prepared), shot.picture);
  return uuid;
}

async function confirm({ app, actor }: Moment, id: number, { shown }: PostTold): Promise<void> {
  const shows = actor.role === 'street-manager' && shown !== false;
  const form = await filled(ConfirmationForm, await choiceOf(app, id, shows));
  granted(await app.get(Confirming).confirm(actor, id, form), `post ${id}`);
}

async function showAll({ app, actor }: Moment, id: number): Promise<void> {
  const form = await filled(PhotoChoiceForm, await choiceOf(app, id, true));
  granted(await app.get(PhotoChoices).choose(actor, id, form), `photos of post ${id}`);
}

async function sendBack(
  { app, actor }: Moment,
  id: number,
  { reasons = [], words }: NonNullable<PostTold['returned']>,
): Promise<void> {
  const form = await filled(ReturnForm, { reasons, words, version: String(await versionOf(app, id)) });
  granted(await app.get(Confirming).sendBack(actor, id, form), `post ${id}`);
}

async function choiceOf(app: Moment['app'], id: number, shows: boolean): Promise<Record<string, unknown>> {
  const photos = shows ? await app.get(KeptPosts).photos([id]) : [];
  return {
    shown: photos.map(({ fileId }) => String(fileId)),
    ...(shows && { unrecognisable: 'yes' }),
    version: String(await versionOf(app, id)),
  };
}

async function versionOf(app: Moment['app'], id: number): Promise<number> {
  const { manager } = app.get<DataSource>(getDataSourceToken());
  return (await manager.findOneByOrFail(PostRecord, { id })).version;
}

async function cellsOf(moment: Moment, typed: Record<string, string | number> = {}): Promise<string[]> {
  const cells = Object.entries(typed).map(
    async ([name, text]) => `${(await workItemOf(moment, name)).id}:${text}`,
  );
  return Promise.all(cells);
}

import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CompoundDesk } from '../../compounds/compounds.desk';
import { Doors } from '../../compounds/doors.service';
import type { Outcome } from '../../domain/kernel/outcome';
import { WishChanges } from '../../wishes/wish-changes.service';
import { WishRecord } from '../../wishes/wish.entities';
import { NewWishForm, PublicTextForm, WishConclusionForm } from '../../wishes/wish.forms';
import { filled } from './granted';
import { noticeOf, renovationOf } from './tell-notices';
import { isMeant } from './tell-survey';
import { Moment, StepOf, newKey } from './telling';

/** Writes down what a resident wished or objected to; what residents read of it was looked at. */
export async function takeWish(moment: Moment, step: StepOf<'wish'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, day } = moment;
  const { kind = 'wish', source = 'office', text, publicText } = step;
  const { id } = await app.get(CompoundDesk).find(actor, compound.code);
  const doors = step.door ? await app.get(Doors).doorsOf(id) : [];
  const door = doors.find((one) => isMeant(one, step.door!));
  if (step.door && !door) throw new Error(`${compound.code} has no door ${step.door}`);
  const notice = step.notice ? await noticeOf(moment, step.notice) : undefined;
  const form = await filled(NewWishForm, {
    ...{ kind, source, text, publicText, heardOn: day, onceKey: newKey() },
    dwellingId: door && String(door.id),
    noticeId: notice && String(notice.id),
  });
  return app.get(WishChanges).add(actor, compound.code, form);
}

/** Answers the open wish in which these words are, as not adopted or as done otherwise. */
export async function answerWish(moment: Moment, step: StepOf<'answer-wish'>): Promise<Outcome<unknown>> {
  const { outcome, answer } = step;
  const { id, version } = await wishOf(moment, step.wish, ({ state }) => state === 'open');
  const raw = { outcome, answer, version: String(version), onceKey: newKey() };
  return moment.app.get(WishChanges).answer(moment.actor, id, await filled(WishConclusionForm, raw));
}

/** Lets residents read the wish in which these words are, reworded where that is needed. */
export async function showWish(moment: Moment, step: StepOf<'show-wish'>): Promise<Outcome<unknown>> {
  const wish = await wishOf(moment, step.wish, ({ publicCheckedOn }) => publicCheckedOn === null);
  const raw = { publicText: step.publicText ?? wish.publicText, version: String(wish.version) };
  return moment.app.get(WishChanges).reword(moment.actor, wish.id, await filled(PublicTextForm, raw));
}

async function wishOf(
  moment: Moment,
  words: string,
  fits: (wish: WishRecord) => boolean,
): Promise<WishRecord> {
  const reader = moment.app.get<DataSource>(getDataSourceToken());
  const { id: renovationId } = await renovationOf(moment);
  const wishes = await reader.manager.find(WishRecord, { where: { renovationId }, order: { id: 'ASC' } });
  const wish = wishes.find((one) => one.text.includes(words) && fits(one));
  if (!wish) throw new Error(`${moment.compound.code} has no such wish: ${words}`);
  return wish;
}

import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { Blocker } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { HazardRecord } from '../surveys/hazard.entities';
import { Survey } from '../surveys/survey.entity';
import { WishRecord } from '../wishes/wish.entities';
import { Wishes } from '../wishes/wishes.service';
import { PlanItemHazard, PlanItemWish } from './plan.entities';
import { LinkedItem, PlanRecords } from './plan-records';
import { foreignRow } from './plan-refusals';

/** The item that answers wishes, with the words for whoever wished it. */
interface AnsweringItem {
  id: number;
  renovationId: number;
  name: string;
  place: string | null;
  /** As typed; left out the answer names the item. */
  answer?: string;
}

/** What items answer: findings they mend, and wishes, adopted when chosen and opened again when the item no longer does. */
@Injectable()
export class PlanAnswers {
  constructor(private readonly wishes: Wishes) {}

  /** Makes the findings an item mends those that were chosen. */
  async chooseHazards(
    tx: EntityManager,
    itemId: number,
    compoundId: number,
    chosen: readonly number[],
  ): Promise<Outcome<void>> {
    const hazards = await tx.findBy(HazardRecord, { id: In([...chosen]) });
    const surveys = await tx.findBy(Survey, { id: In(hazards.map(({ surveyId }) => surveyId)) });
    if (hazards.length < chosen.length || surveys.some((survey) => survey.compoundId !== compoundId))
      return refuse(foreignRow);
    await tx.delete(PlanItemHazard, { itemId });
    for (const hazardId of chosen) await tx.insert(PlanItemHazard, { itemId, hazardId });
    return done(undefined);
  }

  /** Makes the wishes an item answers those that were chosen. */
  async chooseWishes(
    tx: EntityManager,
    actor: Actor,
    item: AnsweringItem,
    chosen: readonly number[],
  ): Promise<Outcome<void>> {
    const links = await tx.findBy(PlanItemWish, { itemId: item.id });
    const before = links.map(({ wishId }) => wishId);
    const wishes = await this.byId(tx, [...before, ...chosen]);
    if (chosen.some((id) => wishes.get(id)?.renovationId !== item.renovationId)) return refuse(foreignRow);
    const gone = before.filter((id) => !chosen.includes(id));
    for (const wishId of gone) await tx.delete(PlanItemWish, { itemId: item.id, wishId });
    for (const wishId of chosen.filter((id) => !before.includes(id)))
      await tx.insert(PlanItemWish, { itemId: item.id, wishId });
    const isOpen = (id: number) => wishes.get(id)?.state === 'open';
    const found = [
      ...(await this.reopen(
        tx,
        actor,
        gone.filter((id) => wishes.get(id)?.state === 'adopted'),
        `改造内容「${item.name}」不再回应这条意见`,
      )),
      ...(await this.adopt(
        tx,
        actor,
        item,
        chosen.filter((id) => !before.includes(id) || isOpen(id)),
      )),
    ];
    return found.length ? refuse(...found) : done(undefined);
  }

  /** Opens the wishes of an item again that was taken out of the draft. */
  async release(tx: EntityManager, actor: Actor, item: LinkedItem, reason: string): Promise<Outcome<void>> {
    const wishes = await this.byId(tx, item.wishIds);
    const adopted = item.wishIds.filter((id) => wishes.get(id)?.state === 'adopted');
    const found = await this.reopen(tx, actor, adopted, `改造内容「${item.name}」移出方案：${reason}`);
    return found.length ? refuse(...found) : done(undefined);
  }

  /** After a version was given up: its own wishes are open again, those of the fixed one adopted. */
  async restore(
    tx: EntityManager,
    actor: Actor,
    { dropped, fixed }: { dropped: PlanRecords; fixed: PlanRecords },
  ): Promise<Outcome<void>> {
    const held = new Set(fixed.items.flatMap(({ wishIds }) => wishIds));
    const wishes = await this.byId(tx, [...held, ...dropped.items.flatMap(({ wishIds }) => wishIds)]);
    const found: Blocker[] = [];
    for (const item of dropped.items) {
      const own = item.wishIds.filter((id) => !held.has(id) && wishes.get(id)?.state === 'adopted');
      found.push(...(await this.reopen(tx, actor, own, `第 ${dropped.version.number} 版方案已放弃`)));
    }
    for (const item of fixed.items) {
      const open = item.wishIds.filter((id) => wishes.get(id)?.state === 'open');
      found.push(
        ...(await this.adopt(tx, actor, { ...item, renovationId: fixed.version.renovationId }, open)),
      );
    }
    return found.length ? refuse(...found) : done(undefined);
  }

  private async adopt(
    tx: EntityManager,
    actor: Actor,
    item: AnsweringItem,
    ids: readonly number[],
  ): Promise<Blocker[]> {
    const answer = item.answer?.trim() || usualAnswer(item);
    const found: Blocker[] = [];
    for (const id of ids) {
      const outcome = await this.wishes.conclude(tx, actor, id, { outcome: 'adopted', answer });
      if (!outcome.ok) found.push(...outcome.blockers);
    }
    return found;
  }

  private async reopen(
    tx: EntityManager,
    actor: Actor,
    ids: readonly number[],
    reason: string,
  ): Promise<Blocker[]> {
    const found: Blocker[] = [];
    for (const id of ids) {
      const outcome = await this.wishes.reopen(tx, actor, id, { reason });
      if (!outcome.ok) found.push(...outcome.blockers);
    }
    return found;
  }

  private async byId(tx: EntityManager, ids: readonly number[]): Promise<Map<number, WishRecord>> {
    const wishes = await tx.findBy(WishRecord, { id: In([...ids]) });
    return new Map(wishes.map((wish) => [wish.id, wish]));
  }
}

/** What whoever wished it reads where nobody typed an answer. */
const usualAnswer = ({ name, place }: Pick<AnsweringItem, 'name' | 'place'>): string =>
  `已列入改造方案：${name}${place?.trim() ? `（${place.trim()}）` : ''}`;

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, IsNull } from 'typeorm';
import { HazardRecord } from '../surveys/hazard.entities';
import { Survey } from '../surveys/survey.entity';
import { WishRecord } from '../wishes/wish.entities';
import { LinkedItem } from './plan-records';

/** What items of a plan answer, by id. */
export interface LinkedRows {
  hazards: ReadonlyMap<number, HazardRecord>;
  wishes: ReadonlyMap<number, WishRecord>;
}

/** What an item may answer: findings of the latest survey, wishes without an answer, and what it answers already. */
export interface Answerable {
  hazards: HazardRecord[];
  wishes: WishRecord[];
}

/** Reads findings and wishes for the pages of the plan. */
@Injectable()
export class PlanLinks {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** What these items answer. */
  async of(items: readonly Pick<LinkedItem, 'hazardIds' | 'wishIds'>[]): Promise<LinkedRows> {
    const { manager } = this.reader;
    const hazards = await manager.findBy(HazardRecord, {
      id: In(items.flatMap(({ hazardIds }) => hazardIds)),
    });
    const wishes = await manager.findBy(WishRecord, { id: In(items.flatMap(({ wishIds }) => wishIds)) });
    return {
      hazards: new Map(hazards.map((hazard) => [hazard.id, hazard])),
      wishes: new Map(wishes.map((wish) => [wish.id, wish])),
    };
  }

  /** What an item of this plan may answer; a new item answers nothing yet. */
  async answerable(
    place: { compoundId: number; renovationId: number },
    item: Pick<LinkedItem, 'hazardIds' | 'wishIds'> = { hazardIds: [], wishIds: [] },
  ): Promise<Answerable> {
    const { manager } = this.reader;
    const survey = await manager.findOne(Survey, {
      where: { compoundId: place.compoundId },
      order: { number: 'DESC' },
    });
    const hazards = await manager.find(HazardRecord, {
      where: [
        { id: In(item.hazardIds) },
        ...(survey ? [{ surveyId: survey.id, withdrawnOn: IsNull() }] : []),
      ],
      order: { severity: 'DESC', id: 'ASC' },
    });
    const wishes = await manager.find(WishRecord, {
      where: [{ id: In(item.wishIds) }, { renovationId: place.renovationId, state: 'open' as const }],
      order: { number: 'ASC' },
    });
    return { hazards, wishes };
  }
}

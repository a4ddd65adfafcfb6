import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, IsNull, Not } from 'typeorm';
import type { PublicWish } from '../domain/meeting/public-wish';
import { WishRecord } from './wish.entities';

/** What other floors may ask about wishes. Whether the asker may see the compound is their question. */
@Injectable()
export class WishTotals {
  constructor(@InjectDataSource() private readonly reader: DataSource) {}

  /** What residents read, the latest first: only wishes whose words a person has looked at. */
  async publicWishes(renovationId: number): Promise<PublicWish[]> {
    const wishes = await this.reader.manager.find(WishRecord, {
      where: { renovationId, publicCheckedOn: Not(IsNull()) },
      order: { number: 'DESC' },
    });
    return wishes.map(({ number, kind, publicText, heardOn, state, answer, answeredOn }) => ({
      number,
      kind,
      text: publicText,
      heardOn,
      state,
      answer,
      answeredOn,
    }));
  }

  /** What was heard at one meeting, for the offices. */
  ofMeeting(meetingId: number): Promise<WishRecord[]> {
    return this.reader.manager.find(WishRecord, { where: { meetingId }, order: { number: 'ASC' } });
  }
}

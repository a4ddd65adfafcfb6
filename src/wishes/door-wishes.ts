import { Injectable } from '@nestjs/common';
import type { DoorHistory, DoorHistoryLine } from '../compounds/door-layers';
import { beginning } from '../domain/kernel/text';
import { wishKindNames } from '../domain/meeting/wish';
import { Clock } from '../platform/clock/clock';
import { numberInWords, wishMark } from './wish-words';
import { WishDesk } from './wishes.desk';

/** The wishes heard at a door, in its history. */
@Injectable()
export class DoorWishes implements DoorHistory {
  readonly action = 'wish.read' as const;

  constructor(
    private readonly desk: WishDesk,
    private readonly clock: Clock,
  ) {}

  async history(dwellingId: number): Promise<DoorHistoryLine[]> {
    const today = this.clock.today();
    return (await this.desk.ofDoor(dwellingId)).map((wish) => ({
      on: wish.heardOn,
      status: wishMark(wish, today),
      what: `${wishKindNames[wish.kind]} ${numberInWords(wish)}`,
      note: beginning(wish.text, 120),
    }));
  }
}

import { Injectable } from '@nestjs/common';
import type { WallMoment } from '../domain/construction/wall-moment';
import { Clock, wallTimeOf } from '../platform/clock/clock';

/** What the clock on the wall of the site shows, for notices that count hours. */
@Injectable()
export class CheckClock {
  constructor(private readonly clock: Clock) {}

  now(): WallMoment {
    return `${this.clock.today()} ${wallTimeOf(this.clock.now())}`;
  }
}

/** A day and a time as two fields give them: '2026-06-08' and '8:05' are '2026-06-08 08:05'. */
export const momentOf = (day: string | undefined, time: string | undefined): WallMoment => {
  const plain = (time ?? '').trim().replace('：', ':');
  return `${day ?? ''} ${/^\d:\d\d$/.test(plain) ? `0${plain}` : plain}`;
};

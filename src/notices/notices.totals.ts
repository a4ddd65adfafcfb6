import { Injectable } from '@nestjs/common';
import type { PublicNotice } from '../domain/meeting/public-notice';
import { placesInWords } from './notice.figure';
import { Notices } from './notices.service';

/** What other floors may ask about the notices. Whether the asker may see the compound is their question. */
@Injectable()
export class NoticeTotals {
  constructor(private readonly notices: Notices) {}

  /** What hangs or hung, the latest first; withdrawn and superseded ones are left out. */
  async publicNotices(renovationId: number): Promise<PublicNotice[]> {
    const notices = await this.notices.ofRenovation(renovationId);
    const isLatest = (one: (typeof notices)[number]) =>
      !notices.some(
        ({ id, kind, subjectId }) => id > one.id && kind === one.kind && subjectId === one.subjectId,
      );
    return notices
      .filter((one) => one.withdrawnOn === null && isLatest(one))
      .map(({ kind, subjectId, title, body, places, postedOn, endsOn }) => ({
        kind,
        subjectId,
        title,
        body,
        places: placesInWords(places),
        postedOn,
        endsOn,
      }));
  }
}

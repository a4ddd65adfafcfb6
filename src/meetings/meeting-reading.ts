import { Injectable } from '@nestjs/common';
import { Compound } from '../compounds/compound.entity';
import { PublishedPhones } from '../compounds/published-phones';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isFirm } from '../domain/people/roles';
import { FileTotals } from '../files/files.totals';
import { toLinkedPhoto } from '../files/photo-on-page';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { PhotoFigure } from '../platform/web/figures';
import { numberInWords } from '../wishes/wish-words';
import { wishPaths } from '../wishes/wishes.paths';
import { WishTotals } from '../wishes/wishes.totals';
import { MeetingPhotoKind } from './meeting.entities';
import { MeetingRecords } from './meeting-records';
import { Calendar } from './meeting-words';

/** What of a meeting somebody may read: firms read masked words and no wishes, sign-in sheets stay with the offices. */
@Injectable()
export class MeetingReading {
  constructor(
    private readonly phones: PublishedPhones,
    private readonly files: FileTotals,
    private readonly wishTotals: WishTotals,
    private readonly clock: Clock,
    private readonly workDays: WorkDays,
  ) {}

  calendar(): Calendar {
    return { today: this.clock.today(), workDays: this.workDays.calendar };
  }

  /** How a text of this compound reads for this person. */
  async shownTo(actor: Actor, compound: Compound): Promise<(text: string) => string> {
    return isFirm(actor.role) ? this.phones.maskFor(compound.id) : (text) => text;
  }

  /** The photos of a meeting by what they show, each leading to its large copy. */
  async photos(
    actor: Actor,
    { photos }: Pick<MeetingRecords, 'photos'>,
  ): Promise<{ signIn: PhotoFigure[]; photos: PhotoFigure[] }> {
    const files = await this.files.byId(photos.map(({ fileId }) => fileId));
    const figures = (kind: MeetingPhotoKind) =>
      photos
        .filter((photo) => photo.kind === kind)
        .flatMap(({ fileId }) => files.get(fileId) ?? [])
        .map(toLinkedPhoto);
    return { signIn: isFirm(actor.role) ? [] : figures('sign-in'), photos: figures('meeting') };
  }

  /** The wishes heard at a meeting, for those who may read wishes. */
  async wishes(actor: Actor, meetingId: number): Promise<{ text: string; link: string }[]> {
    if (!mayDo(actor.role, 'wish.read')) return [];
    const wishes = await this.wishTotals.ofMeeting(meetingId);
    return wishes.map((wish) => ({
      text: `${numberInWords(wish)}：${wish.text}`,
      link: wishPaths.show(wish.id),
    }));
  }
}

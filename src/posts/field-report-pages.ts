import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In } from 'typeorm';
import { People } from '../access/people.service';
import { prefilled } from '../domain/construction/post-prefill';
import { isCalendarDate } from '../domain/kernel/calendar-date';
import { fitInside } from '../domain/files/web-sizes';
import type { KeptFile } from '../files/kept-files';
import { StoredFile } from '../files/stored-file.entity';
import { Clock, wallTimeOf } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import type { PhotoFigure } from '../platform/web/figures';
import { FieldError, FormState, formState, RawForm } from '../platform/web/form';
import type { Blocker } from '../domain/kernel/blocker';
import { PointPhotos } from '../site-photos/point-photos';
import { SiteProgress } from '../works/site-progress';
import { FieldDesk, OnSitePerson } from './field.desk';
import { fieldPaths } from './field.paths';
import { ReportPage, toReport } from './field-report.presenter';
import { KeptPosts } from './kept-posts';
import { PostingGround, PostingJudging } from './posting-judging';

/** Which form is opened: of which contract and day, at which photo point. */
export interface ReportAsked {
  contractId: number;
  on: string;
  pointId: number;
}

/** A form that was refused: what was typed, what speaks against it, the photos that were taken. */
export interface RefusedReport {
  raw: RawForm;
  errors: readonly FieldError[];
  blockers: readonly Blocker[];
  kept: readonly KeptFile[];
}

/** Gathers what the form of a day shows. */
@Injectable()
export class FieldReportPages {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: FieldDesk,
    private readonly judging: PostingJudging,
    private readonly kept: KeptPosts,
    private readonly points: PointPhotos,
    private readonly progress: SiteProgress,
    private readonly people: People,
    private readonly workDays: WorkDays,
    private readonly clock: Clock,
  ) {}

  /** The form of a day as it begins, or as it was typed when it was refused. */
  async report(person: OnSitePerson, asked: ReportAsked, refused?: RefusedReport): Promise<ReportPage> {
    const place = await this.desk.contract(person, asked.contractId);
    const on = isCalendarDate(asked.on) ? asked.on : this.clock.today();
    const ground = await this.judging.ground(person, place, on);
    const { earlier } = ground;
    const photos = await this.photosOf(earlier ? [earlier.id] : []);
    const { contract, compound, renovation } = place;
    const first = { ...firstValues(ground, photos, on), pointId: asked.pointId || undefined };
    return toReport({
      ...{ contract, compound, ground, on, photos },
      now: this.clock.nowAt(),
      calendar: this.workDays.calendar,
      progress: await this.progress.of(renovation.id),
      points: await this.points.inUse(renovation.id),
      sentBy: earlier ? await this.sentBy(earlier.row.postedBy, earlier.row.sentAt) : '',
      kept: refused?.kept ?? [],
      form: refused ? formState(refused.raw, refused.errors, refused.blockers) : formState(first),
    });
  }

  /** The photos of these posts as the phone shows them. */
  async photosOf(postIds: readonly number[]): Promise<{ id: number; postId: number; photo: PhotoFigure }[]> {
    const rows = await this.kept.photos(postIds);
    const fileIds = rows.map(({ fileId }) => fileId);
    const files = fileIds.length ? await this.reader.manager.findBy(StoredFile, { id: In(fileIds) }) : [];
    return rows.flatMap(({ id, postId, fileId }) => {
      const file = files.find((one) => one.id === fileId);
      return file && postId !== null ? [{ id, postId, photo: toFieldPhoto(id, file) }] : [];
    });
  }

  /** '现场负责人 17:30'. */
  private async sentBy(userId: number, sentAt: string): Promise<string> {
    const names = await this.people.names([userId]);
    return `${names.get(userId) ?? ''} ${wallTimeOf(sentAt)}`.trim();
  }
}

/** What a form begins with: the post of the day, else the crew of the last working day. */
function firstValues(
  { place, posts, earlier }: PostingGround,
  photos: readonly { id: number }[],
  on: string,
): FormState['values'] | Record<string, unknown> {
  const contractId = place.contract.id;
  const uuid = randomUUID();
  if (!earlier) {
    const items = place.items.map(({ item }) => item);
    return { uuid, workers: prefilled(items, posts, { contractId, workedOn: on }).workers };
  }
  const { workers, weather, holdups, effects, sentence } = earlier;
  return { uuid, workers, weather, holdups, effects, sentence, keep: photos.map(({ id }) => id) };
}

/** A photo under the phone's own addresses. */
function toFieldPhoto(id: number, { width, height, caption }: StoredFile): PhotoFigure {
  return {
    webp: fieldPaths.photo(id, '480.webp'),
    jpeg: fieldPaths.photo(id, '480.jpg'),
    ...fitInside({ width: width ?? 0, height: height ?? 0 }, 480),
    alt: caption,
  };
}

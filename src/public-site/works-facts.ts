import { Injectable } from '@nestjs/common';
import { KnownWorks, nothingBuilt } from '../domain/disclosure/works';
import { percentOf } from '../domain/progress/basis-points';
import { BulletinTotals } from '../diaries/bulletin.totals';
import { DisruptionTotals } from '../disruptions/disruption.totals';
import type { StoredFile } from '../files/stored-file.entity';
import { Clock } from '../platform/clock/clock';
import { KeptPosts } from '../posts/kept-posts';
import { ProgressStanding, ProgressTotals } from '../progress/progress.totals';
import { PointTotals } from '../site-photos/points.totals';
import { toWorkItem, WorksDesk } from '../works/works.desk';

/** The works of one renovation, with the files of the pictures that are compared. */
interface Built {
  works: KnownWorks;
  pictures: StoredFile[];
}

/** Gathers what the rooms of the works offer to everybody. */
@Injectable()
export class WorksFacts {
  constructor(
    private readonly works: WorksDesk,
    private readonly posts: KeptPosts,
    private readonly progress: ProgressTotals,
    private readonly points: PointTotals,
    private readonly disruptions: DisruptionTotals,
    private readonly bulletins: BulletinTotals,
    private readonly clock: Clock,
  ) {}

  /** Of the current renovation. */
  async of(renovation: { id: number; compoundId: number }): Promise<Built> {
    const { id, compoundId } = renovation;
    const [{ works, pictures }, progress, disruptions] = await Promise.all([
      this.before({ id }),
      this.progress.of([id]),
      this.disruptions.public(compoundId, this.clock.today()),
    ]);
    return { works: { ...works, disruptions, progress: toldPercent(progress.get(id)) }, pictures };
  }

  /** Of an earlier one, where neither how far it is nor what is planned is asked any more. */
  async before({ id }: { id: number }): Promise<Built> {
    const [{ items }, posts, { series, pictures }, bulletins] = await Promise.all([
      this.works.ofRenovation(id),
      this.posts.ofRenovation(id),
      this.points.publicSeries(id),
      this.bulletins.public(id),
    ]);
    const told = { posts, bulletins, points: series, items: items.map(toWorkItem) };
    return { works: { ...nothingBuilt, ...told }, pictures };
  }
}

const toldPercent = (standing: ProgressStanding | undefined): KnownWorks['progress'] => {
  if (!standing) return null;
  const { on, actual, planned } = standing.progress;
  return { on, percent: percentOf(actual), planned: percentOf(planned) };
};

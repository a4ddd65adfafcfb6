import { Injectable } from '@nestjs/common';
import type { KnownWorks } from '../domain/disclosure/works';
import { percentOf } from '../domain/progress/basis-points';
import { BulletinTotals } from '../diaries/bulletin.totals';
import { DisruptionTotals } from '../disruptions/disruption.totals';
import type { StoredFile } from '../files/stored-file.entity';
import { Clock } from '../platform/clock/clock';
import { KeptPosts } from '../posts/kept-posts';
import { ProgressStanding, ProgressTotals } from '../progress/progress.totals';
import { PointTotals } from '../site-photos/points.totals';
import { toWorkItem, WorksDesk } from '../works/works.desk';

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

  /** Of one renovation, with the files of the pictures that are compared. */
  async of(renovation: {
    id: number;
    compoundId: number;
  }): Promise<{ works: KnownWorks; pictures: StoredFile[] }> {
    const { id, compoundId } = renovation;
    const [{ items }, posts, progress, { series, pictures }, disruptions, bulletins] = await Promise.all([
      this.works.ofRenovation(id),
      this.posts.ofRenovation(id),
      this.progress.of([id]),
      this.points.publicSeries(id),
      this.disruptions.public(compoundId, this.clock.today()),
      this.bulletins.public(id),
    ]);
    const works = {
      ...{ posts, disruptions, bulletins, points: series, items: items.map(toWorkItem) },
      progress: toldPercent(progress.get(id)),
    };
    return { works, pictures };
  }
}

const toldPercent = (standing: ProgressStanding | undefined): KnownWorks['progress'] => {
  if (!standing) return null;
  const { on, actual, planned } = standing.progress;
  return { on, percent: percentOf(actual), planned: percentOf(planned) };
};

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createHash } from 'node:crypto';
import { DataSource, EntityManager } from 'typeorm';
import type { Compound } from '../compounds/compound.entity';
import { PublishedPhones } from '../compounds/published-phones';
import type { Renovation } from '../compounds/renovation.entities';
import { DisruptionTotals } from '../disruptions/disruption.totals';
import { Bulletin, bulletin, BulletinSources } from '../domain/construction/bulletin';
import { disruptionLine } from '../domain/construction/disruption';
import { addDays, CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { valueOn } from '../domain/rules/rule-book';
import { Clock } from '../platform/clock/clock';
import { ProgressTotals } from '../progress/progress.totals';
import { DiaryReading } from './diary-reading';

/** A bulletin as it would be published, what it is made from, and a mark that changes with its text. */
export interface WrittenBulletin {
  sources: BulletinSources;
  written: Bulletin;
  mark: string;
}

/** Writes bulletins from what was confirmed; the number of the progress is the one of every page. */
@Injectable()
export class BulletinWriting {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly reading: DiaryReading,
    private readonly progress: ProgressTotals,
    private readonly disruptions: DisruptionTotals,
    private readonly phones: PublishedPhones,
    private readonly clock: Clock,
  ) {}

  async write(
    { compound, renovation }: { compound: Compound; renovation: Pick<Renovation, 'id'> },
    { from, to, paragraph }: Pick<BulletinSources, 'from' | 'to' | 'paragraph'>,
    reader: EntityManager = this.reader.manager,
  ): Promise<WrittenBulletin> {
    const today = this.clock.today();
    const { items, posts, checks } = await this.reading.whole(renovation.id, reader);
    const isWithin = (on: CalendarDate | null) => on !== null && on >= from && on <= to;
    const until = addDays(to, valueOn('works.bulletin-days', to));
    const ahead = await this.disruptions.between(renovation.id, addDays(to, 1), until, reader);
    const accepted = checks.concealed.filter(({ state, on }) => state === 'accepted' && isWithin(on));
    const sources: BulletinSources = {
      ...{ compoundName: compound.name, from, to, items, posts, paragraph },
      progress: await this.progressInWords(renovation.id, to, today, reader),
      ahead: ahead.map((one) => `${disruptionLine(one)}。`),
      closedFindings: checks.findings.filter(
        ({ state, closedOn }) => state === 'closed' && isWithin(closedOn),
      ).length,
      acceptedConcealed: new Set(accepted.map(({ concealedId }) => concealedId)).size,
    };
    const written = bulletin(sources, today, await this.phones.of(compound.id, reader));
    const mark = createHash('sha256').update(`${written.title}\n${written.text}`).digest('hex');
    return { sources, written, mark };
  }

  private async progressInWords(
    renovationId: number,
    day: CalendarDate,
    today: CalendarDate,
    reader: EntityManager,
  ): Promise<string | null> {
    const standing = (await this.progress.of([renovationId], day, reader)).get(renovationId);
    if (!standing) return null;
    const { on, words } = standing.progress;
    return `截至 ${nearDay(on, today)}，${words}。`;
  }
}

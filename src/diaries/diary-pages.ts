import { Injectable } from '@nestjs/common';
import { CompoundDesk, RenovationChoice } from '../compounds/compounds.desk';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Workspace } from '../compounds/workspace';
import { isPostPublic } from '../domain/construction/daily-post';
import { diaryRange, diarySpan, DiarySpan, gapOf } from '../domain/construction/diary';
import { groupBy } from '../domain/kernel/group';
import type { Actor } from '../domain/people/actor';
import { siteDayInWords } from '../domain/progress/stop-days';
import { FileTotals } from '../files/files.totals';
import { filesOf, toLinkedPhoto } from '../files/photo-on-page';
import { Clock } from '../platform/clock/clock';
import { WorkDays } from '../platform/clock/work-days';
import { readDay } from '../platform/web/fields';
import type { PhotoFigure } from '../platform/web/figures';
import { KeptPosts } from '../posts/kept-posts';
import { DiaryReading, ReadDiary } from './diary-reading';
import { DayOfDiary, DiaryPage, DiarySheet, toDiary, toDiarySheet } from './diary.presenter';
import { diaryPaths } from './diaries.paths';

/** What was asked for in the address. */
export interface DiaryAsked {
  from: string;
  to: string;
  sequence: number | undefined;
}

/** Gathers what the diary of the site shows. */
@Injectable()
export class DiaryPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly reading: DiaryReading,
    private readonly kept: KeptPosts,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
    private readonly workDays: WorkDays,
    private readonly clock: Clock,
  ) {}

  /** A day or a range on the screen. */
  async index(actor: Actor, code: string, asked: DiaryAsked): Promise<DiaryPage> {
    const choice = await this.compounds.choose(actor, code, asked.sequence);
    const frame = await this.workspace.frame(actor, choice.compound, 'diaries', '施工日志');
    return toDiary(await this.viewed(actor, choice, asked), frame);
  }

  /** The same on paper. */
  async sheet(actor: Actor, code: string, asked: DiaryAsked): Promise<DiarySheet> {
    const choice = await this.compounds.choose(actor, code, asked.sequence);
    const view = await this.viewed(actor, choice, asked);
    return toDiarySheet({ ...view, renovationName: choice.renovation?.name ?? choice.compound.name });
  }

  private async viewed(actor: Actor, choice: RenovationChoice, asked: DiaryAsked) {
    const { compound, renovation } = choice;
    const today = this.clock.today();
    const typed = { from: dayOrNull(asked.from), to: dayOrNull(asked.to) };
    const span = diarySpan(typed.from.day, typed.to.day, today);
    return {
      ...{ compound, span, today, sequence: asked.sequence, hasRenovation: renovation !== null },
      renovations: toRenovationTabs(choice, (of, renovation) => diaryPaths.index(of, { renovation })),
      days: renovation ? await this.days(await this.reading.diary(actor, renovation), span) : [],
      isOwnOnly: actor.role === 'contractor',
      mistyped:
        typed.from.isWrong || typed.to.isWrong ? '日期请按 2026-05-18 这样填写，下面是最近的日志。' : '',
    };
  }

  private async days({ sources, builders }: ReadDiary, { from, to }: DiarySpan): Promise<DayOfDiary[]> {
    const { calendar } = this.workDays;
    const now = this.clock.wallMoment();
    const photos = await this.photos(sources.posts, { from, to });
    return diaryRange(sources, from, to).map((day) => ({
      day,
      gap: gapOf(day, builders, sources.stops, calendar, now),
      kind: siteDayInWords(day.on, calendar, []),
      photos: photos.get(day.on) ?? [],
    }));
  }

  /** The photos of the confirmed posts of these days, by day. */
  private async photos(
    posts: ReadDiary['sources']['posts'],
    { from, to }: Pick<DiarySpan, 'from' | 'to'>,
  ): Promise<Map<string, PhotoFigure[]>> {
    const shown = posts.filter(
      (post) => isPostPublic(post) && post.workedOn >= from && post.workedOn <= to && post.photos > 0,
    );
    const dayOf = new Map(shown.map(({ id, workedOn }) => [id, workedOn]));
    const rows = await this.kept.photos([...dayOf.keys()]);
    const files = await this.files.byId(rows.map(({ fileId }) => fileId));
    const byDay = groupBy(rows, ({ postId }) => dayOf.get(postId!)!);
    return new Map(
      [...byDay].map(([day, own]) => [
        day,
        filesOf(
          own.map(({ fileId }) => fileId),
          files,
        ).map(toLinkedPhoto),
      ]),
    );
  }
}

/** A day as it stands in the address; null where none does. */
function dayOrNull(text: string): { day: string | null; isWrong: boolean } {
  if (!text.trim()) return { day: null, isWrong: false };
  const read = readDay('日期', text);
  return 'value' in read ? { day: read.value, isWrong: false } : { day: null, isWrong: true };
}

import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Brackets, DataSource } from 'typeorm';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem, WaitingSource, WaitingWork } from '../compounds/waiting-work';
import { addDays, dayInWords } from '../domain/kernel/calendar-date';
import { NoticeKind, noticeKindNames, waitsForNextStep, wantsProof } from '../domain/meeting/notice';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { goingOnStates } from '../domain/renovation/going-on';
import { valueOn } from '../domain/rules/rule-book';
import { Clock } from '../platform/clock/clock';
import { rawColumns } from '../platform/database/raw-columns';
import { NoticePhoto, NoticeRecord } from './notice.entities';
import { noticePaths } from './notices.paths';

type WaitingNotice = Pick<NoticeRecord, 'id' | 'compoundId' | 'kind' | 'title' | 'postedOn' | 'endsOn'> & {
  name: string;
  photos: number | string;
};

const mostRows = 100;

const kinds = Object.keys(noticeKindNames) as NoticeKind[];
// Asked in the query: minutes and invitations, which ask for nothing, would fill the rows and hide what waits.
const provedKinds = kinds.filter(wantsProof);
const nextStepKinds = kinds.filter(waitsForNextStep);

/** Notices without a photo of them hanging, and those whose days have just run out. */
@Injectable()
export class NoticesWaiting implements WaitingSource, OnModuleInit {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly compounds: CompoundDesk,
    private readonly work: WaitingWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.work.register(this);
  }

  async waitingFor(actor: Actor, compoundId?: number): Promise<WaitingItem[]> {
    if (!mayDo(actor.role, 'notice.post')) return [];
    const today = this.clock.today();
    const remindedFrom = addDays(today, -valueOn('notice.reminder-days', today));
    const notices = await this.inForce(actor, { remindedFrom, today, compoundId });
    return notices.flatMap((notice) => itemsOf(notice, today, remindedFrom));
  }

  /** Notices that are neither withdrawn nor superseded, of renovations going on: without a photo, or lately run out. */
  private inForce(
    actor: Actor,
    { remindedFrom, today, compoundId }: { remindedFrom: string; today: string; compoundId?: number },
  ): Promise<WaitingNotice[]> {
    const query = this.reader
      .createQueryBuilder(NoticeRecord, 'notice')
      .innerJoin(Compound, 'compound', 'compound.id = notice.compoundId')
      .innerJoin(Renovation, 'renovation', 'renovation.id = notice.renovationId');
    const photos = query.subQuery().select('COUNT(photo.id)').from(NoticePhoto, 'photo');
    const count = photos.where('photo.noticeId = notice.id').getQuery();
    const later = query
      .subQuery()
      .select('1')
      .from(NoticeRecord, 'later')
      .where('later.kind = notice.kind AND later.subjectId = notice.subjectId AND later.id > notice.id');
    query
      .select(rawColumns('notice', ['id', 'compoundId', 'kind', 'title', 'postedOn', 'endsOn']))
      .addSelect('compound.name', 'name')
      .addSelect(count, 'photos')
      .where('notice.withdrawnOn IS NULL')
      .andWhere('renovation.state IN (:...goingOnStates)', { goingOnStates })
      .andWhere(`NOT EXISTS ${later.getQuery()}`)
      .andWhere(
        new Brackets((where) =>
          where
            .where(`notice.kind IN (:...provedKinds) AND ${count} = 0`, { provedKinds })
            .orWhere(
              'notice.kind IN (:...nextStepKinds) AND notice.endsOn BETWEEN :remindedFrom AND :today',
              {
                ...{ nextStepKinds, remindedFrom, today },
              },
            ),
        ),
      )
      .orderBy('notice.endsOn', 'ASC')
      .limit(mostRows);
    return this.compounds.within(query, actor, compoundId).getRawMany();
  }
}

function itemsOf(notice: WaitingNotice, today: string, remindedFrom: string): WaitingItem[] {
  const { id, compoundId, kind, title, endsOn, name } = notice;
  const about = { kind: '公示', compoundId, where: name, dueOn: endsOn };
  const link = noticePaths.show(id);
  const what = `${noticeKindNames[kind]}「${title}」`;
  if (Number(notice.photos) === 0 && wantsProof(kind)) {
    const why = '没有照片证明张贴过，公示天数不算数';
    return [{ ...about, what: `${what}缺现场照片`, why, action: { label: '去上传', link } }];
  }
  if (endsOn > today || endsOn < remindedFrom || !waitsForNextStep(kind)) return [];
  const why = `${dayInWords(endsOn)} 期满，异议答复后办下一步`;
  return [{ ...about, what: `${what}已经期满`, why, action: { label: '去看看', link } }];
}

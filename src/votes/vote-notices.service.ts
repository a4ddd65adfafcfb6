import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { noticeBlockers, hangs } from '../domain/meeting/notice';
import { voteSheetBlockers } from '../domain/meeting/vote-sheet';
import { noticeKindOf } from '../domain/meeting/vote-steps';
import { Actor } from '../domain/people/actor';
import { Notices } from '../notices/notices.service';
import { noticePaths } from '../notices/notices.paths';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { VoteRecords, sheetOf } from './vote-records';
import { VoteDesk } from './votes.desk';
import { VoteNoticeForm } from './votes.forms';

/** Posting what is asked, and what came of it. */
@Injectable()
export class VoteNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: VoteDesk,
    private readonly notices: Notices,
    private readonly once: OnceKeys,
    private readonly clock: Clock,
  ) {}

  /** Everything that speaks against posting this. */
  async blockers(actor: Actor, id: number, form: VoteNoticeForm): Promise<Blocker[]> {
    const records = await this.desk.find(actor, id);
    return [
      ...this.againstPosting(records, form),
      ...noticeBlockers(form, records.renovation, this.clock.today()),
    ];
  }

  /** Posts the notice of a vote that is prepared, or of the result of one that is counted; the value is its page. */
  post(actor: Actor, id: number, form: VoteNoticeForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, () => this.write(tx, actor, id, form)),
    );
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    id: number,
    form: VoteNoticeForm,
  ): Promise<Outcome<string>> {
    const records = await this.desk.find(actor, id, tx);
    const { vote, compound, renovation } = records;
    const kind = noticeKindOf(vote.state);
    const blockers = this.againstPosting(records, form);
    if (!kind || blockers.length) return refuse(...blockers);
    const { title, body, places, postedOn, endsOn } = form;
    const posted = await this.notices.post(tx, actor, {
      compound,
      renovationId: renovation.id,
      kind,
      subjectId: vote.id,
      title,
      body,
      places,
      postedOn,
      endsOn,
    });
    return posted.ok ? done(noticePaths.show(posted.value)) : posted;
  }

  private againstPosting(records: VoteRecords, { postedOn }: VoteNoticeForm): Blocker[] {
    const { vote, notice, resultNotice } = records;
    const kind = noticeKindOf(vote.state);
    const isPosted = hangs(kind === 'vote' ? notice : resultNotice);
    if (!kind) return [houseRule('vote.notice-none', '现在没有要张贴的公告，请回表决页查看')];
    if (isPosted) return [houseRule('vote.notice-hangs', '公告已张贴。要改请先在公告页撤下，再重新张贴')];
    return kind === 'vote' ? voteSheetBlockers({ ...sheetOf(records), noticePostedOn: postedOn }) : [];
  }
}

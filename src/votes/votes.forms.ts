import { ArrayNotEmpty } from 'class-validator';
import { OwnersMatter, ownersMatters } from '../domain/meeting/matters';
import { CountRole, VoteForm, countRoleNames, voteFormNames } from '../domain/meeting/vote-sheet';
import { PostingForm } from '../notices/posting.form';
import { Choice, Day, OnceKey, Text, Version, WholeNumber } from '../platform/web/fields';
import { Choices } from '../platform/web/list-fields';
import { keysOf } from '../platform/web/options';

/** What is asked, of whom, and when. */
class VoteSheetForm {
  @Text({ label: '标题', max: 40 }) title: string;
  @Choice({ label: '表决事项', of: keysOf(ownersMatters) }) matter: OwnersMatter;
  @Text({ label: '表决内容', max: 2000, multiline: true }) question: string;
  /** 'compound', 'building:3', 'unit:3:1'. */
  @Text({ label: '表决范围', max: 40 }) scope: string;
  @Choice({ label: '表决方式', of: keysOf(voteFormNames) }) form: VoteForm;
  @WholeNumber({ label: '会议', min: 1, max: 2_000_000_000, optional: true }) meetingId?: number;
  @Day({ label: '通知张贴日期', optional: true }) noticePostedOn?: string;
  @Day({ label: '开始日期' }) opensOn: string;
  @Day({ label: '截止日期' }) closesOn: string;
}

/** A vote that is prepared. */
export class NewVoteForm extends VoteSheetForm {
  @OnceKey() onceKey: string;
}

/** A vote that is changed before it opens. */
export class EditVoteForm extends VoteSheetForm {
  @Version() version: number;
}

/** Opening a vote: the roster is frozen. */
export class OpenVoteForm {
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** Counting a vote: it is frozen. */
export class CloseVoteForm {
  @Choices({ label: '监票人', of: keysOf(countRoleNames) })
  @ArrayNotEmpty({ message: '请选择「监票人」，至少一项' })
  watchers: CountRole[];
  @Choices({ label: '计票人', of: keysOf(countRoleNames) })
  @ArrayNotEmpty({ message: '请选择「计票人」，至少一项' })
  counters: CountRole[];
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** Calling a vote off. */
export class CancelVoteForm {
  @Text({ label: '取消原因', max: 500, multiline: true }) reason: string;
  @Version() version: number;
  @OnceKey() onceKey: string;
}

/** The notice of a vote or of its result, looked at before it is posted. */
export class VoteNoticeForm extends PostingForm {
  @Day({ label: '公示到' }) endsOn: string;
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Contacts } from '../compounds/contacts.service';
import { PostedNotices } from '../compounds/posted-notices';
import { PublicAddress } from '../compounds/public-address';
import { Workspace } from '../compounds/workspace';
import { publicContacts } from '../domain/disclosure/contacts';
import { noticeKindNames } from '../domain/meeting/notice';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { FileTotals } from '../files/files.totals';
import { KeptFile } from '../files/kept-files';
import { Clock } from '../platform/clock/clock';
import { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { NoticeSubjects } from './notice-subjects';
import { NoticeAtPlace, NoticeDesk } from './notices.desk';
import {
  NoticePage,
  NoticeSheet,
  NoticeWithdrawalPage,
  toNotice,
  toNoticeSheet,
  toNoticeWithdrawal,
} from './notices.presenter';

/** Gathers what the pages of a notice show. */
@Injectable()
export class NoticePages {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly desk: NoticeDesk,
    private readonly subjects: NoticeSubjects,
    private readonly posted: PostedNotices,
    private readonly people: People,
    private readonly files: FileTotals,
    private readonly contacts: Contacts,
    private readonly address: PublicAddress,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  find(actor: Actor, id: number): Promise<NoticeAtPlace> {
    return this.desk.find(actor, id);
  }

  /** The notice; with a form as typed and the files kept from its refused try. */
  async show(
    actor: Actor,
    id: number,
    form: FormState = formState({ onceKey: randomUUID() }),
    kept: { near: KeptFile[]; far: KeptFile[] } = { near: [], far: [] },
  ): Promise<NoticePage> {
    const found = await this.desk.find(actor, id);
    const { notice } = found;
    const subject = this.subjects.of(notice.kind);
    const view = {
      ...found,
      photos: await this.files.byId(notice.photos.map(({ fileId }) => fileId)),
      subject: subject && { label: subject.label, link: subject.link(notice.subjectId, found.compound.code) },
      successorId: (await this.desk.successorOf(notice))?.id ?? null,
      postedBy: (await this.people.names([notice.postedBy])).get(notice.postedBy) ?? '',
      objections: await this.posted.objectionsTo(found.compound.code, id),
      mayPost: mayDo(actor.role, 'notice.post'),
      kept,
      today: this.clock.today(),
    };
    return toNotice(view, form, await this.frame(actor, found, noticeKindNames[notice.kind]));
  }

  async withdrawal(actor: Actor, id: number, stateOf: StateOf): Promise<NoticeWithdrawalPage> {
    const found = await this.desk.find(actor, id);
    const frame = await this.frame(actor, found, '撤下公示');
    const against = await this.subjects.againstWithdrawal(found.notice, this.reader.manager);
    return toNoticeWithdrawal({ ...found, against }, this.clock.today(), stateOf(found.notice), frame);
  }

  /** The sheet to hang up. */
  async sheet(actor: Actor, id: number): Promise<NoticeSheet> {
    const found = await this.desk.find(actor, id);
    const { compound } = found;
    const contacts = publicContacts(await this.contacts.of(compound.id), this.clock.today());
    return toNoticeSheet(found, contacts, this.address.of(compound.code).text);
  }

  private frame(actor: Actor, { notice, compound }: NoticeAtPlace, last: string) {
    return this.workspace.frame(actor, compound, this.subjects.of(notice.kind)?.tab ?? '', last);
  }
}

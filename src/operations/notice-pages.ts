import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Contacts } from '../compounds/contacts.service';
import { Previews } from '../compounds/previews';
import { Workspace } from '../compounds/workspace';
import { publicContacts } from '../domain/disclosure/contacts';
import { dayInWords } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { operationNoticeBody, operationNoticeTitle } from '../domain/removal/operation-notice';
import { textsOf } from '../notices/posting.form';
import { Clock } from '../platform/clock/clock';
import { FormState, formState, Posted } from '../platform/web/form';
import { OtherPage, SeeOther, seeOther } from '../platform/web/page';
import { OperationNoticePage, toOperationNotice } from './notice.presenter';
import { OperationNotices } from './operation-notices.service';
import { OperationNoticeForm } from './operation.forms';
import { hoursOf } from './operation-standing';
import { OperationDesk } from './operations.desk';
import { operationsPaths } from './operations.paths';

/** Gathers what the pages show on which residents are told of a removal day. */
@Injectable()
export class NoticePages {
  constructor(
    private readonly desk: OperationDesk,
    private readonly notices: OperationNotices,
    private readonly contacts: Contacts,
    private readonly previews: Previews,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The notice with the text made from the plan; where it comes too late it leads back and says why. */
  async new(actor: Actor, id: number): Promise<OperationNoticePage | SeeOther> {
    const found = await this.desk.find(actor, id);
    const { operation, compound } = found;
    const [blocker] = await this.notices.lateBlockers(found);
    if (blocker) return seeOther(operationsPaths.show(id), blocker.text);
    const hours = hoursOf(operation);
    const values = {
      title: operationNoticeTitle({ hours }),
      body: operationNoticeBody({
        ...{ compoundName: compound.name, hours, part: '院内影响改造', meetingPoint: operation.meetingPoint },
        phone: await this.phoneOf(compound.id),
      }),
      ...{ places: ['gate-board', 'online'], postedOn: this.clock.today(), onceKey: randomUUID() },
    };
    return this.again(actor, id, formState(values));
  }

  async again(actor: Actor, id: number, form: FormState): Promise<OperationNoticePage> {
    const found = await this.desk.find(actor, id);
    const frame = await this.workspace.frame(actor, found.compound, 'operations', '张贴告知');
    return toOperationNotice(found, form, frame);
  }

  /** 「居民将看到」: the last look before it hangs in the yard. */
  async preview(
    actor: Actor,
    id: number,
    { value, raw }: Posted<OperationNoticeForm>,
  ): Promise<OtherPage<object>> {
    const { operation, compound } = await this.desk.find(actor, id);
    const looked = {
      ...{ tab: 'operations', task: '张贴集中拆除告知', texts: textsOf(value) },
      note: `从 ${dayInWords(value.postedOn)} 挂到行动当天 ${dayInWords(operation.happensOn)}。`,
      action: operationsPaths.notices(id),
      confirmLabel: '张贴告知',
    };
    return this.previews.answer(actor, compound, looked, raw);
  }

  /** The number of the street office, only where everybody may read it. */
  private async phoneOf(compoundId: number): Promise<string | null> {
    const contacts = (await this.contacts.of(compoundId)).filter(({ kind }) => kind === 'street');
    return publicContacts(contacts, this.clock.today()).find(({ phone }) => phone !== null)?.phone ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Previews } from '../compounds/previews';
import { Workspace } from '../compounds/workspace';
import { addDays, dayInWords } from '../domain/kernel/calendar-date';
import { noticeDays } from '../domain/meeting/notice';
import { Actor } from '../domain/people/actor';
import { compareItems } from '../domain/plan/plan-comparison';
import { planNoticeBody, planNoticeTitle } from '../domain/plan/plan-notice';
import { postingBlockers } from '../domain/plan/plan-posting';
import { planOverBlockers } from '../domain/plan/plan-version';
import { textsOf } from '../notices/posting.form';
import { Clock } from '../platform/clock/clock';
import { StateOf } from '../platform/web/answer-to';
import { Posted, formState } from '../platform/web/form';
import { OtherPage, SeeOther, seeOther } from '../platform/web/page';
import { PlanNoticeForm } from './plan.forms';
import { PlanRecords } from './plan-records';
import { noPlan } from './plan-refusals';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';
import { PlanNoticePage, toPlanNotice } from './posting.presenter';

/** Gathers what the pages show on which a plan is posted. */
@Injectable()
export class PostingPages {
  constructor(
    private readonly desk: PlanDesk,
    private readonly previews: Previews,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The notice with the text made from the plan; what cannot be posted leads back and says why. */
  async notice(actor: Actor, code: string): Promise<PlanNoticePage | SeeOther> {
    const { version } = await this.desk.open(actor, code);
    if (!version) return seeOther(plansPaths.index(code), noPlan.text);
    const records = await this.desk.records(version);
    const today = this.clock.today();
    const days = noticeDays('plan', today);
    const { standing, items, renovation, compound } = records;
    const [blocker] = [
      ...planOverBlockers(renovation.state),
      ...postingBlockers({ standing, items: items.length }, { postedOn: today, days }),
    ];
    if (blocker) return seeOther(plansPaths.index(code), blocker.text);
    const { number, reason } = version;
    const text = { compoundName: compound.name, number, reason, items, sheet: version };
    const changes = await this.changesOf(actor, records);
    const values = {
      title: planNoticeTitle(text),
      body: planNoticeBody({ ...text, changes }, addDays(today, days)),
      places: ['gate-board', 'online'],
      postedOn: today,
      days,
      version: version.contentVersion,
      onceKey: randomUUID(),
    };
    return this.noticeAgain(actor, code, () => formState(values));
  }

  async noticeAgain(actor: Actor, code: string, stateOf: StateOf): Promise<PlanNoticePage | SeeOther> {
    const { compound, version } = await this.desk.open(actor, code);
    if (!version) return seeOther(plansPaths.index(code), noPlan.text);
    const leastDays = noticeDays('plan', this.clock.today());
    const frame = await this.workspace.frame(actor, compound, 'plan', '公示方案');
    const form = stateOf({ version: version.contentVersion });
    return toPlanNotice({ compound, version, leastDays }, form, frame);
  }

  /** 「居民将看到」: the last look before the plan hangs in the yard. */
  async preview(
    actor: Actor,
    code: string,
    { value, raw }: Posted<PlanNoticeForm>,
  ): Promise<OtherPage<object>> {
    const { compound } = await this.desk.open(actor, code);
    const { postedOn, days } = value;
    const until = dayInWords(addDays(postedOn, days));
    const looked = {
      ...{ tab: 'plan', task: '公示方案', texts: textsOf(value) },
      note: `从 ${dayInWords(postedOn)} 挂到 ${until}，公示期间方案内容不能改动。`,
      action: plansPaths.notices(code),
      confirmLabel: '公示方案',
    };
    return this.previews.answer(actor, compound, looked, raw);
  }

  private async changesOf(actor: Actor, { version, items }: PlanRecords) {
    if (version.basedOnId === null) return [];
    const before = await this.desk.find(actor, version.basedOnId);
    return compareItems(before.items, items);
  }
}

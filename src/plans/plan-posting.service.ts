import { Injectable } from '@nestjs/common';
import { OnceKeys } from '../access/once-keys';
import { addDays } from '../domain/kernel/calendar-date';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { noticeBlockers } from '../domain/meeting/notice';
import type { Actor } from '../domain/people/actor';
import { postingBlockers } from '../domain/plan/plan-posting';
import { planOverBlockers } from '../domain/plan/plan-version';
import { Notices } from '../notices/notices.service';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale } from '../platform/database/unit-of-work';
import { PlanNoticeForm } from './plan.forms';
import { noPlan, noRenovation } from './plan-refusals';
import { PlanDesk } from './plans.desk';
import { plansPaths } from './plans.paths';

/** Posts the plan in the yard; from then on its content stands still. */
@Injectable()
export class PlanPosting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: PlanDesk,
    private readonly notices: Notices,
    private readonly once: OnceKeys,
    private readonly clock: Clock,
  ) {}

  /** What would be said if it were posted so; nothing is written. */
  async check(actor: Actor, code: string, form: PlanNoticeForm): Promise<Outcome<string>> {
    const { compound, renovation, version } = await this.desk.open(actor, code);
    if (!renovation) return refuse(noRenovation);
    if (!version) return refuse(noPlan);
    const { items, standing } = await this.desk.records(version);
    const draft = { ...form, endsOn: addDays(form.postedOn, form.days) };
    const blockers = [
      ...postingBlockers({ standing, items: items.length }, form),
      ...noticeBlockers(draft, renovation, this.clock.today()),
    ];
    if (blockers.length) return refuse(...blockers);
    return version.contentVersion === form.version ? done(compound.code) : refuse(stale);
  }

  /** Posts the latest version if its content is still what the person saw; sent twice it is one notice. */
  post(actor: Actor, code: string, form: PlanNoticeForm): Promise<Outcome<string>> {
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const { compound, renovation, version } = await this.desk.open(actor, code, tx);
        if (!renovation) return refuse(noRenovation);
        if (!version) return refuse(noPlan);
        const { items, standing } = await this.desk.records(version, tx);
        const { title, body, places, postedOn, days } = form;
        const blockers = [
          ...planOverBlockers(renovation.state),
          ...postingBlockers({ standing, items: items.length }, form),
        ];
        if (blockers.length) return refuse(...blockers);
        if (version.contentVersion !== form.version) return refuse(stale);
        const posted = await this.notices.post(tx, actor, {
          compound,
          renovationId: renovation.id,
          kind: 'plan',
          subjectId: version.id,
          title,
          body,
          places,
          postedOn,
          endsOn: addDays(postedOn, days),
        });
        return posted.ok ? done(plansPaths.index(code)) : posted;
      }),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { QuietDayDesk } from './quiet-days.desk';
import {
  QuietDaysPage,
  QuietDayWithdrawalPage,
  toQuietDays,
  toQuietDayWithdrawal,
} from './quiet-days.presenter';

/** Gathers what the pages of quiet days show. */
@Injectable()
export class QuietDayPages {
  constructor(
    private readonly desk: QuietDayDesk,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async index(actor: Actor, form: FormState = formState({ onceKey: randomUUID() })): Promise<QuietDaysPage> {
    const rows = await this.desk.list(actor);
    const view = {
      rows,
      names: await this.people.names(rows.map(({ row }) => row.recordedBy)),
      mayEdit: mayDo(actor.role, 'quiet-day.edit'),
      office: { id: actor.organisationId, name: actor.organisationName },
      today: this.clock.today(),
    };
    return toQuietDays(view, form);
  }

  async withdrawal(actor: Actor, id: number, stateOf: StateOf): Promise<QuietDayWithdrawalPage> {
    const found = await this.desk.findOwn(actor, id);
    return toQuietDayWithdrawal(found, stateOf(found.row));
  }
}

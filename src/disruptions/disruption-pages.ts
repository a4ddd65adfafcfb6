import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Organisations } from '../access/organisations.service';
import { People } from '../access/people.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Previews } from '../compounds/previews';
import { PublicAddress } from '../compounds/public-address';
import { PublishedPhones } from '../compounds/published-phones';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Workspace } from '../compounds/workspace';
import { worksOpenBlockers } from '../domain/construction/blocked';
import { disruptionNotice } from '../domain/construction/disruption';
import { addDays } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isGoingOn } from '../domain/renovation/going-on';
import { valueOn } from '../domain/rules/rule-book';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState, RawForm } from '../platform/web/form';
import { OtherPage, SeeOther, seeOther } from '../platform/web/page';
import { DisruptionFormPage, toDisruptionForm } from './disruption-form.presenter';
import {
  DisruptionCancelPage,
  DisruptionPage,
  DoorNoticeSheet,
  toDisruption,
  toDisruptionCancel,
  toDoorNotices,
} from './disruption.presenter';
import { DisruptionAtPlace, DisruptionDesk } from './disruptions.desk';
import { disruptionPaths } from './disruptions.paths';
import { DisruptionsPage, toDisruptions } from './disruptions.presenter';
import { LookedAtDisruption } from './disruptions.service';
import { QuietDays } from './quiet-days';

/** How far ahead are quiet days shown, in days? */
const quietAhead = 60;

/** Gathers what the pages of planned disruptions show. */
@Injectable()
export class DisruptionPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly desk: DisruptionDesk,
    private readonly quietDays: QuietDays,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly phones: PublishedPhones,
    private readonly addresses: PublicAddress,
    private readonly previews: Previews,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** Those of a renovation: what is not over, then one page of what is. */
  async index(
    actor: Actor,
    code: string,
    { sequence, page }: { sequence: number | undefined; page: number },
  ): Promise<DisruptionsPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const [past, pastCount] = renovation ? await this.desk.past(renovation.id, page) : [[], 0];
    const isOpen = renovation?.isCurrent === true && isGoingOn(renovation.state);
    const view = {
      ...{ compound, sequence, page, past, pastCount },
      hasRenovation: renovation !== null,
      renovations: toRenovationTabs(choice, disruptionPaths.index),
      ahead: renovation ? await this.desk.ahead(renovation.id) : [],
      quiet: await this.quietSoon(compound.id),
      mayAnnounce: isOpen && mayDo(actor.role, 'disruption.edit'),
      maySeeQuietDays: mayDo(actor.role, 'quiet-day.read'),
      now: this.clock.wallMoment(),
    };
    return toDisruptions(view, await this.workspace.frame(actor, compound, 'disruptions', '施工告知'));
  }

  /** The empty form; where nothing can be announced it leads back and says why. */
  async new(actor: Actor, code: string): Promise<DisruptionFormPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    const [blocker] = worksOpenBlockers(renovation, '告知施工影响');
    if (blocker) return seeOther(disruptionPaths.index(code), blocker.text);
    const values = {
      ...{ fromOn: addDays(this.clock.today(), 2), fromTime: '08:00', toTime: '12:00' },
      onceKey: randomUUID(),
    };
    return this.again(actor, code, formState(values));
  }

  async again(actor: Actor, code: string, form: FormState): Promise<DisruptionFormPage> {
    const compound = await this.compounds.find(actor, code);
    const today = this.clock.today();
    const hour = (value: number) => `${String(value).padStart(2, '0')}:00`;
    const parts = {
      ...{ compound, buildings: await this.desk.buildings(compound.id) },
      quiet: await this.quietSoon(compound.id),
      night: {
        from: hour(valueOn('removal.night-from', today)),
        until: hour(valueOn('removal.night-until', today)),
      },
    };
    const frame = await this.workspace.frame(actor, compound, 'disruptions', '告知施工影响');
    return toDisruptionForm(parts, form, frame);
  }

  /** 「居民将看到」: the door notice as it will hang, and what should be said before. */
  async preview(
    actor: Actor,
    code: string,
    { disruption, warnings }: LookedAtDisruption,
    raw: RawForm,
  ): Promise<OtherPage<object>> {
    const compound = await this.compounds.find(actor, code);
    const [phone = null] = await this.phones.of(compound.id);
    const { title, body } = disruptionNotice(disruption, { compoundName: compound.name, phone });
    const said = warnings.map(({ text }) => `${text}。`).join('');
    const looked = {
      ...{ tab: 'disruptions', task: '告知施工影响', action: disruptionPaths.index(code) },
      texts: [
        { label: '标题', text: title },
        { label: '内容', text: body },
      ],
      note: `告知以后不能修改，只能取消。${said}`,
      confirmLabel: '告知居民',
    };
    return this.previews.answer(actor, compound, looked, raw);
  }

  async show(actor: Actor, id: number): Promise<DisruptionPage> {
    const found = await this.desk.find(actor, id);
    const frame = await this.workspace.frame(actor, found.compound, 'disruptions', '施工告知');
    return toDisruption(await this.viewed(actor, found), frame);
  }

  async cancellation(actor: Actor, id: number, stateOf: StateOf): Promise<DisruptionCancelPage> {
    const found = await this.desk.find(actor, id);
    const frame = await this.workspace.frame(actor, found.compound, 'disruptions', '取消施工告知');
    return toDisruptionCancel(await this.viewed(actor, found), stateOf(found.disruption), frame);
  }

  async sheet(actor: Actor, id: number): Promise<DoorNoticeSheet> {
    const found = await this.desk.find(actor, id);
    const phones = await this.phones.of(found.compound.id);
    const [street] = await this.organisations.byIds([found.compound.streetId]);
    return toDoorNotices({
      ...found,
      ...{ phones, phone: phones[0] ?? null, place: street.name, today: this.clock.today() },
      address: this.addresses.of(found.compound.code),
    });
  }

  private quietSoon(compoundId: number) {
    const today = this.clock.today();
    return this.quietDays.ofCompound(compoundId, today, addDays(today, quietAhead));
  }

  private async viewed(actor: Actor, found: DisruptionAtPlace) {
    const { announcedBy, cancelledBy } = found.disruption;
    return {
      ...found,
      names: await this.people.names([announcedBy, cancelledBy]),
      mayEdit: mayDo(actor.role, 'disruption.edit'),
      now: this.clock.wallMoment(),
    };
  }
}

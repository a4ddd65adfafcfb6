import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Organisations } from '../access/organisations.service';
import { People } from '../access/people.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Previews } from '../compounds/previews';
import { PublicAddress } from '../compounds/public-address';
import { toRenovationTabs } from '../compounds/renovation-tabs.presenter';
import { Workspace } from '../compounds/workspace';
import { worksOverBlockers } from '../domain/construction/blocked';
import { bulletinWarnings, nextBulletinDays } from '../domain/construction/bulletin';
import { isCalendarDate } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { isGoingOn } from '../domain/renovation/going-on';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState, RawForm, typedList } from '../platform/web/form';
import { OtherPage, SeeOther, seeOther } from '../platform/web/page';
import { WorksDesk } from '../works/works.desk';
import { BulletinWriting, WrittenBulletin } from './bulletin-writing';
import {
  BulletinFormPage,
  BulletinPage,
  BulletinSheet,
  BulletinWithdrawalPage,
  toBulletin,
  toBulletinForm,
  toBulletinSheet,
  toBulletinWithdrawal,
} from './bulletin.presenter';
import { BulletinTotals } from './bulletin.totals';
import { BulletinAtPlace, BulletinDesk } from './bulletins.desk';
import { BulletinsPage, toBulletins } from './bulletins.presenter';
import { noRenovation } from './bulletins.service';
import { diaryPaths } from './diaries.paths';

/** Gathers what the pages of bulletins show. */
@Injectable()
export class BulletinPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly desk: BulletinDesk,
    private readonly writing: BulletinWriting,
    private readonly totals: BulletinTotals,
    private readonly works: WorksDesk,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly addresses: PublicAddress,
    private readonly previews: Previews,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  async index(actor: Actor, code: string, sequence: number | undefined): Promise<BulletinsPage> {
    const choice = await this.compounds.choose(actor, code, sequence);
    const { compound, renovation } = choice;
    const isOpen = renovation?.isCurrent === true && isGoingOn(renovation.state);
    const view = {
      ...{ compound, sequence, hasRenovation: renovation !== null, today: this.clock.today() },
      renovations: toRenovationTabs(choice, diaryPaths.bulletins),
      bulletins: renovation ? await this.desk.ofRenovation(renovation.id) : [],
      mayPublish: isOpen && mayDo(actor.role, 'bulletin.publish'),
      worksStartOn: isOpen ? await this.worksStartOn(renovation.id) : null,
    };
    return toBulletins(view, await this.workspace.frame(actor, compound, 'diaries', '周报'));
  }

  /** The form over the days since the last one; where nothing can be published it leads back and says why. */
  async new(actor: Actor, code: string): Promise<BulletinFormPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    const [blocker] = renovation ? worksOverBlockers(renovation.state) : [noRenovation];
    if (blocker) return seeOther(diaryPaths.bulletins(code), blocker.text);
    const lastOn = (await this.totals.lastDays([renovation!.id])).get(renovation!.id) ?? null;
    const days = nextBulletinDays(lastOn, this.clock.today());
    return this.again(actor, code, formState({ ...days, onceKey: randomUUID() }));
  }

  async again(actor: Actor, code: string, form: FormState): Promise<BulletinFormPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const [from = ''] = typedList(form.values.from);
    const [to = ''] = typedList(form.values.to);
    const isRead = renovation !== null && isCalendarDate(from) && isCalendarDate(to) && from <= to;
    const written = isRead
      ? await this.writing.write({ compound, renovation }, { from, to, paragraph: '' })
      : null;
    const frame = await this.workspace.frame(actor, compound, 'diaries', '写周报');
    return toBulletinForm({ compound, written }, form, frame);
  }

  /** 「居民将看到」: the whole bulletin as it will be frozen, and what should be said before. */
  async preview(
    actor: Actor,
    code: string,
    { sources, written, mark }: WrittenBulletin,
    raw: RawForm,
  ): Promise<OtherPage<object>> {
    const compound = await this.compounds.find(actor, code);
    const said = bulletinWarnings(sources, written).map(({ text }) => `${text}。`);
    const looked = {
      ...{ tab: 'diaries', task: '发布周报', action: diaryPaths.bulletins(code), confirmLabel: '发布周报' },
      texts: [
        { label: '标题', text: written.title },
        { label: '内容', text: written.text },
      ],
      note: `发布以后不能修改，只能撤回。${said.join('')}`,
    };
    return this.previews.answer(actor, compound, looked, { ...raw, seen: mark });
  }

  async show(actor: Actor, id: number): Promise<BulletinPage> {
    const found = await this.desk.find(actor, id);
    const frame = await this.workspace.frame(
      actor,
      found.compound,
      'diaries',
      `第 ${found.bulletin.number} 期周报`,
    );
    return toBulletin(await this.viewed(actor, found), frame);
  }

  async withdrawal(actor: Actor, id: number, stateOf: StateOf): Promise<BulletinWithdrawalPage> {
    const found = await this.desk.find(actor, id);
    const frame = await this.workspace.frame(actor, found.compound, 'diaries', '撤回周报');
    return toBulletinWithdrawal(await this.viewed(actor, found), stateOf(found.bulletin), frame);
  }

  async sheet(actor: Actor, id: number): Promise<BulletinSheet> {
    const found = await this.desk.find(actor, id);
    const [street] = await this.organisations.byIds([found.compound.streetId]);
    const address = this.addresses.of(found.compound.code).text;
    return toBulletinSheet(found, { place: street.name, address });
  }

  private async worksStartOn(renovationId: number): Promise<string | null> {
    const { contracts } = await this.works.ofRenovation(renovationId);
    const running = contracts.filter(({ role, state }) => role === 'contractor' && state === 'running');
    return running.map(({ startsOn }) => startsOn).sort()[0] ?? null;
  }

  private async viewed(actor: Actor, found: BulletinAtPlace) {
    const { publishedBy, withdrawnBy } = found.bulletin;
    return {
      ...found,
      names: await this.people.names([publishedBy, withdrawnBy]),
      mayPublish: mayDo(actor.role, 'bulletin.publish'),
    };
  }
}

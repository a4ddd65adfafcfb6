import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Doors } from '../compounds/doors.service';
import { PostedNotices } from '../compounds/posted-notices';
import { Previews } from '../compounds/previews';
import { PublishedPhones } from '../compounds/published-phones';
import { PreviewPage } from '../compounds/redaction-preview';
import { Workspace } from '../compounds/workspace';
import { doorInWords } from '../domain/compound/doors';
import { wishOverBlockers, wishStateNames } from '../domain/meeting/wish';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { Clock } from '../platform/clock/clock';
import { StateOf } from '../platform/web/answer-to';
import { FormState, RawForm, formState } from '../platform/web/form';
import { OtherPage, SeeOther, seeOther } from '../platform/web/page';
import { noRenovation } from './wish-changes.service';
import { WishSteps } from './wish-steps';
import { NewWishPage, WishPage, toNewWish, toWish } from './wish.presenter';
import { NewWishForm, WishConclusionForm } from './wish.forms';
import { numberInWords } from './wish-words';
import { WishDesk, WishQuery } from './wishes.desk';
import { wishPaths } from './wishes.paths';
import { WishesPage, toWishes } from './wishes.presenter';

const nothing = { wishes: [], total: 0 };
const noCounts = { open: 0, adopted: 0, 'not-adopted': 0, otherwise: 0 };

/** Gathers what the pages of the wishes show. */
@Injectable()
export class WishPages {
  constructor(
    private readonly desk: WishDesk,
    private readonly compounds: CompoundDesk,
    private readonly notices: PostedNotices,
    private readonly steps: WishSteps,
    private readonly doors: Doors,
    private readonly people: People,
    private readonly phones: PublishedPhones,
    private readonly previews: Previews,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The list of a renovation, the current one unless another is asked for. */
  async index(actor: Actor, code: string, query: WishQuery): Promise<WishesPage> {
    const choice = await this.compounds.choose(actor, code, query.renovation || undefined);
    const { compound, renovation } = choice;
    const view = {
      choice,
      query,
      ...(renovation ? await this.desk.list(renovation.id, query) : nothing),
      counts: renovation ? await this.desk.counts(renovation.id) : noCounts,
      notices: renovation ? await this.notices.ofRenovation(renovation.id) : [],
      mayEdit: mayDo(actor.role, 'wish.edit'),
      today: this.clock.today(),
    };
    return toWishes(view, await this.workspace.frame(actor, compound, 'wishes'));
  }

  /** The empty form; where nothing can be written down it leads back and says why. */
  async new(
    actor: Actor,
    code: string,
    given: { door: number; notice: number },
  ): Promise<NewWishPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    if (!renovation) return seeOther(wishPaths.index(code), noRenovation.text);
    const [blocker] = wishOverBlockers(renovation.state);
    if (blocker) return seeOther(wishPaths.index(code), blocker.text);
    const { door, notice } = given;
    const chosen = {
      kind: notice ? 'objection' : 'wish',
      source: door ? 'door' : undefined,
      dwellingId: door || undefined,
      noticeId: notice || undefined,
    };
    const empty = { ...chosen, heardOn: this.clock.today(), onceKey: randomUUID() };
    return this.newAgain(actor, code, formState(empty));
  }

  async newAgain(actor: Actor, code: string, form: FormState): Promise<NewWishPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const doors = (await this.doors.doorsOf(compound.id)).map((door) => ({
      value: String(door.id),
      label: doorInWords(door),
    }));
    const notices = renovation ? await this.notices.ofRenovation(renovation.id) : [];
    const frame = await this.workspace.frame(actor, compound, 'wishes', '登记居民意见');
    return toNewWish({ compound, doors, notices }, form, frame);
  }

  /** A new wish as residents will read it. */
  async newPreview(
    actor: Actor,
    code: string,
    form: NewWishForm,
    raw: RawForm,
  ): Promise<OtherPage<PreviewPage>> {
    const compound = await this.compounds.find(actor, code);
    const { text, publicText } = form;
    const looked = {
      ...{ tab: 'wishes', task: '登记居民意见' },
      texts: [{ label: '这条意见', text: publicText?.trim() || text }],
      note: '保存后会出现在本院的公开页面上，门牌和从哪里听到的不公开。',
      action: wishPaths.create(code),
      confirmLabel: '保存，给居民看',
    };
    return this.previews.answer(actor, compound, looked, raw);
  }

  /** One wish; without a form as typed, an empty one. */
  async show(
    actor: Actor,
    id: number,
    stateOf: StateOf = ({ version }) => formState({ version }),
  ): Promise<WishPage> {
    const found = await this.desk.find(actor, id);
    const { wish, compound } = found;
    const entries = await this.desk.entries(id);
    const notices = await this.notices.ofRenovation(wish.renovationId);
    const view = {
      ...found,
      entries,
      names: await this.people.names(entries.map(({ madeBy }) => madeBy)),
      door: wish.dwellingId ? doorInWords((await this.doors.find(actor, wish.dwellingId)).door) : '',
      notice: notices.find((one) => one.id === wish.noticeId),
      steps: this.steps
        .all()
        .filter(({ action }) => mayDo(actor.role, action))
        .map(({ label, link }) => ({ label, link: link(id) })),
      phones: await this.phones.of(compound.id),
      mayEdit: mayDo(actor.role, 'wish.edit'),
      today: this.clock.today(),
    };
    const typed = stateOf(wish);
    const values = { onceKey: randomUUID(), publicText: wish.publicText, ...typed.values };
    const form = { ...typed, values };
    return toWish(view, form, await this.frame(actor, found, numberInWords(wish)));
  }

  /** An answer as residents will read it, with the wish it answers. */
  async answerPreview(
    actor: Actor,
    id: number,
    form: WishConclusionForm,
    raw: RawForm,
  ): Promise<OtherPage<PreviewPage>> {
    const { wish, compound } = await this.desk.find(actor, id);
    const texts = [
      { label: '居民的意见', text: wish.publicText },
      { label: `答复（${wishStateNames[form.outcome]}）`, text: form.answer },
    ];
    const looked = {
      ...{ tab: 'wishes', task: '答复居民意见', texts },
      note: '答复后这条意见和答复会出现在本院的公开页面上，门牌和从哪里听到的不公开。',
      action: wishPaths.conclusions(id),
      confirmLabel: '答复，给居民看',
    };
    return this.previews.answer(actor, compound, looked, raw);
  }

  private frame(actor: Actor, { compound }: { compound: Compound }, last: string) {
    return this.workspace.frame(actor, compound, 'wishes', last);
  }
}

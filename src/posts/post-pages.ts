import { Injectable } from '@nestjs/common';
import { Organisations } from '../access/organisations.service';
import { People } from '../access/people.service';
import { Workspace } from '../compounds/workspace';
import { dayInWords } from '../domain/kernel/calendar-date';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { FileTotals } from '../files/files.totals';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { PhotoHints } from '../site-photos/photo-hints';
import { PhotoPointDesk } from '../site-photos/photo-points.desk';
import { ItemStandings } from '../works/item-standings';
import { KeptPosts } from './kept-posts';
import { PostJudging } from './post-judging';
import { PostPage, toPost } from './post.presenter';
import { PostAtPlace, PostDesk } from './posts.desk';

/** Gathers what the page of one post shows. */
@Injectable()
export class PostPages {
  constructor(
    private readonly desk: PostDesk,
    private readonly judging: PostJudging,
    private readonly kept: KeptPosts,
    private readonly hints: PhotoHints,
    private readonly points: PhotoPointDesk,
    private readonly files: FileTotals,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly workspace: Workspace,
    private readonly standings: ItemStandings,
    private readonly clock: Clock,
  ) {}

  find(actor: Actor, id: number): Promise<PostAtPlace> {
    return this.desk.find(actor, id);
  }

  async show(actor: Actor, id: number, stateOf: StateOf = () => formState({})): Promise<PostPage> {
    const place = await this.desk.find(actor, id);
    const { post, contract, compound, renovation } = place;
    const judged = await this.judging.of(actor, place, '');
    const photos = await this.kept.photos([id]);
    const fileIds = photos.map(({ fileId }) => fileId);
    const ofDay = judged.posts.filter(
      (one) => one.contractId === post.contractId && one.workedOn === post.workedOn,
    );
    const [firm] = await this.organisations.byIds([contract.organisationId]);
    const points = photos.some(({ pointId }) => pointId !== null)
      ? await this.points.ofRenovation(renovation.id)
      : [];
    const standings = await this.standings.of(renovation, post.workedOn);
    const view = {
      ...{ ...place, ...judged, actor, photos, firm: firm.shortName },
      stored: await this.files.byId(fileIds),
      // They name other compounds: not for everybody who sees the post.
      hints: mayDo(actor.role, 'hint.read') ? await this.hints.of(fileIds) : new Map(),
      points: new Map(points.map((one) => [one.id, one.name])),
      names: await this.people.names(ofDay.flatMap(({ row }) => [row.postedBy, row.decidedBy])),
      planned: new Map(standings.map(({ item, planned }) => [item.id, planned])),
      today: this.clock.today(),
    };
    const frame = await this.workspace.frame(actor, compound, 'posts', `${dayInWords(post.workedOn)}日报`);
    return toPost(view, withVersion(stateOf(post.row), post.row), frame);
  }
}

/** Two forms share the page: each is given the version of now where it brought none. */
const withVersion = (form: FormState, { version }: { version: number }): FormState => ({
  ...form,
  values: { version: String(version), ...form.values },
});

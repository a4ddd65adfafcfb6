import { Injectable, NotFoundException } from '@nestjs/common';
import { earliestPostDay } from '../domain/construction/post-rules';
import { mayDo } from '../domain/people/permissions';
import { OpenFindings } from '../inspections/open-findings';
import { Clock } from '../platform/clock/clock';
import { PhotoPointDesk } from '../site-photos/photo-points.desk';
import { sitePhotoPaths } from '../site-photos/site-photos.paths';
import { SiteProgress } from '../works/site-progress';
import { toContract, WorksDesk } from '../works/works.desk';
import { FieldDesk, OnSitePerson, posterOf } from './field.desk';
import { fieldPaths } from './field.paths';
import type { SessionAnswer } from './field-api';
import { FieldHistoryPage, FieldPostPage, toFieldHistory, toFieldPost } from './field-post.presenter';
import { FieldReportPages } from './field-report-pages';
import { TodayPage, toToday } from './field-today.presenter';
import { KeptPosts } from './kept-posts';
import { MissingDays } from './missing-days';

/** Gathers what the phone's pages show, the form of a day aside. */
@Injectable()
export class FieldPages {
  constructor(
    private readonly desk: FieldDesk,
    private readonly works: WorksDesk,
    private readonly kept: KeptPosts,
    private readonly missing: MissingDays,
    private readonly findings: OpenFindings,
    private readonly points: PhotoPointDesk,
    private readonly progress: SiteProgress,
    private readonly reports: FieldReportPages,
    private readonly clock: Clock,
  ) {}

  async today(person: OnSitePerson): Promise<TodayPage> {
    const found = await this.desk.contracts(person);
    const today = this.clock.today();
    const renovationIds = found.map(({ contract }) => contract.renovationId);
    const posts = await this.kept.ofDay(renovationIds, today);
    const findings = await this.findings.ofContracts(found.map(({ contract }) => contract.id));
    const progress = await this.progress.ofAll(renovationIds);
    const missing = await this.missing.of(found.map(({ contract }) => contract));
    const views = found.map(({ contract, compound }) => ({
      ...{ contract, compound, posts: posts.get(contract.renovationId) ?? [] },
      missing: missing.get(contract.id) ?? [],
      progress: progress.get(contract.renovationId) ?? null,
      findings: findings.get(contract.id) ?? [],
      earliest: earliestPostDay(posterOf(person), toContract(contract), today),
    }));
    const { name, organisationName } = person.actor;
    return toToday(views, { who: `${organisationName} ${name}`, today });
  }

  async post(person: OnSitePerson, id: number): Promise<FieldPostPage> {
    const place = await this.desk.post(person, id);
    const { items } = await this.works.ofRenovation(place.renovation.id);
    const photos = await this.reports.photosOf([id]);
    return toFieldPost(
      place,
      items,
      photos.map(({ photo }) => photo),
      this.clock.today(),
    );
  }

  /** The posts of one contract, or of all this person posts on. */
  async history(person: OnSitePerson, contractId: number): Promise<FieldHistoryPage> {
    const contracts = contractId
      ? [await this.desk.contract(person, contractId)]
      : await this.desk.contracts(person);
    const posts = await this.kept.of(contracts.map(({ contract }) => contract.renovationId));
    const groups = contracts.map(({ contract, compound }) => ({
      name: `${compound.name} ${contract.name}`,
      posts: (posts.get(contract.renovationId) ?? []).filter((one) => one.contractId === contract.id),
    }));
    return toFieldHistory(groups, this.clock.today());
  }

  /** Where the label of a photo point leads: to the form of today, else to the pictures of the point. */
  async point(person: OnSitePerson, id: number): Promise<string> {
    const { renovation } = await this.points.find(person.actor, id);
    const contracts = mayDo(person.actor.role, 'post.write') ? await this.desk.contracts(person) : [];
    const own = contracts.find(({ contract }) => contract.renovationId === renovation.id);
    if (own) return fieldPaths.report({ contract: own.contract.id, point: id });
    if (person.onSite) throw new NotFoundException();
    return sitePhotoPaths.show(id);
  }

  /** What the script asks before it sends: a token of now, the server's clock, the contracts. */
  async session(person: OnSitePerson & { csrf: string }): Promise<SessionAnswer> {
    const found = await this.desk.contracts(person);
    return {
      ...{ csrf: person.csrf, now: this.clock.nowAt(), who: String(person.actor.userId) },
      contracts: found.map(({ contract: { id } }) => ({ id })),
    };
  }
}

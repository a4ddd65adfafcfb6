import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Organisations } from '../access/organisations.service';
import { LastSteps } from '../audit/last-steps';
import { Compound } from '../compounds/compound.entity';
import { CompoundContact } from '../compounds/contact.entity';
import { Renovation } from '../compounds/renovation.entities';
import { Renovations } from '../compounds/renovations.service';
import { KnownConsultation } from '../domain/disclosure/consultation';
import { disclose, Disclosure } from '../domain/disclosure/disclosure';
import { KnownRenovation } from '../domain/disclosure/renovation';
import { FileTotals } from '../files/files.totals';
import { Clock, dayOf } from '../platform/clock/clock';
import { LedgerTotals } from '../patrols/ledger.totals';
import { RemovalTotals } from '../removals/removals.totals';
import { StageTotals } from '../stages/stages.totals';
import { SurveyTotals } from '../surveys/surveys.totals';
import { Consultations } from './consultations';
import { knownPhoto, toldRenovation } from './known-renovation';
import { WorksFacts } from './works-facts';

/** Gathers what the rooms know of one compound, and lets the law say what of it is public. */
@Injectable()
export class PublicFacts {
  constructor(
    @InjectDataSource() private readonly reader: DataSource,
    private readonly organisations: Organisations,
    private readonly renovations: Renovations,
    private readonly stages: StageTotals,
    private readonly surveys: SurveyTotals,
    private readonly consultations: Consultations,
    private readonly removals: RemovalTotals,
    private readonly ledger: LedgerTotals,
    private readonly works: WorksFacts,
    private readonly files: FileTotals,
    private readonly steps: LastSteps,
    private readonly clock: Clock,
  ) {}

  /**
   * The key of a compound's public pages: it rises with every step on the compound, and is another one for another
   * compound that got the code of one taken back. 404 when there is none.
   */
  async revisionOf(code: string): Promise<string> {
    const compound = await this.reader.manager.findOne(Compound, {
      where: { code },
      select: { id: true, revision: true },
    });
    if (!compound) throw new NotFoundException();
    return `${compound.id}.${compound.revision}`;
  }

  /** What everybody may see of a compound today, and when that changed last. */
  async of(code: string): Promise<{ told: Disclosure; changedAt: string | null }> {
    const { manager } = this.reader;
    const compound = await manager.findOneBy(Compound, { code });
    if (!compound) throw new NotFoundException();
    const placeIds = [compound.streetId, compound.communityId].filter((id) => id !== null);
    const [places, contacts, renovations, survey, photos, changedAt] = await Promise.all([
      this.organisations.byIds(placeIds),
      manager.findBy(CompoundContact, { compoundId: compound.id }),
      this.renovations.of(compound.id),
      this.surveys.publicSurvey(compound.id),
      this.files.publishedPhotos(compound.id),
      this.steps.of(compound.id),
    ]);
    const nameOf = (id: number | null) => places.find((place) => place.id === id)?.shortName ?? null;
    const current = renovations.find(({ isCurrent }) => isCurrent);
    const others = renovations.filter((one) => one !== current);
    const earlier: KnownRenovation[] = [];
    const earlierConsultations: KnownConsultation[] = [];
    for (const one of others) {
      earlier.push(await this.tell(compound, one));
      earlierConsultations.push(await this.consultations.of(one));
    }
    const built = current ? await this.works.of(current) : null;
    const builtBefore = await Promise.all(others.map((one) => this.works.before(one)));
    const pictures = [...(built ? [built] : []), ...builtBefore]
      .flatMap((one) => one.pictures)
      .filter(({ id }) => !photos.some((photo) => photo.id === id));
    const removalOf = (one: Renovation) => this.removals.publicRemoval(one.id);
    const known = {
      ...{ compound, contacts, survey, earlier, earlierConsultations },
      street: nameOf(compound.streetId) ?? '',
      community: nameOf(compound.communityId),
      current: current ? await this.tell(compound, current) : null,
      consultation: current ? await this.consultations.of(current) : null,
      removal: current ? await removalOf(current) : null,
      earlierRemovals: await Promise.all(others.map(removalOf)),
      sign: await this.ledger.publicSign(compound.id),
      works: built?.works ?? null,
      earlierWorks: builtBefore.map(({ works }) => works),
      photos: [...photos, ...pictures].map(knownPhoto),
      changedOn: changedAt && dayOf(changedAt),
    };
    return { told: disclose(known, this.clock.today()), changedAt };
  }

  private async tell(compound: Compound, renovation: Renovation): Promise<KnownRenovation> {
    return toldRenovation(renovation, await this.stages.story(compound, renovation));
  }
}

import { Injectable } from '@nestjs/common';
import { EntityManager, Like } from 'typeorm';
import { OnceKeys } from '../access/once-keys';
import { Organisations } from '../access/organisations.service';
import { AuditTrail } from '../audit/audit.service';
import { codeBlockers, normaliseCode, officialCode, suggestCode } from '../domain/compound/code';
import { registerBlockers } from '../domain/compound/register';
import { Blocker, houseRule } from '../domain/kernel/blocker';
import { Outcome, done, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { Clock } from '../platform/clock/clock';
import { UnitOfWork, stale, updateAt } from '../platform/database/unit-of-work';
import { EditCompoundForm, NewCompoundForm } from './compound.form';
import { CompoundValues, Place, changedFields, valuesOf } from './compound-values';
import { Compound } from './compound.entity';
import { CompoundDesk } from './compounds.desk';
import { compoundPaths } from './compounds.paths';
import { searchTextOf, syllablesOf } from './search-text';

/** Registering compounds and keeping their entries right. */
@Injectable()
export class Compounds {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: CompoundDesk,
    private readonly organisations: Organisations,
    private readonly once: OnceKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Registers a compound; the value is where it is found. Sent twice it is one compound. */
  async register(actor: Actor, form: NewCompoundForm): Promise<Outcome<string>> {
    const place = await this.placeOf(actor, form.place);
    const values = valuesOf(form);
    const blockers = [...placeBlockers(place), ...registerBlockers(values, this.clock.today())];
    return this.work.run((tx) =>
      this.once.once(tx, actor, form.onceKey, async () => {
        const code = form.code ? normaliseCode(form.code) : await this.freeCode(tx, form.name);
        blockers.push(...codeBlockers(code, await tx.existsBy(Compound, { code })));
        if (place && (await this.isKnown(tx, place, form.name))) blockers.push(sameName(form.name));
        if (blockers.length || !place) return refuse(...blockers);
        const id = await this.insert(tx, { ...values, code, ...place });
        await this.audit.record(tx, {
          actor,
          action: 'compound.registered',
          subject: { kind: 'compound', id },
          compoundId: id,
          to: form.name,
        });
        return done(compoundPaths.show(code));
      }),
    );
  }

  /** Writes a new row inside a unit of work, with everything the system itself derives; returns its id. */
  async insert(
    tx: EntityManager,
    row: CompoundValues & Place & { code: string } & Partial<Compound>,
  ): Promise<number> {
    const at = this.clock.nowAt();
    const result = await tx.insert(Compound, {
      ...row,
      officialCode: await this.nextOfficialCode(tx, row.communityId),
      searchText: searchTextOf(row),
      createdAt: at,
      updatedAt: at,
    });
    return result.identifiers[0].id as number;
  }

  /** Changes a compound's entry if it is still as the person saw it. */
  async update(actor: Actor, code: string, form: EditCompoundForm): Promise<Outcome> {
    const place = await this.placeOf(actor, form.place);
    const values = valuesOf(form);
    const blockers = [...placeBlockers(place), ...registerBlockers(values, this.clock.today())];
    return this.work.run(async (tx) => {
      const before = await this.desk.find(actor, code, tx);
      if (blockers.length || !place) return refuse(...blockers);
      const officialCode =
        before.communityId === place.communityId
          ? before.officialCode
          : await this.nextOfficialCode(tx, place.communityId);
      const change = {
        ...values,
        ...place,
        officialCode,
        searchText: searchTextOf({ ...values, code }),
        updatedAt: this.clock.nowAt(),
      };
      if (!(await updateAt(tx, Compound, { id: before.id, version: form.version }, change)))
        return refuse(stale);
      const changed = changedFields(before, { ...values, ...place });
      const subject = { kind: 'compound', id: before.id };
      await this.audit.record(tx, {
        actor,
        action: 'compound.changed',
        subject,
        compoundId: before.id,
        to: changed,
      });
      return done(undefined);
    });
  }

  /** A free public code for this name. */
  async freeCode(tx: EntityManager, name: string): Promise<string> {
    const stem = suggestCode(name, syllablesOf, () => false);
    const rows = await tx.find(Compound, {
      where: { code: Like(`${stem.slice(0, 18)}%`) },
      select: { code: true },
    });
    const taken = new Set(rows.map((row) => row.code));
    return suggestCode(name, syllablesOf, (code) => taken.has(code));
  }

  private async nextOfficialCode(tx: EntityManager, communityId: number | null): Promise<string | null> {
    if (communityId === null) return null;
    const [community] = await this.organisations.pathOf(communityId, tx);
    const last = await tx.findOne(Compound, {
      where: { officialCode: Like(`${community.code}%`) },
      order: { officialCode: 'DESC' },
      select: { officialCode: true },
    });
    const sequence = last ? Number(last.officialCode!.slice(-3)) + 1 : 1;
    return sequence > 999 ? null : officialCode(community.code, sequence);
  }

  private async isKnown(tx: EntityManager, place: Place, name: string): Promise<boolean> {
    return tx.existsBy(Compound, { streetId: place.streetId, name });
  }

  /** The chosen place ('s<id>' a street, 'c<id>' a community), if it lies in the person's part of the tree. */
  private async placeOf(actor: Actor, text: string): Promise<Place | undefined> {
    for (const { street, communities } of await this.organisations.placesFor(actor)) {
      const community = communities.find((one) => `c${one.id}` === text);
      const isStreet = `s${street.id}` === text && actor.role !== 'community-worker';
      if (community || isStreet) {
        return { districtId: street.parentId!, streetId: street.id, communityId: community?.id ?? null };
      }
    }
    return undefined;
  }
}

const placeBlockers = (place: Place | undefined): Blocker[] =>
  place ? [] : [houseRule('compound.place', '请在您管辖的范围内选择街道和社区')];

const sameName = (name: string): Blocker =>
  houseRule(
    'compound.same-name',
    `本街道已有名为「${name}」的楼院，请到台账里查看；确实是另一处的，请在名称里加以区分`,
  );

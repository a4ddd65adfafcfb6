import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { Organisations } from '../access/organisations.service';
import { Compound } from '../compounds/compound.entity';
import { searchTextOf, syllablesOf } from '../compounds/search-text';
import { officialCode, suggestCode } from '../domain/compound/code';
import { RegisterValues } from '../domain/exchange/register-values';
import { Clock } from '../platform/clock/clock';
import { Report } from './import-jobs';

/** A compound a list brings that the register does not have. */
export interface NewCompound {
  row: number;
  name: string;
  streetId: number;
  communityId: number | null;
  values: RegisterValues;
}

/** The same with the public code it gets; made before the unit of work, because pinyin takes time. */
export interface CodedCompound extends NewCompound {
  code: string;
}

const rowsPerInsert = 100;
const rowsPerTurn = 20;

/** Writes many compounds into the register at once, as the register itself writes one. */
@Injectable()
export class RegisterWriter {
  constructor(
    private readonly organisations: Organisations,
    private readonly clock: Clock,
  ) {}

  /** Gives every new compound a code that none of these has. */
  async withCodes(
    compounds: readonly NewCompound[],
    taken: Set<string>,
    report: Report,
  ): Promise<CodedCompound[]> {
    const coded: CodedCompound[] = [];
    for (const compound of compounds) {
      if (coded.length % rowsPerTurn === 0) await report(coded.length, compounds.length);
      const code = suggestCode(compound.name, syllablesOf, (one) => taken.has(one));
      taken.add(code);
      coded.push({ ...compound, code });
    }
    return coded;
  }

  /** Registers them inside a unit of work; the numbers they got, by row. */
  async register(
    tx: EntityManager,
    compounds: readonly CodedCompound[],
    batch: { id: number; districtId: number },
    report: Report,
  ): Promise<Map<number, number>> {
    const at = this.clock.nowAt();
    const officialCodes = await this.officialCodesFor(tx, compounds);
    for (let from = 0; from < compounds.length; from += rowsPerInsert) {
      await report(from, compounds.length);
      const some = compounds.slice(from, from + rowsPerInsert).map(({ row, values, ...compound }) => ({
        ...compound,
        ...values,
        officialCode: officialCodes.get(row) ?? null,
        districtId: batch.districtId,
        searchText: searchTextOf({ ...compound, ...values }),
        importBatchId: batch.id,
        createdAt: at,
        updatedAt: at,
      }));
      await tx.createQueryBuilder().insert().into(Compound).values(some).updateEntity(false).execute();
    }
    const written = await tx.find(Compound, {
      where: { importBatchId: batch.id },
      select: { id: true, code: true },
    });
    const idOf = new Map(written.map(({ id, code }) => [code, id]));
    return new Map(compounds.map(({ row, code }) => [row, idOf.get(code)!]));
  }

  /** Changes some fields of a compound, inside a unit of work. */
  async change(tx: EntityManager, id: number, change: Partial<Compound>): Promise<void> {
    const compound = await tx.findOneByOrFail(Compound, { id });
    const after = { ...compound, ...change };
    await tx.update(
      Compound,
      { id },
      {
        ...change,
        searchText: searchTextOf(after),
        updatedAt: this.clock.nowAt(),
        version: compound.version + 1,
      },
    );
  }

  /** Which of these codes the register has, inside a unit of work. */
  async codesTaken(tx: EntityManager, codes: readonly string[]): Promise<Set<string>> {
    const taken = new Set<string>();
    for (let from = 0; from < codes.length; from += 500) {
      const where = { code: In(codes.slice(from, from + 500)) };
      for (const { code } of await tx.find(Compound, { where, select: { code: true } })) taken.add(code);
    }
    return taken;
  }

  private async officialCodesFor(
    tx: EntityManager,
    compounds: readonly NewCompound[],
  ): Promise<Map<number, string>> {
    const ids = [...new Set(compounds.map(({ communityId }) => communityId).filter((id) => id !== null))];
    const codes = new Map<number, string>();
    for (const community of ids.length ? await this.organisations.byIds(ids) : []) {
      const { last } = (await tx
        .createQueryBuilder(Compound, 'compound')
        .select('MAX(compound.officialCode)', 'last')
        .where('compound.officialCode LIKE :pattern', { pattern: `${community.code}%` })
        .getRawOne<{ last: string | null }>())!;
      let sequence = last ? Number(last.slice(-3)) : 0;
      for (const { row, communityId } of compounds) {
        if (communityId !== community.id || sequence >= 999) continue;
        sequence += 1;
        codes.set(row, officialCode(community.code, sequence));
      }
    }
    return codes;
  }
}

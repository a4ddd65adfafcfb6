import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { findHeader } from '../domain/exchange/header';
import { mappingBlockers, proposeColumns, sureMapping } from '../domain/exchange/mapping';
import { Sheet } from '../domain/exchange/sheet';
import { houseRule } from '../domain/kernel/blocker';
import { Outcome, refuse } from '../domain/kernel/outcome';
import { Actor } from '../domain/people/actor';
import { ComparedList, ImportComparison } from './import-comparison.service';
import { RegisterReader } from './register-reader';
import { readWorkbook } from './workbook-reader/workbook-reader';

/** Compares a file with the register as a person would see it on the preview, and writes nothing. */
@Injectable()
export class DryRun {
  constructor(
    private readonly register: RegisterReader,
    private readonly comparison: ImportComparison,
  ) {}

  /** The comparison, with the columns whose labels are known; rows that name no street belong to `street`. */
  async of(actor: Actor, file: string, streetId?: number): Promise<Outcome<ComparedList>> {
    const read = await readWorkbook(await readFile(file), basename(file));
    if (!read.ok) return read;
    const sheet = read.value.find((one: Sheet) => findHeader(one) !== undefined);
    const header = sheet && findHeader(sheet);
    const ground = await this.register.groundOf(actor);
    if (!sheet || !header) return refuse(houseRule('import.no-header', '前 10 行里没有找到表头'));
    if (!ground) return refuse(houseRule('import.no-place', '这个账号没有管辖的街道，不能导入'));
    const mapping = sureMapping(proposeColumns(header));
    const blockers = mappingBlockers(mapping);
    if (blockers.length) return refuse(...blockers);
    return this.comparison.compare(
      actor,
      { sheet, header, mapping, ground, defaultStreetId: streetId },
      async () => {},
    );
  }
}

// Tries the reader on real lists that may not be part of this repository. YUANXIN_SAMPLES names the folder that holds
// them with what a careful person reads in them (*.expected.json, header_vocabulary.csv); without it nothing is run.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ListComparison } from '../../domain/exchange/comparison';
import { findHeader } from '../../domain/exchange/header';
import { readLabel } from '../../domain/exchange/label';
import { matchLabel } from '../../domain/exchange/label-matching';
import { ListReader } from '../../domain/exchange/list-reader';
import { proposeColumns, sureMapping } from '../../domain/exchange/mapping';
import { readWorkbook } from './workbook-reader';

const folder = process.env.YUANXIN_SAMPLES ?? '';
const whenGiven = folder === '' ? describe.skip : describe;

interface Expected {
  file: string;
  importable_rows: number;
  totals_check: Record<string, number>;
  header_paths: string[];
  rows: {
    row: number;
    name: string;
    address: string;
    building_count: number;
    household_count: number;
    lon: number;
  }[];
}

whenGiven('a real list', () => {
  const expectedOf = (): Expected => {
    const name = readdirSync(folder).find((file) => file.endsWith('.expected.json'))!;
    return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Expected;
  };

  it('gives the rows a careful person reads in it, and no note or total is a row', async () => {
    const expected = expectedOf();
    const outcome = await readWorkbook(readFileSync(join(folder, expected.file)), expected.file);
    if (!outcome.ok) throw new Error(outcome.blockers[0].text);
    const sheet = outcome.value[0];
    const header = findHeader(sheet)!;
    expect(header.columns.map(({ path }) => path)).toEqual(expected.header_paths);
    const street = { id: 1, name: '某街道', districtName: '惠济区', communities: [] };
    const reader = new ListReader(sheet, header, sureMapping(proposeColumns(header)), {
      today: '2026-06-01',
      placing: { streets: [street] },
      locality: ['郑州市', '惠济区'],
    });
    const rows = reader.dataRows.map((row) => reader.read(row));
    expect(rows).toHaveLength(expected.importable_rows);
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(reader.totals().map(({ stated, agrees }) => [stated, agrees])).toEqual([
      [expected.totals_check['楼栋总数'], true],
      [expected.totals_check['房屋总数'], true],
      [expected.importable_rows, true],
    ]);
    for (const wanted of expected.rows) {
      expect(rows.find(({ row }) => row === wanted.row)).toMatchObject({
        name: wanted.name,
        values: {
          address: wanted.address,
          buildingCount: wanted.building_count,
          householdCount: wanted.household_count,
          longitude: String(wanted.lon),
        },
      });
    }
    const register = [
      { id: 1, code: 'fl106', name: '丰乐路106号院', streetId: 1, values: { householdCount: 28 } },
    ];
    const comparison = new ListComparison(register, ['郑州市', '惠济区'], '2026-06-01');
    const differing = rows
      .map((row) => comparison.compare(row))
      .filter(({ verdict }) => verdict === 'differs');
    expect(differing).toMatchObject([
      { row: 28, conflicts: [{ field: 'householdCount', known: 28, listed: 4 }] },
    ]);
  });

  it('has labels of which none is taken for the opposite', () => {
    const lines = parse(readFileSync(join(folder, 'header_vocabulary.csv')), {
      columns: true,
      skip_empty_lines: true,
    });
    const asked: Record<string, string[]> = {
      name: ['compound_name'],
      builtYear: ['build_year'],
      siteArea: ['land_area'],
      floorArea: ['floor_area'],
      buildingCount: ['building_count'],
      householdCount: ['household_count'],
      propertyFee: ['property_fee'],
      lonLat: ['lon_lat'],
      longitude: ['lon_lat'],
      latitude: ['lon_lat'],
      plannedStart: ['planned_start'],
      actualStart: ['actual_start'],
      plannedFinish: ['planned_finish'],
      actualFinish: ['actual_finish'],
      awardDate: ['award_date'],
      streetAndCommunity: ['street', 'community'],
    };
    const wrong = (lines as Record<string, string>[])
      .map((line) => ({
        label: line.label_as_seen,
        meant: line.canonical_field,
        match: matchLabel(readLabel(line.label_as_seen.replace('\\n', '\n'))),
      }))
      .filter(({ match, meant }) => match && !(asked[match.field] ?? [match.field]).includes(meant));
    expect(wrong).toEqual([]);
  });
});

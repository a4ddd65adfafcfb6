import { MigrationInterface, QueryRunner, Table, TableCheckOptions } from 'typeorm';
import {
  big,
  day,
  flag,
  id,
  instant,
  oneOf,
  optional,
  prose,
  refers,
  version,
  whole,
  words,
} from './columns';

/** The register: compounds, their buildings and doors, contacts, renovations and the firms on them. */
export class Compounds0002 implements MigrationInterface {
  name = 'Compounds1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [compound, contact, building, dwelling, renovation, renovationParty]) {
      await runner.createTable(table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [renovationParty, renovation, dwelling, building, contact, compound]) {
      await runner.dropTable(table);
    }
  }
}

const positive = (column: string): TableCheckOptions => ({
  name: `compound_${column}_positive`,
  expression: `"${column}" IS NULL OR "${column}" > 0`,
});

const compound = new Table({
  name: 'compound',
  columns: [
    id,
    words('code', 24, { isUnique: true }),
    words('officialCode', 24, { ...optional, isUnique: true }),
    words('name', 60),
    words('alias', 60, optional),
    words('address', 120, optional),
    whole('districtId'),
    whole('streetId'),
    whole('communityId', optional),
    words('grid', 40, optional),
    whole('builtYear', optional),
    words('builtYearBasis', 24, optional),
    words('builtYearNote', 60, optional),
    whole('siteArea', optional),
    whole('floorArea', optional),
    whole('buildingCount', optional),
    whole('unitCount', optional),
    whole('floorsMin', optional),
    whole('floorsMax', optional),
    whole('householdCount', optional),
    whole('residentCount', optional),
    whole('elderlyCount', optional),
    whole('vacantCount', optional),
    whole('rentedCount', optional),
    words('tenure', 120, optional),
    words('originUnit', 60, optional),
    words('originUnitStatus', 24, optional),
    words('noOwnerReason', 24, optional),
    words('managementStatus', 24, optional),
    words('managementCompany', 60, optional),
    words('feeLevel', 60, optional),
    flag('hasPartyOrganisation'),
    flag('hasSelfGovernance'),
    flag('hasVolunteers'),
    words('sponsorUnit', 60, optional),
    words('sponsorRole', 60, optional),
    words('neighbourNote', 200, optional),
    flag('outsideDistrictPlan'),
    flag('isEnclave'),
    words('exclusions', 60, optional),
    words('longitude', 24, optional),
    words('latitude', 24, optional),
    prose('remarks', optional),
    words('searchText', 500),
    flag('isDemo'),
    whole('importBatchId', optional),
    whole('revision', { default: 1 }),
    version,
    instant('createdAt'),
    instant('updatedAt'),
  ],
  foreignKeys: [
    refers('districtId', 'organisation'),
    refers('streetId', 'organisation'),
    refers('communityId', 'organisation'),
  ],
  checks: [
    ...['siteArea', 'floorArea', 'buildingCount', 'unitCount', 'householdCount', 'floorsMax'].map(positive),
    { name: 'compound_built_year', expression: '"builtYear" IS NULL OR "builtYear" BETWEEN 1900 AND 2100' },
  ],
  indices: [
    { name: 'compound_by_district', columnNames: ['districtId'] },
    { name: 'compound_by_street', columnNames: ['streetId', 'name'] },
    { name: 'compound_by_community', columnNames: ['communityId'] },
    { name: 'compound_by_import', columnNames: ['importBatchId'] },
  ],
});

const contact = new Table({
  name: 'compound_contact',
  columns: [
    id,
    whole('compoundId'),
    words('kind', 24),
    words('title', 40),
    words('personName', 40, optional),
    words('workPhone', 20, optional),
    words('hours', 60, optional),
    flag('mayPublish'),
    day('consentOn', optional),
    whole('position', { default: 0 }),
    version,
  ],
  foreignKeys: [refers('compoundId', 'compound')],
  checks: [
    oneOf('contact_kind', 'kind', [
      'building-lead',
      'compound-lead',
      'community',
      'street',
      'contractor',
      'other',
    ]),
    { name: 'contact_consent', expression: '"mayPublish" = false OR "consentOn" IS NOT NULL' },
  ],
  indices: [{ name: 'contact_by_compound', columnNames: ['compoundId'] }],
});

const building = new Table({
  name: 'building',
  columns: [
    id,
    whole('compoundId'),
    words('no', 20),
    whole('floors', optional),
    whole('unitCount', optional),
    words('structure', 24, optional),
    whole('builtYear', optional),
    version,
  ],
  foreignKeys: [refers('compoundId', 'compound')],
  uniques: [{ name: 'building_no', columnNames: ['compoundId', 'no'] }],
});

const dwelling = new Table({
  name: 'dwelling',
  columns: [
    id,
    whole('compoundId'),
    whole('buildingId'),
    whole('unitNo'),
    whole('floorNo'),
    words('roomNo', 20),
    words('use', 16, { default: "'dwelling'" }),
    version,
  ],
  foreignKeys: [refers('compoundId', 'compound'), refers('buildingId', 'building')],
  uniques: [{ name: 'dwelling_door', columnNames: ['buildingId', 'unitNo', 'roomNo'] }],
  checks: [oneOf('dwelling_use', 'use', ['dwelling', 'business', 'garage', 'storage'])],
  indices: [{ name: 'dwelling_by_compound', columnNames: ['compoundId'] }],
});

const renovation = new Table({
  name: 'renovation',
  columns: [
    id,
    whole('compoundId'),
    whole('sequence'),
    words('name', 60),
    words('track', 16),
    words('stage', 16),
    words('state', 16),
    words('removal', 16, { default: "'waiting'" }),
    flag('isCurrent'),
    prose('summary', optional),
    big('estimatedFen', optional),
    words('stateReason', 500, optional),
    day('openedOn'),
    day('closedOn', optional),
    version,
  ],
  foreignKeys: [refers('compoundId', 'compound')],
  uniques: [{ name: 'renovation_sequence', columnNames: ['compoundId', 'sequence'] }],
  checks: [
    oneOf('renovation_track', 'track', ['district', 'micro']),
    oneOf('renovation_stage', 'stage', [
      'survey',
      'consultation',
      'removal',
      'construction',
      'acceptance',
      'handover',
    ]),
    oneOf('renovation_state', 'state', ['active', 'paused', 'cancelled', 'closed']),
    oneOf('renovation_removal', 'removal', ['waiting', 'open', 'finished']),
  ],
  indices: [
    {
      name: 'renovation_one_current',
      columnNames: ['compoundId'],
      isUnique: true,
      where: '"isCurrent" = true',
    },
    { name: 'renovation_by_stage', columnNames: ['isCurrent', 'stage', 'state'] },
  ],
});

const renovationParty = new Table({
  name: 'renovation_party',
  columns: [
    id,
    whole('renovationId'),
    whole('organisationId'),
    words('role', 16),
    day('fromOn'),
    day('untilOn', optional),
    version,
  ],
  foreignKeys: [refers('renovationId', 'renovation'), refers('organisationId', 'organisation')],
  uniques: [{ name: 'renovation_party_once', columnNames: ['renovationId', 'organisationId', 'role'] }],
  checks: [oneOf('renovation_party_role', 'role', ['contractor', 'supervisor', 'designer'])],
  indices: [{ name: 'renovation_party_by_firm', columnNames: ['organisationId'] }],
});

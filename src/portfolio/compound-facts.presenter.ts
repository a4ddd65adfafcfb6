import { Compound } from '../compounds/compound.entity';
import { Renovation } from '../compounds/renovation.entities';
import {
  builtYearBasisNames,
  managementStatusNames,
  noOwnerReasonNames,
  originUnitStatusNames,
} from '../domain/compound/words';
import { areaInWords } from '../domain/kernel/area';
import { trackNames } from '../domain/renovation/stages';
import { FactLine } from '../platform/web/figures';

/** What everybody asks about a compound first, from the register; '—' is not known yet. */
export function toCompoundFacts(compound: Compound, renovation: Renovation | null): FactLine[] {
  const { builtYear, builtYearNote, builtYearBasis, siteArea, floorArea, residentCount, elderlyCount } =
    compound;
  const area = (value: number | null) => (value === null ? '—' : areaInWords(value));
  const basis = wordOf(builtYearBasisNames, builtYearBasis);
  return [
    {
      term: '建成年份',
      value: builtYear ? `${builtYear} 年` : (builtYearNote ?? '—'),
      ...(basis && { note: `依据：${basis}` }),
    },
    { term: '占地 / 建筑面积', value: `${area(siteArea)} / ${area(floorArea)}` },
    {
      term: '常住人口',
      value: residentCount === null ? '—' : `${residentCount} 人`,
      ...(elderlyCount !== null && { note: `60 岁以上 ${elderlyCount} 人` }),
    },
    { term: '原单位', ...originOf(compound) },
    {
      term: '管理现状',
      value: wordOf(managementStatusNames, compound.managementStatus) || '—',
      ...(compound.managementCompany && { note: compound.managementCompany }),
    },
    { term: '三类组织', value: organisationsOf(compound) },
    {
      term: '包联单位',
      value: compound.sponsorUnit ?? '—',
      ...(compound.sponsorRole && { note: compound.sponsorRole }),
    },
    {
      term: '改造类型',
      value: renovation ? trackNames[renovation.track] : '未立项',
      ...(compound.outsideDistrictPlan && { note: '未列入区年度计划' }),
    },
    ...(compound.neighbourNote
      ? [{ term: '四至和毗邻', value: compound.neighbourNote, ...(compound.isEnclave && { note: '飞地' }) }]
      : []),
  ];
}

function originOf(compound: Compound): Pick<FactLine, 'value' | 'note'> {
  const notes = [
    wordOf(originUnitStatusNames, compound.originUnitStatus),
    wordOf(noOwnerReasonNames, compound.noOwnerReason),
  ].filter(Boolean);
  return {
    value: compound.originUnit ?? '—',
    ...(notes.length && { note: [...new Set(notes)].join('，') }),
  };
}

function organisationsOf({ hasPartyOrganisation, hasSelfGovernance, hasVolunteers }: Compound): string {
  const found = [
    hasPartyOrganisation && '党组织',
    hasSelfGovernance && '居民自治',
    hasVolunteers && '志愿服务',
  ].filter(Boolean);
  return found.length ? found.join('、') : '还没有';
}

const wordOf = (names: Record<string, string>, key: string | null): string => (key && names[key]) || '';

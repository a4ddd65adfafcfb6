import { PublicCompound } from '../domain/disclosure/register';
import { areaInWords } from '../domain/kernel/area';
import { Plate } from '../platform/web/figures';

/** The door plate: 'this is my yard'. */
export function toPlate({ plate }: PublicCompound, line: string): Plate {
  const { road, number, suffix } = plate;
  return { before: road, ...(number && { number, after: suffix }), line };
}

/** The four facts under the plate: '1989 年建', '1 单元 7 层', '28 户', '1,677 ㎡'. */
export function toPlateFacts(compound: PublicCompound): string[] {
  const { builtYear, builtYearNote, unitCount, householdCount, floorArea } = compound;
  const shape = [unitCount && `${unitCount} 单元`, floorsInWords(compound)].filter(Boolean).join(' ');
  return [
    builtYear ? `${builtYear} 年建` : builtYearNote,
    shape,
    householdCount && `${householdCount} 户`,
    floorArea && areaInWords(floorArea),
  ].filter((fact): fact is string => Boolean(fact));
}

function floorsInWords({ floorsMin, floorsMax }: PublicCompound): string {
  if (!floorsMax) return '';
  return floorsMin && floorsMin !== floorsMax ? `${floorsMin} 至 ${floorsMax} 层` : `${floorsMax} 层`;
}

/** What else the register tells, in the foot of the page. */
export function toFootLines(compound: PublicCompound): string[] {
  const { siteArea, floorArea, buildingCount, originUnit, alias, address, name } = compound;
  const parts = [
    siteArea && `占地 ${areaInWords(siteArea)}`,
    floorArea && `建筑面积 ${areaInWords(floorArea)}`,
    buildingCount && `${buildingCount} 栋`,
    originUnit && (originUnit.startsWith('原') ? originUnit : `原${originUnit}`),
    alias && `又叫${alias}`,
    address && !name.startsWith(address) && `坐落：${address}`,
  ].filter(Boolean);
  return parts.length ? [parts.join('，')] : [];
}

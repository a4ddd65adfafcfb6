// Says which facts of the register one cell brings, by the field its column is mapped to.
import { splitDistrictPrefix } from './compound-keys';
import { ImportField } from './import-fields';
import { readArea } from './read-area';
import { FieldCell } from './read-cells';
import {
  Counted,
  countedBuildings,
  countedHouseholds,
  countedPersons,
  countedUnits,
  readCount,
  readFloors,
} from './read-count';
import { PropertyFee, readFee } from './read-fee';
import { readManagement } from './read-management';
import { readPosition, readPositionFrom } from './read-position';
import { readBuiltYear } from './read-year';
import { blank, read, Reading, saysNothing, unreadable, unreadableAnyway } from './reading';
import { registerFields, RegisterField, RegisterValues } from './register-values';
import { plain } from './simple-characters';

const counts: Partial<Record<ImportField, Counted>> = {
  buildingCount: countedBuildings,
  unitCount: countedUnits,
  householdCount: countedHouseholds,
  residentCount: countedPersons,
};

/** The facts in that cell; undefined when its field brings none by itself. */
export function readFact(
  cell: FieldCell,
  byField: Map<ImportField, FieldCell>,
  thisYear: number,
): { reading: Reading<RegisterValues> } | undefined {
  const { field, text, column } = cell;
  const counted = counts[field];
  if (counted) return fact(readCount(text, counted), (value) => ({ [field]: value }));
  switch (field) {
    case 'siteArea':
    case 'floorArea':
      return fact(readArea(text, column.unit), (value) => ({ [field]: value }));
    case 'floorCount':
      return fact(readFloors(text), ({ least, most }) => ({ floorsMin: least, floorsMax: most }));
    case 'builtYear':
      return fact(readBuiltYear(text, thisYear), ({ year, words }) => ({
        ...(year === null ? {} : { builtYear: year }),
        ...(words === '' ? {} : { builtYearNote: words.slice(0, registerFields.builtYearNote.most) }),
      }));
    case 'propertyFee':
      return fact(readFee(text, column.unit), (fee) => ({ feeLevel: feeInWords(fee) }));
    case 'management':
    case 'managementStatus':
      return fact(readManagement(text), ({ status, company }) => ({
        ...(status === null ? {} : { managementStatus: status }),
        ...(company === null ? {} : { managementCompany: company }),
      }));
    case 'lonLat':
      return fact(readPosition(text), positionValues);
    case 'longitude':
      return fact(readPositionFrom(text, byField.get('latitude')?.text ?? ''), positionValues);
    case 'address':
      return { reading: readText(splitDistrictPrefix(text).rest, 'address') };
    case 'alias':
    case 'originUnit':
      return { reading: readText(text, field) };
    default:
      return undefined;
  }
}

/** The fee as the register keeps it: 「0.5 至 0.8 元/㎡·月」. */
function feeInWords({ leastFen, mostFen, per }: PropertyFee): string {
  const figures = leastFen === mostFen ? [leastFen] : [leastFen, mostFen];
  return `${figures.map((fen) => fen / 100).join(' 至 ')} 元/${per === 'area' ? '㎡' : '户'}·月`;
}

function readText(text: string, field: RegisterField): Reading<RegisterValues> {
  const value = text.replace(/\s+/g, ' ').trim();
  if (saysNothing(plain(value))) return blank;
  const broken = unreadableAnyway(value);
  if (broken) return broken;
  const most = registerFields[field].most ?? 60;
  if ([...value].length > most) return unreadable(`超过 ${most} 个字`, '请改短');
  return read({ [field]: value });
}

const positionValues = ({
  longitude,
  latitude,
}: {
  longitude: number;
  latitude: number;
}): RegisterValues => ({
  longitude: String(longitude),
  latitude: String(latitude),
});

function fact<T>(
  reading: Reading<T>,
  toValues: (value: T) => RegisterValues,
): { reading: Reading<RegisterValues> } {
  return { reading: reading.kind === 'value' ? { ...reading, value: toValues(reading.value) } : reading };
}

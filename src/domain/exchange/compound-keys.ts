// Under which keys is a compound recognised? The same yard is written 丰乐路106号, 丰乐路106号院 or
// 郑州市惠济区丰乐路１０６号; names are compared without what only says that it is a yard, addresses by road and number.
import { withDoorDigits } from './chinese-number';
import { plain } from './simple-characters';

/** Names that may stand before an address without telling one compound from another: 郑州市, 惠济区, 刘寨街道. */
export type Locality = readonly string[];

const yardEnds = /(大院|小院|院落|楼院)$/;
const roadAndNumber =
  /([\u4e00-\u9fff]{1,12}(?:路|街|巷|道|里|胡同))([0-9]{1,5})(?:(?:号院?附|号?-)([0-9]{1,4}))?号?院?(?!号?楼|[0-9栋幢米])/g;

/** The key of a name; two names with one key are the same compound within a street. */
export function nameKey(name: string, locality: Locality = []): string {
  const bare = withDoorDigits(plain(name.slice(0, 200)).replace(/[()[\]{}【】〔〕·.,、;:"'“”_/]/g, ''));
  const local = withoutLocality(bare, locality);
  return local.replace(/号大?院$/, '号').replace(yardEnds, '') || bare;
}

/** The doors an address names: road and number of each, 丰乐路106 or 槐荫路57-1; building numbers are none. */
export function addressKeys(address: string, locality: Locality = []): string[] {
  const comparable = withDoorDigits(plain(address.slice(0, 400)));
  const keys = new Set<string>();
  for (const part of comparable.split(/[,、;。]/)) {
    const local = withoutLocality(part.replace(/^[([{][^()[\]{}]*[)\]}]/, ''), locality);
    for (const match of local.matchAll(roadAndNumber)) {
      keys.add(match[3] ? `${match[1]}${match[2]}-${match[3]}` : `${match[1]}${match[2]}`);
    }
  }
  return [...keys];
}

/** The address with a leading district in brackets taken off: (惠济)槐荫路52号 → 惠济 and 槐荫路52号. */
export function splitDistrictPrefix(address: string): { district: string; rest: string } {
  const match = /^[(（]([\u4e00-\u9fff]{2,4})[)）](.+)$/s.exec(address.trim());
  return match ? { district: match[1], rest: match[2].trim() } : { district: '', rest: address.trim() };
}

function withoutLocality(text: string, locality: Locality): string {
  let rest = text;
  for (const name of locality) {
    const start = plain(name);
    if (start !== '' && rest.startsWith(start) && rest.length >= start.length + 3)
      rest = rest.slice(start.length);
  }
  return rest;
}

// Finds which street and community a row names. Lists write 刘寨街道, 刘寨街道办事处, 刘寨办 or 刘寨 for one street.
import { plain } from './simple-characters';

/** A community a row can be placed in. */
export interface CommunityPlace {
  id: number;
  name: string;
}

/** A street a row can be placed in, with its communities. */
export interface StreetPlace {
  id: number;
  name: string;
  districtName: string;
  communities: CommunityPlace[];
}

const streetEnds = /(街道办事处|街道办|办事处|街道|镇|乡|办)$/;
const communityEnds = /(社区居民委员会|社区居委会|居民委员会|村民委员会|居委会|村委会|社区|居委|村)$/;
const districtEnds = /(区|县|市)$/;

/** The name of a street without what only says that it is one. */
export const streetStem = (name: string): string => stem(name, streetEnds);

/** The name of a community without what only says that it is one. */
const communityStem = (name: string): string => stem(name, communityEnds);

/** Do these two name the same district? (惠济) and 惠济区 do. */
export const sameDistrict = (first: string, second: string): boolean =>
  stem(first, districtEnds) === stem(second, districtEnds);

/** The street of that name. */
export const streetNamed = (text: string, streets: readonly StreetPlace[]): StreetPlace | undefined =>
  streets.find((street) => streetStem(street.name) === streetStem(text));

/** The community of that name in a street. */
export const communityNamed = (text: string, street: StreetPlace): CommunityPlace | undefined =>
  street.communities.find((community) => communityStem(community.name) === communityStem(text));

/** Street and community out of one cell (刘寨街道粮运社区, 刘寨街道/粮运社区). */
export function splitStreetAndCommunity(text: string): { street: string; community: string } {
  const comparable = plain(text).replace(/[/,、;·-]/g, '');
  const end = /^(.{1,12}?(?:街道办事处|街道办|办事处|街道|镇|乡))(.*)$/.exec(comparable);
  return end ? { street: end[1], community: end[2] } : { street: comparable, community: '' };
}

function stem(name: string, ends: RegExp): string {
  const comparable = plain(name).replace(/[()]/g, '');
  const short = comparable.replace(ends, '');
  return short.length >= 2 ? short : comparable;
}

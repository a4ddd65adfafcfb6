// Decides in which street and community a row belongs: what the row names first, then its section, then what the person
// chose for rows that name none; and refuses what lies outside the part of the city the person works in.
import { Reading, read, saysNothing, unreadable } from './reading';
import {
  communityNamed,
  sameDistrict,
  splitStreetAndCommunity,
  streetNamed,
  streetStem,
  StreetPlace,
} from './places';
import { plain } from './simple-characters';

/** Where the person may import to, and what was chosen for rows that name no place. */
export interface PlacingChoice {
  streets: readonly StreetPlace[];
  defaultStreetId?: number;
  defaultCommunityId?: number;
}

/** The place of a row; the community may be unknown until somebody assigns it. */
export interface Place {
  street: StreetPlace;
  communityId: number | null;
}

/** What a row says about its place, each text empty when it says nothing. */
export interface PlaceTexts {
  district: string;
  street: string;
  community: string;
  section: string;
}

/** Which of the place's columns a refusal is about. */
export type PlaceColumn = keyof PlaceTexts | 'none';

/** Where does this row belong? */
export function placeRow(
  said: PlaceTexts,
  choice: PlacingChoice,
): { column: PlaceColumn; reading: Reading<Place> } {
  const first = choice.streets[0];
  if (
    first &&
    !saysNothing(plain(said.district)) &&
    !choice.streets.some((street) => sameDistrict(said.district, street.districtName))
  ) {
    const why = `不在${first.districtName}`;
    return { column: 'district', reading: unreadable(why, `请只导入${first.districtName}的楼院`) };
  }
  const named = nameOf(said.street);
  const street = named ? streetNamed(named, choice.streets) : undefined;
  if (named && !street) return { column: 'street', reading: outside(choice) };
  const place =
    street ??
    sectionStreet(said.section, choice) ??
    communityStreet(said.community, choice) ??
    defaultStreet(choice);
  if (!place)
    return { column: 'none', reading: unreadable('没有写明街道', '请在上一步选定这些楼院属于哪个街道') };
  return communityIn(place, said, choice);
}

function communityIn(
  street: StreetPlace,
  said: PlaceTexts,
  choice: PlacingChoice,
): { column: PlaceColumn; reading: Reading<Place> } {
  const named = nameOf(said.community);
  const community = named ? communityNamed(named, street) : communityNamed(said.section, street);
  if (named && !community) {
    return {
      column: 'community',
      reading: unreadable(`不是${street.name}里您管辖的社区`, '请核对社区名称，或留空'),
    };
  }
  const chosen = street.communities.find(({ id }) => id === choice.defaultCommunityId);
  const only = street.communities.length === 1 ? street.communities[0] : undefined;
  const communityId = community?.id ?? chosen?.id ?? only?.id ?? null;
  return { column: 'community', reading: read({ street, communityId }) };
}

const nameOf = (text: string): string => (saysNothing(plain(text)) ? '' : text);

const outside = (choice: PlacingChoice): Reading<never> => {
  const names = choice.streets.map((street) => street.name);
  const yours =
    names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 个街道` : names.join('、');
  return unreadable(`不在您的管辖范围（${yours}）`, '请改正街道名称，或删去这一行');
};

const sectionStreet = (section: string, { streets }: PlacingChoice): StreetPlace | undefined =>
  section === '' ? undefined : streets.find((street) => plain(section).includes(streetStem(street.name)));

function communityStreet(community: string, { streets }: PlacingChoice): StreetPlace | undefined {
  const named = nameOf(community);
  const holding = named === '' ? [] : streets.filter((street) => communityNamed(named, street));
  return holding.length === 1 ? holding[0] : undefined;
}

const defaultStreet = ({ streets, defaultStreetId }: PlacingChoice): StreetPlace | undefined =>
  streets.find(({ id }) => id === defaultStreetId) ?? (streets.length === 1 ? streets[0] : undefined);

/** The texts of a place where street and community stand in one column. */
export const placeTextsFrom = (joined: string): Pick<PlaceTexts, 'street' | 'community'> =>
  splitStreetAndCommunity(joined);

// What may everybody see of a compound? The allow-list behind every public page: facts of all rooms go in, only the
// fields named in this folder come out (个人信息保护法 §25; visibility matrix of the domain reference §9.1).
import type { CalendarDate } from '../kernel/calendar-date';
import type { PublicSurvey } from '../survey/survey-summary';
import { KnownConsultation, PublicConsultation, nothingConsulted, publicConsultation } from './consultation';
import { KnownContact, PublicContact, publicContacts } from './contacts';
import { PublicFindings, publicFindings } from './findings';
import { KnownPhoto, PublicPhoto, publicPhotos } from './photos';
import { KnownCompound, PublicCompound, publicCompound } from './register';
import { PublicRemoval } from '../removal/public-removal';
import { KnownSign, PublicKeeping, PublicRemovals, publicKeeping, publicRemovals } from './removals';
import { KnownRenovation, PublicRenovation, publicRenovation } from './renovation';
import { staleDays } from './staleness';
import { PublicStanding, publicStanding } from './standing';
import { earlierWorks, KnownWorks, nothingBuilt, PublicWorks, publicWorks } from './works';

/** Everything the rooms know of a compound that a public page asks for. */
export interface KnownFacts {
  compound: KnownCompound;
  street: string;
  community: string | null;
  contacts: readonly KnownContact[];
  current: KnownRenovation | null;
  earlier: readonly KnownRenovation[];
  /** What was consulted in the current renovation; null before one is opened. */
  consultation: KnownConsultation | null;
  /** In the earlier ones, in their order. */
  earlierConsultations: readonly KnownConsultation[];
  /** What was removed in the current renovation, and in the earlier ones in their order. */
  removal: PublicRemoval | null;
  earlierRemovals: readonly (PublicRemoval | null)[];
  /** The works of the current renovation; null before one is opened. */
  works: KnownWorks | null;
  /** Those of the earlier ones, in their order. */
  earlierWorks: readonly KnownWorks[];
  /** How the compound stands after its removals; null where nobody looks after it. */
  sign: KnownSign | null;
  /** The latest signed survey, already counted under headings. */
  survey: PublicSurvey | null;
  photos: readonly KnownPhoto[];
  /** The last thing residents can see a change of. */
  changedOn: CalendarDate | null;
}

/** What everybody may see. */
export interface Disclosure {
  compound: PublicCompound;
  street: string;
  community: string | null;
  contacts: PublicContact[];
  standing: PublicStanding;
  current: PublicRenovation | null;
  earlier: PublicRenovation[];
  consultation: PublicConsultation;
  /** Of the earlier renovations, in their order. */
  earlierConsultations: PublicConsultation[];
  removal: PublicRemovals | null;
  /** Of the earlier renovations, in their order. */
  earlierRemovals: (PublicRemovals | null)[];
  keeping: PublicKeeping | null;
  works: PublicWorks;
  /** Of the earlier renovations, in their order. */
  earlierWorks: PublicWorks[];
  findings: PublicFindings | null;
  photos: PublicPhoto[];
  /** For how many days nothing was told, once that is too long. */
  staleDays: number | null;
}

/** Lets through what is public today, and nothing else. */
export function disclose(known: KnownFacts, today: CalendarDate): Disclosure {
  const current = known.current && publicRenovation(known.current, today);
  const earlier = known.earlier.map((renovation) => publicRenovation(renovation, today));
  const state = current?.state ?? null;
  const contacts = publicContacts(known.contacts, today);
  const phones = contacts.flatMap(({ dial }) => dial ?? []);
  const consulted = (one: KnownConsultation) => publicConsultation(one, today, phones);
  const photos = publicPhotos(known.photos, current ? [...earlier, current] : earlier);
  const removal = publicRemovals(known.removal, photos);
  const earlierRemovals = known.earlier.map((_, at) =>
    publicRemovals(known.earlierRemovals[at] ?? null, photos),
  );
  const wasRemoved = [removal, ...earlierRemovals].some((one) => one !== null);
  return {
    compound: publicCompound(known.compound),
    street: known.street,
    community: known.community,
    contacts,
    standing: publicStanding(current, today),
    current,
    earlier,
    consultation: consulted(known.consultation ?? nothingConsulted),
    earlierConsultations: known.earlier.map((_, at) =>
      consulted(known.earlierConsultations[at] ?? nothingConsulted),
    ),
    removal,
    earlierRemovals,
    keeping: publicKeeping(known.sign, wasRemoved),
    works: publicWorks(known.works ?? nothingBuilt, photos, today, phones),
    earlierWorks: known.earlier.map((_, at) =>
      earlierWorks(known.earlierWorks[at] ?? nothingBuilt, photos, today, phones),
    ),
    findings: known.survey && publicFindings(known.survey),
    photos,
    staleDays: staleDays({ state, changedOn: known.changedOn }, today),
  };
}

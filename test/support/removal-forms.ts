import { StatutoryStepCode, statutorySteps } from '../../src/domain/removal/statutory-steps';
import { jpeg, paper } from './papers';
import { taken } from './pages';
import { Fields, Person } from './person';

/** A garage of 5 × 3 metres as the community writes it down. */
export const garageSheet: Fields = {
  ...{ kind: 'building', place: '院门东侧第 1 间', length: '5', width: '3', use: 'parking' },
  ...{ material: 'steel-sheet', party: 'owner', foundOn: '2026-03-10' },
};

/** Writes a structure down through its form, with a photo; its id. */
export async function registerStructure(
  person: Person,
  fields: Fields = {},
  code = 'fl106',
): Promise<number> {
  const create = `/compounds/${code}/structures`;
  const sheet = { ...garageSheet, photos: await jpeg('拆除前.jpg'), ...fields };
  return Number(/structures\/(\d+)/.exec(await taken(person.fill(`${create}/new`, sheet, create)))![1]);
}

/** An evening at the door. */
export const eveningVisit = (visitedOn: string, change: Fields = {}): Fields => ({
  ...{ attitude: 'against', visitedOn, time: 'evening', visitors: ['community', 'street'], ...change },
});

/** Writes down that somebody went there. */
export const visit = (person: Person, id: number, fields: Fields): Promise<string> =>
  taken(person.fill(`/structures/${id}/visits/new`, fields, `/structures/${id}/visits`));

/** A paper as it is written down on the day it is issued and served, complete, by an organ that holds the power. */
export function paperFields(step: StatutoryStepCode, issuedOn: string, change: Fields = {}): Fields {
  const { power, carries, isServed, needsOfficers } = statutorySteps[step];
  return {
    ...{ issuedOn, organ: organs[step] ?? 'city-management', scans: paper('文书.pdf') },
    ...(power && { documentNumber: '惠城执〔2026〕12号' }),
    ...(carries.length > 0 && { carries: [...carries] }),
    ...(needsOfficers && { officers: '2', certificatesFiled: 'yes' }),
    ...(isServed && { method: 'direct', servedOn: issuedOn, proofs: paper('送达回证.pdf') }),
    ...(step === 'identified' && { conclusion: 'must-remove' }),
    ...change,
  };
}

const organs: Partial<Record<StatutoryStepCode, string>> = {
  reported: 'community',
  identified: 'planning',
  'government-ordered': 'county-government',
};

/** The form of a paper that is not written down yet. */
export const newPaperPath = (id: number, step: StatutoryStepCode): string =>
  `/structures/${id}/papers/new?step=${step}`;

/** Writes a paper down through its form. */
export const recordPaper = (
  person: Person,
  id: number,
  step: StatutoryStepCode,
  fields: Fields,
): Promise<string> => taken(person.fill(newPaperPath(id, step), fields));

/** The form of a step of a case. */
export const stepPath = (id: number, step: string): string => `/structures/${id}/step?step=${step}`;

/** Sends the form of a step as a browser would, with these fields changed. */
export const sendStep = (person: Person, id: number, step: string, fields: Fields) =>
  person.fill(stepPath(id, step), fields, `/structures/${id}/steps`);

/** What is typed of a removal of this day; in the fields of the form of an assisted one. */
export const removalResult = (removedOn: string, change: Fields = {}): Fields => ({
  ...{ removedOn, from: '08:00', to: '08:50', area: '15', belongings: 'none', wasteCleared: 'yes' },
  ...{ windGrade: '2', weatherCheckedOn: removedOn, pollutionAlert: 'none', utilities: 'none' },
  ...change,
});

/** The same of a removal by force: who carried it out, with how many officers, and the record of it. */
export const forcedResult = (removedOn: string, change: Fields = {}): Fields => ({
  ...removalResult(removedOn),
  ...{ organ: 'county-government', officers: '4', documentNumber: '惠济强执笔录〔2026〕1号' },
  ...{ records: paper('执行笔录.pdf'), ...change },
});

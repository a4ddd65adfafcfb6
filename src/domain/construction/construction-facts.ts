// What the works say to the gates (domain reference §1.3 G8, G10, G11): are the contracts signed, is everything built, was what
// is covered accepted before, is every item accepted? Silent of whatever holds no record, so that a dated milestone is
// believed. Whether supervisor and contractor are tied to each other no record of the works can tell; it stays a milestone.
import { CalendarDate, dayInWords, latestOf } from '../kernel/calendar-date';
import type { PartyRole } from '../renovation/opening';
import type { Fact } from '../renovation/facts';
import { ConcealedWork, isConcealedAccepted } from './concealed-work';
import type { Contract } from './contract';
import { isItemCounted, isWorkDone, WorkItem } from './work-item';

/** An item as the gates see it; the days are null while it is not finished, not accepted. */
export interface GateItem extends Pick<WorkItem, 'id' | 'name' | 'state' | 'hasConcealed'> {
  finishedOn: CalendarDate | null;
  acceptedOn: CalendarDate | null;
}

/** What is known of the works. */
export interface WorksForGates {
  contracts: readonly Pick<Contract, 'role' | 'state' | 'signedOn'>[];
  items: readonly GateItem[];
  concealed: readonly (ConcealedWork & { acceptedOn: CalendarDate | null })[];
}

type Said = Pick<Fact, 'state' | 'detail' | 'on'>;

/** The facts of the works; `link` leads to their page. */
export function constructionFacts(works: WorksForGates, link: string): Fact[] {
  const items = works.items.filter(isItemCounted);
  const concealed = works.concealed.filter(
    ({ state, itemId }) => state !== 'withdrawn' && items.some(({ id }) => id === itemId),
  );
  return [
    ...contractFacts(works.contracts, link),
    ...(items.length === 0
      ? []
      : [
          { code: 'works.complete' as const, ...completeFact(items), link },
          { code: 'works.items-accepted' as const, ...acceptedFact(items), link },
          { code: 'works.concealed-accepted' as const, ...concealedFact(items, concealed), link },
        ]),
  ];
}

function contractFacts(contracts: WorksForGates['contracts'], link: string): Fact[] {
  const said = (role: PartyRole, word: string): Said[] => {
    const own = contracts.filter((one) => one.role === role && one.state !== 'ended');
    if (own.length === 0) return [];
    const unsigned = own.filter(({ signedOn }) => signedOn === null).length;
    if (unsigned > 0) return [{ state: 'missing', detail: `${word} ${unsigned} 份还没有签订` }];
    const on = latestOf(...own.map(({ signedOn }) => signedOn));
    return [{ state: 'met', detail: `${word} ${own.length} 份已签订${daySaid(on)}`, on }];
  };
  return [
    ...said('contractor', '施工合同').map((one) => ({
      code: 'works.contract-signed' as const,
      ...one,
      link,
    })),
    ...said('supervisor', '监理合同').map((one) => ({
      ...{ code: 'works.supervision-engaged' as const, ...one, link },
    })),
  ];
}

function completeFact(items: readonly GateItem[]): Said {
  const open = items.filter((item) => !isWorkDone(item));
  if (open.length > 0) {
    return {
      state: 'missing',
      detail: `共 ${items.length} 项，还有 ${open.length} 项没有完工：${names(open)}`,
    };
  }
  const on = latestOf(...items.map(({ finishedOn }) => finishedOn));
  return { state: 'met', detail: `${items.length} 项全部完工${daySaid(on)}`, on };
}

function acceptedFact(items: readonly GateItem[]): Said {
  const open = items.filter(({ state }) => state !== 'accepted');
  if (open.length > 0) {
    return {
      state: 'missing',
      detail: `共 ${items.length} 项，还有 ${open.length} 项没有分项验收合格：${names(open)}`,
    };
  }
  const on = latestOf(...items.map(({ acceptedOn }) => acceptedOn));
  return { state: 'met', detail: `${items.length} 项分项验收全部合格${daySaid(on)}`, on };
}

function concealedFact(items: readonly GateItem[], concealed: WorksForGates['concealed']): Said {
  const lacking = items.filter(
    ({ id, hasConcealed }) => hasConcealed && !concealed.some(({ itemId }) => itemId === id),
  );
  const open = concealed.filter((one) => !isConcealedAccepted(one));
  if (open.length > 0) {
    return { state: 'missing', detail: `登记 ${concealed.length} 处，还有 ${open.length} 处没有检查合格` };
  }
  if (lacking.length > 0) return { state: 'missing', detail: `还没有隐蔽验收记录：${names(lacking)}` };
  if (concealed.length === 0) return { state: 'not-applicable', detail: '没有隐蔽工程' };
  const on = latestOf(...concealed.map(({ acceptedOn }) => acceptedOn));
  return { state: 'met', detail: `${concealed.length} 处都在覆盖前检查合格${daySaid(on)}`, on };
}

const daySaid = (on: CalendarDate | undefined): string => (on ? `，${dayInWords(on)}` : '');

/** The first names, and how many more. */
const names = (items: readonly { name: string }[]): string =>
  items
    .slice(0, 3)
    .map(({ name }) => name)
    .join('、') + (items.length > 3 ? ' 等' : '');

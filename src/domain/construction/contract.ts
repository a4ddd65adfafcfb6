// A contract as far as the works need it: which firm does which part of which renovation, from when until when. Its money
// is told elsewhere. Who builds does not supervise (建设工程质量管理条例 §35; domain reference §1.3 G7, G8).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { Lifecycle, stepBlockers } from '../kernel/lifecycle';
import { Role, roleNames } from '../people/roles';
import { PartyRole, partyRoleNames } from '../renovation/opening';
import type { RenovationState } from '../renovation/stages';
import { byLaw, byOffice, remark, wordsBlockers, worksOverBlockers } from './blocked';

/** Is it written, running, done, or ended before its time? */
export type ContractState = 'prepared' | 'running' | 'finished' | 'ended';

/** What is each state called? */
export const contractStateNames: Record<ContractState, string> = {
  prepared: '待开始',
  running: '履行中',
  finished: '已履行完',
  ended: '已解除',
};

/** The states in which it can still be built under: written, or running. */
export const openContractStates: readonly ContractState[] = ['prepared', 'running'];

/** Can it still be built under? */
export const isContractOpen = ({ state }: { state: ContractState }): boolean =>
  openContractStates.includes(state);

/** What is written down of it; `signedOn` is null while it is not signed, both days of the term belong to it. */
export interface ContractSheet {
  firmId: number;
  role: PartyRole;
  name: string;
  number: string | null;
  signedOn: CalendarDate | null;
  startsOn: CalendarDate;
  finishOn: CalendarDate;
}

/** A contract of a renovation. */
export interface Contract extends ContractSheet {
  id: number;
  state: ContractState;
}

/** The firms of the renovation and its other contracts. */
export interface ContractPlace {
  openedOn: CalendarDate;
  parties: readonly { firmId: number; role: PartyRole }[];
  others: readonly Pick<Contract, 'firmId' | 'role' | 'state'>[];
}

/** What speaks against writing it down like this? */
export function contractBlockers(sheet: ContractSheet, place: ContractPlace, today: CalendarDate): Blocker[] {
  const { firmId, role, signedOn, startsOn, finishOn } = sheet;
  const found = wordsBlockers('contract-name', sheet.name, '合同名称');
  const against = (code: string, text: string) => found.push(byOffice(`contract-${code}`, text));
  if (!place.parties.some((one) => one.firmId === firmId && one.role === role)) {
    against('firm', `这家单位不是这次改造的${partyRoleNames[role]}，请先在参建单位里登记`);
  }
  if (place.others.some((one) => one.firmId === firmId && one.state !== 'ended' && mixes(one.role, role))) {
    const text = '同一家单位不能既施工又监理同一改造，请另选一家';
    found.push(byLaw('contract-both', text, '建设工程质量管理条例 §35'));
  }
  if (signedOn !== null && signedOn > today) against('signed', '「签订日期」不能晚于今天，签订后再填');
  if (signedOn !== null && signedOn < place.openedOn) {
    against('early', `「签订日期」不能早于改造立项 ${dayInWords(place.openedOn)}，请核对`);
  }
  if (finishOn < startsOn) {
    against('term', `「竣工日期」不能早于开工日期 ${dayInWords(startsOn)}，请核对`);
  }
  return found;
}

const mixes = (one: PartyRole, other: PartyRole): boolean =>
  one !== other && one !== 'designer' && other !== 'designer';

/** What should be said along with it? */
export const contractWarnings = ({
  signedOn,
  startsOn,
}: Pick<ContractSheet, 'signedOn' | 'startsOn'>): Blocker[] =>
  signedOn !== null && startsOn < signedOn
    ? [remark('contract-before-signing', '开工日期早于签订日期，请核对是不是填反了')]
    : [];

/** What speaks against changing it from this to that? Once it runs its firm stays and it stays signed. */
export function contractChangeBlockers(before: Contract, after: ContractSheet): Blocker[] {
  const found: Blocker[] = [];
  const against = (code: string, text: string) => found.push(byOffice(`contract-${code}`, text));
  if (!isContractOpen(before)) {
    against('over', `合同${contractStateNames[before.state]}，要修改请先恢复履行`);
  }
  if (before.state === 'prepared') return found;
  if (before.firmId !== after.firmId || before.role !== after.role) {
    against('firm-stays', '合同已经开始履行，不能改成别的单位；要换单位请解除后另立一份');
  }
  if (after.signedOn === null) against('stays-signed', '合同已经开始履行，「签订日期」不能留空');
  return found;
}

/** What can be done with it? */
export type ContractStep = 'begin' | 'finish' | 'end' | 'resume';

/** What a step is judged by; `openItems` are items that are not finished. */
export interface ContractStepFacts {
  renovation: RenovationState;
  sheet: ContractSheet;
  openItems: number;
  reason: string;
}

const arrow = (
  label: string,
  from: readonly ContractState[],
  to: ContractState,
  more: (facts: ContractStepFacts) => Blocker[],
) => ({
  label,
  from,
  to,
  by: ['street-manager'] as const,
  blockers: (facts: ContractStepFacts) => [...worksOverBlockers(facts.renovation), ...more(facts)],
});

/** Every step of a contract. */
export const contractLifecycle: Lifecycle<ContractStep, ContractState, Role, ContractStepFacts> = {
  begin: arrow('开始履行', ['prepared'], 'running', ({ sheet }) =>
    sheet.signedOn === null
      ? [byOffice('contract-unsigned', '合同还没有签订，请先填「签订日期」再开始履行')]
      : [],
  ),
  finish: arrow('履行完毕', ['running'], 'finished', ({ openItems }) =>
    openItems > 0
      ? [byOffice('contract-open-items', `还有 ${openItems} 项没有完工，请完工或移出后再办`)]
      : [],
  ),
  end: arrow('解除合同', ['prepared', 'running'], 'ended', ({ reason }) =>
    wordsBlockers('contract-reason', reason, '解除的原因'),
  ),
  resume: arrow('恢复履行', ['finished', 'ended'], 'running', ({ reason }) =>
    wordsBlockers('contract-reason', reason, '恢复的原因'),
  ),
};

/** What speaks against this step of a contract in this state? */
export const contractStepBlockers = (
  step: ContractStep,
  state: ContractState,
  role: Role,
  facts: ContractStepFacts,
): Blocker[] =>
  stepBlockers(
    contractLifecycle,
    step,
    { state, role, facts },
    { states: contractStateNames, roles: roleNames },
  );

/** What speaks against working under it on this day? A contract past its finish still runs: the works are late, not over. */
export function contractRunsBlockers(
  contract: Pick<Contract, 'state' | 'startsOn'>,
  day: CalendarDate,
): Blocker[] {
  if (contract.state !== 'running') {
    const text = `合同${contractStateNames[contract.state]}，请联系街道项目负责人`;
    return [byOffice('contract-not-running', text)];
  }
  if (day >= contract.startsOn) return [];
  const text = `合同 ${dayInWords(contract.startsOn)} 才开工，请核对日期`;
  return [byOffice('contract-not-begun', text)];
}

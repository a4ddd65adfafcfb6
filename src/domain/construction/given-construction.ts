// Contracts, items, posts and people as the tests of the works tell them: 丰乐路106号院, one month of works (case C1).
import { Blocker } from '../kernel/blocker';
import { Role, roles } from '../people/roles';
import type { Confirmer, Supervision } from './confirming';
import type { Contract } from './contract';
import type { DailyPost, KeptPost } from './daily-post';
import type { PostedItem } from './post-values';
import type { WorkItem } from './work-item';

/** The day the tests look from: a Monday in the middle of the works. */
export const today = '2026-06-08';

/** The contract of the firm that builds, from 19 May to 18 June. */
export const contract = (change: Partial<Contract> = {}): Contract => ({
  ...{ id: 1, firmId: 10, role: 'contractor', name: '施工合同', number: 'SG-1', state: 'running' },
  ...{ signedOn: '2026-05-15', startsOn: '2026-05-19', finishOn: '2026-06-18', ...change },
});

/** The charging points: thirty sets, reported as a number. */
export const charging = (change: Partial<WorkItem> = {}): WorkItem => ({
  ...{ id: 3, line: 3, contractId: 1, name: '充电桩', unit: '组', quantity: 30_00, measure: 'quantity' },
  ...{ zones: [1], plannedStartOn: '2026-06-01', plannedFinishOn: '2026-06-12', predecessorId: null },
  ...{ hasConcealed: false, state: 'open', ...change },
});

/** The walls: a thousand square metres, reported as a share. */
export const walls = (change: Partial<WorkItem> = {}): WorkItem =>
  charging({
    ...{ id: 1, line: 1, name: '院墙、走廊粉刷', unit: '㎡', quantity: 1000_00, measure: 'share', zones: [] },
    ...{ plannedStartOn: '2026-05-19', plannedFinishOn: '2026-06-12', ...change },
  });

/** A post of today that says what a good one says. */
export const post = (change: Partial<DailyPost> = {}): DailyPost => ({
  ...{ uuid: '0b1f6a52-7c1d-4e0a-9a3e-2f6f0c9d1a11', contractId: 1, workedOn: today, kind: 'work' },
  ...{ values: [{ itemId: 3, value: 18_00, reason: '' }], workers: 9, weather: 'sunny' },
  ...{ holdups: [], effects: [], sentence: '', photos: 3, ...change },
});

/** A post as it is kept. */
export const kept = (id: number, change: Partial<KeptPost> = {}): KeptPost => ({
  ...post({ uuid: `0b1f6a52-7c1d-4e0a-9a3e-${String(id).padStart(12, '0')}` }),
  ...{ id, state: 'confirmed', ...change },
});

/** The charging points as a post meets them: fifteen sets were told on Friday. */
export const posted = (change: Partial<PostedItem> = {}): PostedItem => ({
  ...{ item: charging(), own: null, before: { on: '2026-06-05', value: 15_00 }, after: null, holds: [] },
  ...change,
});

/** A district renovation with a supervisor, firm 20. */
export const supervised: Supervision = { track: 'district', supervisorFirmId: 20 };

/** The supervisor's engineer. */
export const engineer: Confirmer = { userId: 7, role: 'supervisor', firmId: 20 };

/** The street manager. */
export const manager: Confirmer = { userId: 5, role: 'street-manager', firmId: null };

/** The codes of reasons, without the name of the law. */
export const codesOf = (found: readonly Blocker[]): string[] =>
  found.map(({ code }) => code.replace(/^works\./, ''));

/** Every arrow × role × state, as [step, state, role, codes that are expected while nothing else speaks against it]. */
export const tableOf = <Step extends string, State extends string>(
  expected: Record<Step, { by: readonly Role[]; from: readonly State[] }>,
  states: readonly State[],
): [Step, State, Role, string[]][] =>
  (Object.keys(expected) as Step[]).flatMap((step) =>
    states.flatMap((state) =>
      roles.map((role): [Step, State, Role, string[]] => {
        const { by, from } = expected[step];
        const codes = [
          ...(by.includes(role) ? [] : ['step.role']),
          ...(from.includes(state) ? [] : ['step.state']),
        ];
        return [step, state, role, codes];
      }),
    ),
  );

// Structures and cases as the tests of the law and of the room tell them.
import { squareMetres } from '../kernel/area';
import { addDays } from '../kernel/calendar-date';
import type { WorkCalendar } from '../kernel/work-calendar';
import type { StatutoryCase, StepRecord } from './statutory-case';
import { StatutoryStepCode, statutorySteps } from './statutory-steps';
import type { StructureSheet } from './structure';

const off = (from: string, days: number) => Array.from({ length: days }, (_, index) => addDays(from, index));

/** The work calendar of 2025 and 2026 as the State Council published it; the law reads no file, so it stands here too. */
export const workCalendar: WorkCalendar = {
  years: [2025, 2026],
  holidays: [
    ...[...off('2025-01-01', 1), ...off('2025-01-28', 8), ...off('2025-04-04', 3), ...off('2025-05-01', 5)],
    ...[...off('2025-05-31', 3), ...off('2025-10-01', 8)],
    ...[...off('2026-01-01', 3), ...off('2026-02-15', 9), ...off('2026-04-04', 3), ...off('2026-05-01', 5)],
    ...[...off('2026-06-19', 3), ...off('2026-09-25', 3), ...off('2026-10-01', 7)],
  ],
  workdays: [
    ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ],
};

/** One of the garages of 丰乐路106号院 (case C1). */
export const garage = (change: Partial<StructureSheet> = {}): StructureSheet => ({
  ...{ kind: 'building', place: '院门东侧', area: squareMetres(15), use: 'parking', material: 'steel-sheet' },
  ...{ sinceYear: 2003, party: 'owner', isOccupied: false, isSoleHome: false, blocksFireLane: true },
  ...{ blocksPipe: false, ownership: 'no-claim', foundOn: '2026-03-10', ...change },
});

/** A paper that carries all it must, issued by an organ that holds the power, served by hand on its own day. */
export const paper = (
  step: StatutoryStepCode,
  issuedOn: string,
  change: Partial<StepRecord> = {},
): StepRecord => ({
  ...{ step, issuedOn, documentNumber: '〔2025〕1号', organ: organs[step] ?? 'city-management' },
  ...{ carries: statutorySteps[step].carries, deadlineOn: null, officers: 2, files: 1 },
  service: statutorySteps[step].isServed ? { method: 'direct', servedOn: issuedOn, proofs: 1 } : null,
  ...change,
});

const organs: Partial<Record<StatutoryStepCode, StepRecord['organ']>> = {
  identified: 'planning',
  'government-ordered': 'county-government',
};

/** All papers of a case whose remedies end on 26 March 2026, so that force is possible from the 27th on. */
export const papers: readonly StepRecord[] = [
  paper('reported', '2025-09-01'),
  paper('filed', '2025-09-03'),
  paper('investigated', '2025-09-05'),
  paper('identified', '2025-09-12'),
  paper('pre-noticed', '2025-09-15'),
  paper('decided', '2025-09-25', {
    deadlineOn: '2025-10-15',
    service: { method: 'direct', servedOn: '2025-09-26', proofs: 1 },
  }),
  paper('urged', '2026-02-26', { deadlineOn: '2026-03-10' }),
  paper('government-ordered', '2026-03-11'),
  paper('enforcement-decided', '2026-03-12'),
  paper('announced', '2026-03-13', { deadlineOn: '2026-03-25' }),
];

/** The papers up to and with this step. */
export const papersTo = (step: StatutoryStepCode): StepRecord[] =>
  papers.slice(0, papers.findIndex((one) => one.step === step) + 1);

/** A case of the planning law, with every paper that force asks for. */
export const planningCase = (change: Partial<StatutoryCase> = {}): StatutoryCase => ({
  ...{
    kind: 'building',
    isUnderConstruction: false,
    isOwnerUnknown: false,
    isGone: false,
    steps: papers,
    conclusion: 'must-remove',
  },
  ...{ hearing: 'not-asked', views: 'none', reconsideration: null, lawsuit: null, halts: [], ...change },
});

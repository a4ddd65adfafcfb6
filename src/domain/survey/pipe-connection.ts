// Where does each household's water go? Before one dig for all, every connection is surveyed, because kitchens and toilets
// were joined to the rain pipe privately (case C3, 汝河小区).

/** What is connected? */
export type PipeFixture = 'kitchen' | 'toilet' | 'rain';

export const pipeFixtureNames: Record<PipeFixture, string> = {
  kitchen: '厨房',
  toilet: '卫生间',
  rain: '阳台、屋面雨水',
};

/** Into which pipe does it run? */
export type PipeTarget = 'rain-pipe' | 'sewer' | 'mixed' | 'unknown';

export const pipeTargetNames: Record<PipeTarget, string> = {
  'rain-pipe': '雨水管',
  sewer: '污水管',
  mixed: '混接',
  unknown: '不清楚',
};

/** One connection of one door. */
export interface PipeNote {
  fixture: PipeFixture;
  target: PipeTarget;
}

/** Is this connection right, wrong, or not known? Waste water belongs in the sewer, rain in the rain pipe. */
export function pipeVerdict({ fixture, target }: PipeNote): 'right' | 'wrong' | 'unknown' {
  if (target === 'unknown') return 'unknown';
  return target === (fixture === 'rain' ? 'rain-pipe' : 'sewer') ? 'right' : 'wrong';
}

/** Of these doors, how many are surveyed, wrongly joined, or still unclear? A wrong joint outweighs an unclear one. */
export function pipeTotals(doors: readonly (readonly PipeNote[])[]): {
  surveyed: number;
  wrong: number;
  unclear: number;
} {
  const surveyed = doors.filter((notes) => notes.length > 0);
  const wrong = surveyed.filter((notes) => notes.some((note) => pipeVerdict(note) === 'wrong'));
  const unclear = surveyed.filter(
    (notes) => !wrong.includes(notes) && notes.some((note) => pipeVerdict(note) === 'unknown'),
  );
  return { surveyed: surveyed.length, wrong: wrong.length, unclear: unclear.length };
}

import type { Move } from '../domain/renovation/moves';
import type { StageCode } from '../domain/renovation/stages';

const query = (values: Record<string, string | number | undefined>): string => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) if (value !== undefined) search.set(key, String(value));
  return search.size ? `?${search}` : '';
};

/** Every URL of the stage desk, without base path. */
export const stagesPaths = {
  /** The desk of the current renovation, or of an earlier one by its sequence. */
  index: (code: string, renovation?: number) => `/compounds/${code}/stages${query({ renovation })}`,
  newMove: (code: string, move?: Move) => `/compounds/${code}/stage-moves/new${query({ move })}`,
  moves: (code: string) => `/compounds/${code}/stage-moves`,
  newBaseline: (code: string) => `/compounds/${code}/baselines/new`,
  baselines: (code: string) => `/compounds/${code}/baselines`,
  newForecast: (code: string, stage?: StageCode) => `/compounds/${code}/forecasts/new${query({ stage })}`,
  forecasts: (code: string) => `/compounds/${code}/forecasts`,
  newMilestone: (code: string, about: { stage?: StageCode; gate?: string } = {}) =>
    `/compounds/${code}/milestones/new${query(about)}`,
  milestones: (code: string) => `/compounds/${code}/milestones`,
  milestone: (id: number | string) => `/milestones/${id}`,
  withdrawals: (id: number | string) => `/milestones/${id}/withdrawals`,
  newOverride: (code: string, gate?: string) => `/compounds/${code}/overrides/new${query({ gate })}`,
  overrides: (code: string) => `/compounds/${code}/overrides`,
};

import type { LaterFinish } from '../domain/progress/finish-verdict';
import { cut } from '../domain/kernel/text';
import { withQuery } from '../platform/web/address';

/** Every URL of the progress, without base path. */
export const progressPaths = {
  /** `on` looks back at a day gone by. */
  index: (code: string, renovation?: number, on?: string) =>
    withQuery(`/compounds/${code}/progress`, { renovation, on }),
  print: (code: string, renovation?: number, on?: string) =>
    withQuery(`/compounds/${code}/progress/print`, { renovation, on }),
  /** Every frozen plan of the works side by side. */
  baselines: (code: string, renovation?: number) =>
    withQuery(`/compounds/${code}/progress/baselines`, { renovation }),
  newBaseline: (code: string, weighing?: string) =>
    withQuery(`/compounds/${code}/progress/baselines/new`, { weighing }),
  newStop: (code: string) => `/compounds/${code}/stop-windows/new`,
  stops: (code: string) => `/compounds/${code}/stop-windows`,
  stopEnd: (id: number) => `/stop-windows/${id}/end`,
  stopEnds: (id: number) => `/stop-windows/${id}/ends`,
  stopWithdraw: (id: number) => `/stop-windows/${id}/withdraw`,
  stopWithdrawals: (id: number) => `/stop-windows/${id}/withdrawals`,
  /** The answer to the proposed delay of an item. */
  newDelay: (code: string, item?: number, until?: string) =>
    withQuery(`/compounds/${code}/delays/new`, { item, until }),
  delays: (code: string) => `/compounds/${code}/delays`,
  /** Where the expected end of the stage is said (room of the stages, a floor above), filled in as far as it is known. */
  stageForecast: (code: string, { forecastEndOn, reason, answerable }: LaterFinish) =>
    withQuery(`/compounds/${code}/forecasts/new`, {
      ...{ stage: 'construction', endOn: forecastEndOn, reason: cut(reason, 200), answerable },
    }),
};

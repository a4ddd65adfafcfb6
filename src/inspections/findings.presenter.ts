import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import type { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { FindingState, findingStateNames } from '../domain/construction/finding';
import type { WallMoment } from '../domain/construction/wall-moment';
import type { EmptyNote, Filters, Pager } from '../platform/web/figures';
import { toOptions } from '../platform/web/options';
import { toPager } from '../platform/web/pager';
import { FindingRow, toFindingRow } from './checks.presenter';
import type { FindingRecord } from './finding.entities';
import { inspectionPaths } from './inspections.paths';

/** Every finding of a renovation, by state (views/inspections/findings). */
export interface FindingsPage extends Frame {
  title: string;
  filters: Filters;
  rows: FindingRow[];
  pager: Pager;
  empty?: EmptyNote;
  backLink: string;
}

interface FindingsView {
  compound: Compound;
  renovation: Renovation | null;
  items: ReadonlyMap<number, string>;
  findings: readonly FindingRecord[];
  state: FindingState | null;
  page: number;
  now: WallMoment;
}

const perPage = 50;

/** The list as a page. */
export function toFindings(view: FindingsView, frame: Frame): FindingsPage {
  const { compound, renovation, findings, state, page, items, now } = view;
  const sequence = sequenceOf(renovation);
  const chosen = findings.filter((one) => state === null || one.state === state);
  const linkTo = (other: number) =>
    inspectionPaths.findings(compound.code, { renovation: sequence, state: state ?? undefined, page: other });
  return {
    ...frame,
    title: `全部问题 · ${compound.name}`,
    filters: {
      action: inspectionPaths.findings(compound.code),
      hidden: sequence === undefined ? [] : [{ name: 'renovation', value: String(sequence) }],
      fields: [
        {
          ...{ kind: 'select', name: 'state', label: '状态', value: state ?? '' },
          options: toOptions(findingStateNames),
        },
      ],
    },
    rows: chosen.slice((page - 1) * perPage, page * perPage).map((one) => toFindingRow(one, items, now)),
    pager: toPager(page, chosen.length, perPage, linkTo),
    ...(chosen.length === 0 && {
      empty: { text: findings.length ? '没有这种状态的问题。' : '还没有登记过问题。' },
    }),
    backLink: inspectionPaths.checks(compound.code, sequence),
  };
}

import type { Blocker } from '../domain/kernel/blocker';
import type { Role } from '../domain/people/roles';
import type { StoredFile } from '../files/stored-file.entity';
import type { StatusMark, Tab } from '../platform/web/figures';
import type { PassedMatter } from '../votes/votes.totals';
import type { LinkedRows } from './plan-links';
import type { Objection } from './plan-objections';
import type { PlanRecords } from './plan-records';
import type { PlanVersion } from './plan.entities';

/** What the pages of one version are made of. */
export interface PlanView {
  records: PlanRecords;
  links: LinkedRows;
  files: ReadonlyMap<number, StoredFile>;
  /** Everything against fixing it. */
  blockers: readonly Blocker[];
  /** What the owners have decided for, the latest vote first. */
  passed: readonly PassedMatter[];
  /** What rooms above say about the lines: 受阻, 可开工. */
  lineMarks: ReadonlyMap<number, StatusMark[]>;
  objections: readonly Objection[];
  /** The notice an objection of today is about. */
  objectedId: number | null;
  /** Every version of the renovation, the latest first. */
  versions: readonly PlanVersion[];
  renovations: Tab[];
  role: Role;
  today: string;
}

import type { Compound } from '../compounds/compound.entity';
import type { Renovation } from '../compounds/renovation.entities';
import { redact } from '../domain/disclosure/redaction';
import type { Blocker } from '../domain/kernel/blocker';
import { mayDo } from '../domain/people/permissions';
import type { Role } from '../domain/people/roles';
import { PlanStanding, planEditBlockers, planOverBlockers } from '../domain/plan/plan-version';
import type { ProvedNotice } from '../notices/notices.service';
import type { PlanItemRecord, PlanVersion } from './plan.entities';

/** An item with the ids of the findings it mends and the wishes it answers. */
export interface LinkedItem extends PlanItemRecord {
  hazardIds: number[];
  wishIds: number[];
}

/** One version with everything in it; items taken out are kept apart. */
export interface PlanRecords {
  version: PlanVersion;
  compound: Compound;
  renovation: Renovation;
  items: LinkedItem[];
  removed: PlanItemRecord[];
  drawingIds: number[];
  /** Its latest notice, withdrawn or not. */
  notice: ProvedNotice | null;
  standing: PlanStanding;
}

/** What speaks against changing the content of this version now? */
export const writeBlockers = ({
  renovation,
  standing,
}: Pick<PlanRecords, 'renovation' | 'standing'>): Blocker[] => [
  ...planOverBlockers(renovation.state),
  ...planEditBlockers(standing),
];

/**
 * What this role reads of a version. Firms read what is built; doors that somebody wrote into a text are masked for them,
 * and what it answers is left out.
 */
export function readableBy(role: Role, records: PlanRecords): PlanRecords {
  if (mayDo(role, 'doors.read')) return records;
  const masked = (text: string | null) => text && redact(text).text;
  const { version } = records;
  return {
    ...records,
    version: {
      ...version,
      reason: masked(version.reason),
      managementNote: masked(version.managementNote),
      impact: masked(version.impact),
      measures: masked(version.measures),
      droppedReason: masked(version.droppedReason),
    },
    items: records.items.map((item) => ({
      ...item,
      name: redact(item.name).text,
      place: masked(item.place),
      note: masked(item.note),
      hazardIds: [],
      wishIds: [],
    })),
    removed: [],
  };
}

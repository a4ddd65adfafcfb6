import type { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { inspectionKindNames, inspectorNames } from '../domain/construction/inspection';
import type { WallMoment } from '../domain/construction/wall-moment';
import { dayInWords } from '../domain/kernel/calendar-date';
import type { ActionLink, FactLine } from '../platform/web/figures';
import { instantInWords } from '../platform/web/instant-in-words';
import { FindingRow, toFindingRow } from './checks.presenter';
import type { InspectionRecord } from './finding.entities';
import type { InspectionAtPlace } from './findings.desk';
import { inspectionPaths } from './inspections.paths';

/** One round (views/inspections/inspection). */
export interface InspectionPage extends Frame {
  title: string;
  heading: string;
  facts: FactLine[];
  /** As it was typed, line by line. */
  opinion: string;
  rows: FindingRow[];
  actions: ActionLink[];
  backLink: string;
}

/** What the page of a round is made from. */
export interface InspectionView extends InspectionAtPlace {
  recordedBy: string;
  /** May this person add a finding here? */
  mayAdd: boolean;
  now: WallMoment;
}

/** A round with everything it found. */
export function toInspection(view: InspectionView, frame: Frame): InspectionPage {
  const { compound, renovation, inspection, findings, site, recordedBy, mayAdd, now } = view;
  const { id, inspectors, opinion, recordedAt } = inspection;
  const items = new Map(site.items.map((one) => [one.id, one.name]));
  const heading = roundHeading(inspection);
  return {
    ...frame,
    title: `${heading} · ${compound.name}`,
    heading,
    facts: [
      { term: '参加检查', value: inspectors.map((one) => inspectorNames[one]).join('、') },
      {
        term: '发现问题',
        value: `${findings.filter(({ state }) => state !== 'struck-out').length} 个`,
      },
      { term: '登记', value: recordedBy || '—', note: instantInWords(recordedAt) },
    ],
    opinion,
    rows: findings.map((one) => toFindingRow(one, items, now)),
    actions: [
      ...(mayAdd ? [{ label: '再登记一个问题', link: inspectionPaths.newFinding(id), primary: true }] : []),
      ...(findings.length ? [{ label: '打印整改通知单', link: inspectionPaths.printInspection(id) }] : []),
    ],
    backLink: inspectionPaths.checks(compound.code, sequenceOf(renovation)),
  };
}

/** '2026年6月8日质量检查'. */
export const roundHeading = ({ lookedOn, kind }: Pick<InspectionRecord, 'lookedOn' | 'kind'>): string =>
  `${dayInWords(lookedOn)}${inspectionKindNames[kind]}`;

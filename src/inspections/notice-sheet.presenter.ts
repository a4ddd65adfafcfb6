import { findingSeverityNames } from '../domain/construction/finding';
import { inspectorNames } from '../domain/construction/inspection';
import { dayInWords } from '../domain/kernel/calendar-date';
import type { PhotoFigure } from '../platform/web/figures';
import { filesOf, toStaffPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import { findingNumber } from './check-words';
import type { InspectionAtPlace, SeenFinding } from './findings.desk';
import { roundHeading } from './inspection.presenter';

/** 「整改通知单」: one sheet for each firm (views/inspections/print-inspection). */
export interface NoticeSheetPage {
  title: string;
  sheets: {
    to: string;
    about: string;
    facts: { term: string; value: string }[];
    rows: {
      number: string;
      what: string;
      place: string;
      item: string;
      severity: string;
      due: string;
      photos: PhotoFigure[];
    }[];
  }[];
}

interface NoticeSheetView extends InspectionAtPlace {
  /** Names of firms by their organisation. */
  firms: ReadonlyMap<number, string>;
  photos: ReadonlyMap<number, StoredFile>;
}

/** The sheets of a round; what belongs to no item stands on each of them. */
export function toNoticeSheets(view: NoticeSheetView): NoticeSheetPage {
  const { compound, inspection, site, firms } = view;
  const findings = view.findings.filter(({ state }) => state !== 'struck-out');
  const contractOf = new Map(site.items.map(({ id, contractId }) => [id, contractId]));
  const firmOfContract = new Map(site.contracts.map(({ id, organisationId }) => [id, organisationId]));
  const firmOf = ({ itemId }: SeenFinding) =>
    itemId === null ? null : (firmOfContract.get(contractOf.get(itemId)!) ?? null);
  const concerned = [...new Set(findings.map(firmOf))].filter((id) => id !== null);
  const builders = site.contracts
    .filter(({ role }) => role === 'contractor')
    .map((one) => one.organisationId);
  const addressed = concerned.length > 0 ? concerned : [...new Set(builders)];
  return {
    title: `整改通知单 · ${compound.name}`,
    sheets: (addressed.length > 0 ? addressed : [null]).map((firmId) => ({
      to: (firmId !== null && firms.get(firmId)) || '施工单位',
      about: [compound.name, roundHeading(inspection)].join('　'),
      facts: [
        { term: '检查单位', value: inspection.inspectors.map((one) => inspectorNames[one]).join('、') },
        ...(inspection.opinion ? [{ term: '检查意见', value: inspection.opinion }] : []),
      ],
      rows: findings
        .filter((one) => firmOf(one) === null || firmOf(one) === firmId)
        .map((one) => toRow(one, view)),
    })),
  };
}

const toRow = (finding: SeenFinding, { site, photos }: NoticeSheetView) => ({
  number: findingNumber(finding),
  what: finding.what,
  place: finding.place,
  item: site.items.find(({ id }) => id === finding.itemId)?.name ?? '—',
  severity: findingSeverityNames[finding.severity],
  due: dayInWords(finding.dueOn),
  photos: filesOf(finding.before.slice(0, 1), photos).map((file) => toStaffPhoto(file)),
});

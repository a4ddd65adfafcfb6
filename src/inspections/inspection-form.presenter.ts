import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { FindingSeverity, findingDueOn, findingSeverityNames } from '../domain/construction/finding';
import {
  InspectionKind,
  inspectionKindNames,
  Inspector,
  inspectorNames,
} from '../domain/construction/inspection';
import { isItemCounted } from '../domain/construction/work-item';
import { CalendarDate, dayInWords, daysBetween } from '../domain/kernel/calendar-date';
import type { Role } from '../domain/people/roles';
import type { KeptFile } from '../files/kept-files';
import type { Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { keysOf, toOptions } from '../platform/web/options';
import type { PlacedItem } from '../works/works.desk';
import type { InspectionRecord } from './finding.entities';
import { inspectionPaths } from './inspections.paths';

/** The fields of a finding (views/inspections/finding-fields). */
export interface FindingFields {
  items: Option[];
  severities: Option[];
  kept: KeptFile[];
}

/** The form of a round (views/inspections/inspection-form). */
export interface InspectionFormPage extends Frame, FindingFields {
  title: string;
  form: FormState;
  action: string;
  kinds: Option[];
  inspectors: Option[];
  backLink: string;
}

/** The form of one more finding of a round (views/inspections/finding-form). */
export interface FindingFormPage extends Frame, FindingFields {
  title: string;
  heading: string;
  about: string;
  form: FormState;
  action: string;
  backLink: string;
}

/** Items as options; those given up are not offered. */
export const toItemOptions = (items: readonly PlacedItem[]): Option[] =>
  items.filter(isItemCounted).map(({ id, name }) => ({ value: String(id), label: name }));

const findingFields = (items: readonly PlacedItem[], kept: KeptFile[], day: CalendarDate): FindingFields => ({
  items: toItemOptions(items),
  severities: keysOf(findingSeverityNames).map((value) => ({
    value,
    label: findingSeverityNames[value],
    hint: daysInWords(value, day),
  })),
  kept,
});

const daysInWords = (severity: FindingSeverity, day: CalendarDate): string => {
  const days = daysBetween(day, findingDueOn(severity, day));
  return `不另写期限的，${days} 天内整改`;
};

/** The form of a round; a contractor writes its own check alone. */
export function toInspectionForm(
  view: {
    compound: Compound;
    items: readonly PlacedItem[];
    kept: KeptFile[];
    role: Role;
    today: CalendarDate;
  },
  form: FormState,
  frame: Frame,
): InspectionFormPage {
  const { compound, items, kept, role, today } = view;
  const inspectors = toOptions(inspectorNames);
  return {
    ...frame,
    ...findingFields(items, kept, today),
    title: `登记检查 · ${compound.name}`,
    form,
    action: inspectionPaths.inspections(compound.code),
    kinds: toOptions(inspectionKindNames),
    inspectors: role === 'contractor' ? inspectors.filter(({ value }) => value === 'contractor') : inspectors,
    backLink: inspectionPaths.checks(compound.code),
  };
}

/** The form of one more finding. */
export function toFindingForm(
  view: { compound: Compound; inspection: InspectionRecord; items: readonly PlacedItem[]; kept: KeptFile[] },
  form: FormState,
  frame: Frame,
): FindingFormPage {
  const { compound, inspection, items, kept } = view;
  return {
    ...frame,
    ...findingFields(items, kept, inspection.lookedOn),
    title: `登记问题 · ${compound.name}`,
    heading: '登记问题',
    about: `${dayInWords(inspection.lookedOn)}${inspectionKindNames[inspection.kind]}发现的`,
    form,
    action: inspectionPaths.findingsOf(inspection.id),
    backLink: inspectionPaths.inspection(inspection.id),
  };
}

const usual: Partial<Record<Role, Inspector>> = {
  supervisor: 'supervisor',
  'street-manager': 'street',
  'district-officer': 'district',
  'community-worker': 'residents',
  contractor: 'contractor',
};

/** What an empty form of a round begins with. */
export const firstInspection = (role: Role, today: CalendarDate, kind: InspectionKind) => ({
  ...{ kind, lookedOn: today, inspectors: [usual[role] ?? 'street'], severity: 'general' },
});

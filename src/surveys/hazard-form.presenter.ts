import { Frame } from '../compounds/workspace';
import { itemNames } from '../domain/renovation/items';
import { ruleInWords, ruleOn } from '../domain/rules/rule-book';
import { severityNames } from '../domain/survey/hazard';
import { HazardGroup, hazardGroupNames, hazardKinds } from '../domain/survey/hazard-kinds';
import { DroppablePhoto, toDroppable } from '../files/photo-on-page';
import { StoredFile } from '../files/stored-file.entity';
import { FactLine, Option } from '../platform/web/figures';
import { FormState, typedList } from '../platform/web/form';
import { toOptions } from '../platform/web/options';

/** The form of a hazard (views/surveys/hazard-form). */
export interface HazardFormPage extends Frame {
  title: string;
  heading: string;
  action: string;
  isNew: boolean;
  form: FormState;
  groups: { name: string; kinds: Option[] }[];
  severities: Option[];
  items: Option[];
  /** Files kept from a refused try. */
  kept: { id: string; name: string }[];
  /** Photos it has already, each may be taken off. */
  photos: DroppablePhoto[];
  /** What is stored now, where somebody else was faster. */
  latest: FactLine[];
  backLink: string;
}

type FormParts = Pick<
  HazardFormPage,
  'title' | 'heading' | 'action' | 'isNew' | 'form' | 'kept' | 'latest' | 'backLink'
>;

/** The form of a finding, new or to be corrected. */
export function toHazardForm(
  parts: FormParts,
  photos: readonly StoredFile[],
  today: string,
  frame: Frame,
): HazardFormPage {
  const { kind, drop } = parts.form.values;
  return {
    ...frame,
    ...parts,
    groups: (Object.keys(hazardGroupNames) as HazardGroup[]).map((group) => ({
      name: hazardGroupNames[group],
      kinds: hazardKinds
        .filter((one) => one.group === group)
        .map(({ code, name }) => ({ value: code, label: name, selected: code === kind })),
    })),
    severities: toOptions(severityNames).map((option) => ({
      ...option,
      hint: severityHint(option.value, today),
    })),
    items: toOptions(itemNames),
    photos: toDroppable(photos, typedList(drop)),
  };
}

function severityHint(severity: string, today: string): string {
  const rule = ruleOn('hazard.control-hours', today);
  return severity === '4' && rule ? `要填控制期限，一般 ${ruleInWords(rule)}内控制` : '';
}

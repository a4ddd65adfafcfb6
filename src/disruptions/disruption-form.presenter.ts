import type { Compound } from '../compounds/compound.entity';
import type { Building } from '../compounds/door.entities';
import type { Frame } from '../compounds/workspace';
import { residentEffectNames } from '../domain/construction/daily-post';
import { QuietPeriod, quietPeriodInWords } from '../domain/construction/quiet-period';
import type { Option } from '../platform/web/figures';
import { FormState, typedList } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { noNames } from '../platform/web/no-names';
import { disruptionPaths } from './disruptions.paths';

/** The form of a planned disruption (views/disruptions/form). */
export interface DisruptionFormPage extends Frame {
  title: string;
  form: FormState;
  action: string;
  effects: Option[];
  buildings: (Option & { checked: boolean })[];
  /** Quiet days that are near, so that nobody has to remember them. */
  quietHint: string;
  nightHint: string;
  backLink: string;
}

interface FormParts {
  compound: Compound;
  buildings: readonly Building[];
  quiet: readonly QuietPeriod[];
  /** Hours of the night, 'HH:mm'. */
  night: { from: string; until: string };
}

/** What is planned, for whom, from when until when. */
export function toDisruptionForm(
  { compound, buildings, quiet, night }: FormParts,
  form: FormState,
  frame: Frame,
): DisruptionFormPage {
  const chosen = typedList(form.values.buildings);
  const days = quiet.map((period) => `${period.name} ${quietPeriodInWords(period)}`).join('；');
  return {
    ...frame,
    title: `告知施工影响 · ${compound.name}`,
    form,
    action: disruptionPaths.index(compound.code),
    effects: toOptions(residentEffectNames),
    buildings: buildings.map(({ id, no }) => ({
      ...{ value: String(id), label: no, checked: chosen.includes(String(id)) },
    })),
    quietHint: `噪音在静音日确需施工的才填；${noNames}${days ? `。已登记的静音日：${days}` : ''}`,
    nightHint: `${night.from} 以后、${night.until} 以前有噪音的，填主管部门证明的文号`,
    backLink: disruptionPaths.index(compound.code),
  };
}

import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { utilities, utilityAnswerNames, utilityNames } from '../domain/construction/one-dig';
import { zoneName } from '../domain/removal/zone-draft';
import type { FactLine, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import type { WorkZone } from '../zones/zone.entities';
import type { PlacedRequest, RequestAtPlace } from './digs.desk';
import { digsPaths } from './digs.paths';

/** Several utilities are asked (views/digs/ask). */
export interface AskPage extends Frame {
  title: string;
  action: string;
  form: FormState;
  utilities: Option[];
  backLink: string;
}

/** The form in which utilities are asked; those asked already are not offered. */
export function toAsk(
  { compound, requests }: { compound: Compound; requests: readonly PlacedRequest[] },
  form: FormState,
  frame: Frame,
): AskPage {
  const open = utilities.filter((utility) => !requests.some((one) => one.utility === utility));
  return {
    ...{ ...frame, title: `征询管线单位 · ${compound.name}`, form },
    ...{ action: digsPaths.asked(compound.code), backLink: digsPaths.index(compound.code) },
    utilities: open.map((utility) => ({ value: utility, label: `${utilityNames[utility]}单位` })),
  };
}

/** What one utility was asked and answered (views/digs/request). */
export interface RequestPage extends Frame {
  title: string;
  heading: string;
  action: string;
  form: FormState;
  answers: Option[];
  zones: Option[];
  latest: FactLine[];
  backLink: string;
}

/** The form of one utility. */
export function toRequest(
  { request, compound, zones, latest }: RequestAtPlace & { zones: readonly WorkZone[]; latest: FactLine[] },
  form: FormState,
  frame: Frame,
): RequestPage {
  return {
    ...{ ...frame, title: `${utilityNames[request.utility]}单位 · ${compound.name}`, form, latest },
    heading: `${utilityNames[request.utility]}单位的答复`,
    ...{ action: digsPaths.request(request.id), backLink: digsPaths.index(compound.code) },
    answers: toOptions(utilityAnswerNames),
    zones: zones.map((zone) => ({ value: String(zone.id), label: zoneName(zone) })),
  };
}

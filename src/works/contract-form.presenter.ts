import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { partyRoleNames } from '../domain/renovation/opening';
import type { PartyLine } from '../compounds/renovations.service';
import type { FactLine, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { worksPaths } from './works.paths';

/** The form of a contract (views/works/contract-form). */
export interface ContractFormPage extends Frame {
  title: string;
  heading: string;
  action: string;
  isNew: boolean;
  form: FormState;
  parties: Option[];
  partiesLink: string;
  latest: FactLine[];
  backLink: string;
}

interface FormParts {
  compound: Compound;
  /** null for a new one. */
  contractId: number | null;
  parties: readonly PartyLine[];
  partiesLink: string;
  latest: FactLine[];
}

/** The form of a contract, new or to be changed. */
export function toContractForm(parts: FormParts, form: FormState, frame: Frame): ContractFormPage {
  const { compound, contractId, parties, partiesLink, latest } = parts;
  const isNew = contractId === null;
  const heading = isNew ? '登记合同' : '修改合同';
  return {
    ...{ ...frame, title: `${heading} · ${compound.name}`, heading, isNew, form, latest, partiesLink },
    action: isNew ? worksPaths.contracts(compound.code) : worksPaths.contract(contractId),
    parties: parties.map(({ id, firmName, role }) => ({
      value: String(id),
      label: `${firmName}（${partyRoleNames[role]}）`,
    })),
    backLink: isNew ? worksPaths.index(compound.code) : worksPaths.contract(contractId),
  };
}

import type { Frame } from '../compounds/workspace';
import type { Blocker } from '../domain/kernel/blocker';
import type { CalendarDate } from '../domain/kernel/calendar-date';
import { competenceOn, organNames, powerNames } from '../domain/removal/competence';
import { serviceMethodNames, serviceProofNames } from '../domain/removal/document-service';
import { officersNeeded } from '../domain/removal/forced-rules';
import { conclusionNames } from '../domain/removal/identification';
import { carriedPartNames, StatutoryStepCode, statutorySteps } from '../domain/removal/statutory-steps';
import { structureKinds } from '../domain/removal/structure-kinds';
import type { KeptFile } from '../files/kept-files';
import type { FactLine, Option } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import type { StructureRecord } from '../structures/structure.entities';
import type { StructureHead } from '../structures/structure-head.presenter';
import { structurePaths } from '../structures/structures.paths';
import { enforcementPaths } from './enforcement.paths';

/** The form of a paper (views/enforcement/paper-form). */
export interface PaperFormPage extends Frame {
  title: string;
  heading: string;
  structure: StructureHead;
  step: StatutoryStepCode;
  document: string;
  source: string;
  action: string;
  backLink: string;
  form: FormState;
  /** What would speak against it were it issued today; shown before it is sent. */
  remarks: { text: string; source?: string }[];
  hasPower: boolean;
  organHint: string;
  organs: Option[];
  /** Empty where the paper need not carry anything. */
  parts: Option[];
  hasDeadline: boolean;
  needsOfficers: boolean;
  officersHint: string;
  /** Empty where the paper concludes nothing. */
  conclusions: Option[];
  /** Empty where the paper need not be served. */
  methods: Option[];
  kept: KeptFile[];
  keptProofs: KeptFile[];
}

/** What the form is built of. */
export interface PaperFormView {
  structure: StructureRecord;
  head: StructureHead;
  step: StatutoryStepCode;
  today: CalendarDate;
  form: FormState;
  kept: { scans: KeptFile[]; proofs: KeptFile[] };
  remarks: readonly Blocker[];
}

/** A paper to be written down. */
export function toPaperForm(view: PaperFormView, frame: Frame): PaperFormPage {
  const { structure, head, step, form, kept, today } = view;
  const { name, document, source, power, carries, hasDeadline, needsOfficers, isServed } =
    statutorySteps[step];
  return {
    ...frame,
    title: `登记${document} · ${head.name}`,
    heading: `登记${name}：${document}`,
    structure: head,
    ...{ step, document, source, form, hasDeadline, needsOfficers },
    action: enforcementPaths.createPaper(structure.id),
    backLink: structurePaths.show(structure.id),
    remarks: form.summary.length ? [] : view.remarks.map(({ text, source: by }) => ({ text, source: by })),
    hasPower: power !== null,
    organHint: power ? `「${powerNames[power]}」只能由有这项权力的机关作出` : '谁办的选谁',
    organs: organOptions(structure, step, today),
    parts: carries.map((part) => ({ value: part, label: carriedPartNames[part] })),
    officersHint: `不少于 ${officersNeeded} 人`,
    conclusions: step === 'identified' ? toOptions(conclusionNames) : [],
    methods: isServed ? methodOptions() : [],
    kept: kept.scans,
    keptProofs: kept.proofs,
  };
}

/** Each way of service with the proof it asks for. */
export const methodOptions = (): Option[] =>
  toOptions(serviceMethodNames).map((option) => ({
    ...option,
    hint: `凭证：${serviceProofNames[option.value as keyof typeof serviceProofNames]}`,
  }));

/** Every organ; where a power is asked for, it is said who holds it today. */
function organOptions(
  { kind }: Pick<StructureRecord, 'kind'>,
  step: StatutoryStepCode,
  today: CalendarDate,
): Option[] {
  const { power } = statutorySteps[step];
  if (!power) return toOptions(organNames);
  const holders: readonly string[] = competenceOn(structureKinds[kind].track, power, today)?.organs ?? [];
  return toOptions(organNames).map((option) => ({
    ...option,
    hint: holders.includes(option.value) ? '有这项权力' : '没有这项权力',
  }));
}

/** A paper that is to be served (views/enforcement/service). */
export interface ServicePage extends Frame {
  title: string;
  heading: string;
  structure: StructureHead;
  facts: FactLine[];
  form: FormState;
  methods: Option[];
  kept: KeptFile[];
  action: string;
  backLink: string;
}

/** A paper with its scans (views/enforcement/paper). */
export interface PaperPage extends Frame {
  title: string;
  heading: string;
  structure: StructureHead;
  facts: FactLine[];
  scans: { label: string; link: string }[];
  warnings: string[];
  serviceLink: string;
  withdrawLink: string;
  backLink: string;
}

/** The question before the record of a paper is taken back (views/enforcement/withdraw). */
export interface PaperWithdrawalPage extends Frame {
  title: string;
  heading: string;
  structure: StructureHead;
  note: string;
  facts: FactLine[];
  reasons: { text: string; source?: string }[];
  form: FormState;
  action: string;
  backLink: string;
}

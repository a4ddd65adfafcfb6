import type { WantedKind } from '../domain/files/acceptance';
import type { StructureStep } from '../domain/removal/structure-lifecycle';
import type { PreparedFile } from '../files/uploads.service';
import type { FieldError } from '../platform/web/form';
import type { StructureFileKind, StructureRecord } from '../structures/structure.entities';
import type { AgreementDraft, RemovalDraft, StepDraft } from './removal-drafts';
import type { StructureStepForm } from './removal.forms';

/** A file field of the form of a step. */
export type StepFileField = 'consents' | 'documents' | 'after' | 'inventory' | 'waste' | 'records';

/** What each file field takes, and as what it is kept; the record of a forced removal goes to its statutory case. */
export const stepFileFields: Record<StepFileField, { wants: WantedKind; kind: StructureFileKind | null }> = {
  consents: { wants: 'any', kind: 'consent' },
  documents: { wants: 'any', kind: 'document' },
  after: { wants: 'photo', kind: 'after' },
  inventory: { wants: 'any', kind: 'inventory' },
  waste: { wants: 'photo', kind: 'waste' },
  records: { wants: 'any', kind: null },
};

const ofRemoval: readonly StepFileField[] = ['after', 'inventory', 'waste'];

/** Which files does each step ask for? */
export const filesOfStep: Partial<Record<StructureStep, readonly StepFileField[]>> = {
  'settle-ownership': ['documents'],
  agree: ['consents'],
  remove: ofRemoval,
  'remove-by-force': [...ofRemoval, 'records'],
  verify: ['after'],
  'retain-legal': ['documents'],
  'retain-rectified': ['documents'],
  'scope-out': ['documents'],
};

/** The files that came, by their field. */
export type ReceivedByField = Partial<Record<StepFileField, PreparedFile[]>>;

const isRemoval = (step: StructureStep): boolean => step === 'remove' || step === 'remove-by-force';

/** What has to be filled in before the law can judge at all. */
export function missingFields(form: StructureStepForm, { way }: Pick<StructureRecord, 'way'>): FieldError[] {
  const { step } = form;
  const asked = (field: keyof StructureStepForm, label: string, what = '请填写'): FieldError[] =>
    form[field] === undefined ? [{ field, message: `${what}「${label}」` }] : [];
  if (step === 'agree') return form.way ? asked('consentSignedOn', '签字日期') : [];
  if (step === 'settle-ownership') {
    return [...asked('happenedOn', '办理日期'), ...asked('ownership', '核查结果', '请选择')];
  }
  if (!isRemoval(step)) return asked('happenedOn', '办理日期');
  const byOffice = step === 'remove-by-force' || way !== 'voluntary';
  return [
    ...asked('removedOn', '拆除日期'),
    ...asked('belongings', '物品', '请选择'),
    ...(byOffice ? asked('utilities', '停水停电', '请选择') : []),
    ...(step === 'remove-by-force' ? asked('organ', '执行机关', '请选择') : []),
  ];
}

/** The step as it was filled in; `today` stands for a day that the form of the step does not ask for. */
export function toStepDraft(
  form: StructureStepForm,
  received: ReceivedByField,
  structure: Pick<StructureRecord, 'way'>,
  today: string,
): StepDraft {
  const { step, version, reason = '' } = form;
  const base = { step, version, reason, files: kindsOf(received) };
  if (step === 'agree') {
    const agreement = agreementOf(form);
    return { ...base, agreement, happenedOn: agreement.signedOn ?? today };
  }
  if (isRemoval(step)) {
    const removal = removalOf(form, received, structure);
    return { ...base, removal, happenedOn: removal.removedOn };
  }
  const happenedOn = form.happenedOn ?? today;
  if (step === 'settle-ownership') return { ...base, happenedOn, ownership: form.ownership };
  if (step === 'verify') return { ...base, happenedOn, verifiedArea: form.area ?? null };
  return { ...base, happenedOn };
}

const agreementOf = (form: StructureStepForm): AgreementDraft => ({
  way: form.way ?? null,
  signedOn: form.consentSignedOn ?? null,
  identityChecked: form.identityChecked,
  removeByOn: form.removeByOn ?? null,
  plannedOn: form.plannedOn ?? null,
});

function removalOf(
  form: StructureStepForm,
  received: ReceivedByField,
  { way }: Pick<StructureRecord, 'way'>,
): RemovalDraft {
  const isForced = form.step === 'remove-by-force';
  const byOffice = isForced || way !== 'voluntary';
  return {
    ...{
      version: form.version,
      removedOn: form.removedOn!,
      area: form.area ?? null,
      reason: form.reason ?? '',
    },
    from: byOffice ? (form.from ?? null) : null,
    to: byOffice ? (form.to ?? null) : null,
    ...{ belongings: form.belongings!, wasteCleared: form.wasteCleared },
    weather: byOffice ? weatherOf(form) : null,
    firm:
      byOffice && form.firmName
        ? { name: form.firmName, isLicensed: form.firmIsLicensed, filedOn: form.firmFiledOn ?? null }
        : null,
    cutsUtilities: form.utilities === 'cut',
    emergency: isForced ? (form.emergency ?? '') : '',
    files: {
      ...{ after: received.after ?? [], inventory: received.inventory ?? [], waste: received.waste ?? [] },
    },
    force: isForced
      ? {
          ...{ documentNumber: form.documentNumber ?? '', organ: form.organ! },
          ...{ officers: form.officers ?? 0, files: received.records ?? [] },
        }
      : null,
  };
}

function weatherOf({
  windGrade,
  pollutionAlert,
  weatherCheckedOn,
}: StructureStepForm): RemovalDraft['weather'] {
  if (windGrade === undefined || !pollutionAlert || !weatherCheckedOn) return null;
  return { windGrade, hasPollutionAlert: pollutionAlert === 'alert', checkedOn: weatherCheckedOn };
}

function kindsOf(received: ReceivedByField): StepDraft['files'] {
  const files: StepDraft['files'] = {};
  for (const [field, { kind }] of Object.entries(stepFileFields)) {
    const came = received[field as StepFileField];
    if (kind && came?.length) files[kind] = came;
  }
  return files;
}

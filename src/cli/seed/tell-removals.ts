import { Outcome, done } from '../../domain/kernel/outcome';
import { dayInWords } from '../../domain/kernel/calendar-date';
import { areaInput } from '../../domain/kernel/area';
import { structureLifecycle, StructureStep } from '../../domain/removal/structure-lifecycle';
import { CareSignOffs } from '../../removals/care-sign-offs.service';
import { filesOfStep, ReceivedByField, toStepDraft } from '../../removals/posted-step';
import { RemovalSteps } from '../../removals/removal-steps.service';
import { CareForm, StructureStepForm } from '../../removals/removal.forms';
import type { PlacedStructure } from '../../structures/structures.desk';
import { filled, granted } from './granted';
import { paperOf } from './papers';
import { dayIn } from './story-clock';
import { picturesAt, structureOf } from './tell-structures';
import { Moment, StepOf, newKey, takeIn } from './telling';

type Raw = Record<string, string | undefined>;

/** Writes down that the people agreed, each with a signed paper of their own. */
export function agreeRemoval(moment: Moment, step: StepOf<'agree-removal'>): Promise<Outcome<unknown>> {
  const { way, signedOn, removeBy, planned } = step;
  return each(moment, step.structure, 'agree', async (structure) => ({
    raw: {
      ...{ way, identityChecked: 'yes', consentSignedOn: dayOf(moment, signedOn) ?? moment.day },
      ...{ removeByOn: dayOf(moment, removeBy), plannedOn: dayOf(moment, planned) },
    },
    files: { consents: [await paper(moment, consentTitles[way], structure)] },
  }));
}

/** Writes down that they are gone; the measured area is that of the register unless another is told. */
export function remove(moment: Moment, step: StepOf<'remove'>): Promise<Outcome<unknown>> {
  const { on, from, to, belongings = 'none', weather, firm, force, wasteCleared = true } = step;
  const removedOn = dayOf(moment, on) ?? moment.day;
  const name = force ? 'remove-by-force' : 'remove';
  return each(moment, step.structure, name, async (structure, at) => ({
    raw: {
      ...{ removedOn, from, to, belongings, wasteCleared: wasteCleared ? 'yes' : undefined },
      area: step.area ?? (structure.area === null ? undefined : areaInput(structure.area)),
      windGrade: weather && String(weather.wind),
      pollutionAlert: weather && (weather.alert ? 'alert' : 'none'),
      weatherCheckedOn: weather && removedOn,
      utilities: 'none',
      firmName: firm?.name,
      firmIsLicensed: firm && 'yes',
      firmFiledOn: firm && dayOf(moment, firm.filedOn),
      documentNumber: force?.number,
      organ: force?.organ,
      officers: force && String(force.officers),
    },
    files: {
      after: await picturesAt(moment, step.pictures, at),
      inventory:
        belongings === 'stored' || belongings === 'handed-over'
          ? [await paper(moment, '物品清单', structure)]
          : [],
      ...(force && { records: [await paper(moment, '执行笔录', structure)] }),
    },
  }));
}

/** Somebody else looks at what was removed, and takes it off the list. */
export function verifyRemoval(moment: Moment, step: StepOf<'verify-removal'>): Promise<Outcome<unknown>> {
  return each(moment, step.structure, 'verify', async (_, at) => ({
    raw: { happenedOn: dayOf(moment, step.on) ?? moment.day, area: step.area },
    files: { after: await picturesAt(moment, step.pictures, at) },
  }));
}

/** Any other step; its document is made where it asks for one. */
export function structureStep(moment: Moment, step: StepOf<'structure-step'>): Promise<Outcome<unknown>> {
  const { reason, ownership } = step;
  return each(moment, step.structure, step.step, async (structure) => {
    const asksPaper = filesOfStep[step.step]?.includes('documents');
    const title = step.paper ?? structureLifecycle[step.step].label;
    return {
      raw: { happenedOn: dayOf(moment, step.on) ?? moment.day, reason, ownership },
      files: asksPaper ? { documents: [await paper(moment, title, structure)] } : {},
    };
  });
}

/** The street manager signs that the people there are cared for. */
export async function signCare(moment: Moment, step: StepOf<'sign-care'>): Promise<Outcome<unknown>> {
  for (const place of [step.structure].flat()) {
    const { id, version } = await structureOf(moment, place);
    const raw = { note: step.note, signedOn: moment.day, version: String(version), onceKey: newKey() };
    granted(await moment.app.get(CareSignOffs).sign(moment.actor, id, await filled(CareForm, raw)), place);
  }
  return done(undefined);
}

interface Told {
  raw: Raw;
  files: ReceivedByField;
}

async function each(
  moment: Moment,
  places: string | string[],
  step: StructureStep,
  tell: (structure: PlacedStructure, at: number) => Promise<Told>,
): Promise<Outcome<unknown>> {
  const { app, actor, day } = moment;
  for (const [at, place] of [places].flat().entries()) {
    const structure = await structureOf(moment, place);
    const { raw, files } = await tell(structure, at);
    const posted = { ...raw, step, version: String(structure.version), onceKey: newKey() };
    const form = await filled(StructureStepForm, posted);
    const draft = toStepDraft(form, files, structure, day);
    granted(await app.get(RemovalSteps).take(actor, structure.id, draft, form.onceKey), place);
  }
  return done(undefined);
}

const consentTitles = { voluntary: '承诺书', assisted: '申请拆除书' } as const;

const paper = (moment: Moment, title: string, { number }: PlacedStructure) =>
  takeIn(moment.app, paperOf(title, [moment.compound.name, `第 ${number} 处`, dayInWords(moment.day)]));

const dayOf = ({ today }: Moment, on: Parameters<typeof dayIn>[0] | undefined): string | undefined =>
  on === undefined ? undefined : dayIn(on, today);

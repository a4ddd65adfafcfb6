import { Outcome, done } from '../../domain/kernel/outcome';
import { dayInWords } from '../../domain/kernel/calendar-date';
import type { Organ } from '../../domain/removal/competence';
import { serviceProofNames } from '../../domain/removal/document-service';
import { officersNeeded } from '../../domain/removal/forced-rules';
import { StatutoryStepCode, statutorySteps } from '../../domain/removal/statutory-steps';
import { CaseStandings, firstVersion } from '../../enforcement/case-standings';
import { liveHalts, livePapers, standingOf } from '../../enforcement/case-records';
import { EnforcementDesk } from '../../enforcement/enforcement.desk';
import {
  HaltEndForm,
  HaltForm,
  NewPaperForm,
  RemediesForm,
  ServiceForm,
} from '../../enforcement/enforcement.forms';
import { Halts } from '../../enforcement/halts.service';
import { Papers } from '../../enforcement/papers.service';
import type { PreparedFile } from '../../files/uploads.service';
import type { PlacedStructure } from '../../structures/structures.desk';
import { filled, granted } from './granted';
import { paperOf } from './papers';
import { dayIn } from './story-clock';
import { structureOf } from './tell-structures';
import { Moment, StepOf, newKey, takeIn } from './telling';

/** Who issues what, unless another organ is told. */
const organs: Partial<Record<StatutoryStepCode, Organ>> = {
  reported: 'community',
  identified: 'planning',
  'government-ordered': 'county-government',
};

/** Writes a paper down, of one structure or several; it carries all it must unless its parts are told, and has a scan. */
export function recordPaper(moment: Moment, step: StepOf<'paper'>): Promise<Outcome<unknown>> {
  const { carries, needsOfficers, document } = statutorySteps[step.step];
  const { number, organ = organs[step.step] ?? 'city-management', deadline, service, conclusion } = step;
  const issuedOn = step.issuedOn === undefined ? moment.day : dayIn(step.issuedOn, moment.today);
  return each(moment, step.structure, async (structure) => {
    const raw = {
      ...{ step: step.step, issuedOn, organ, documentNumber: number, conclusion, onceKey: newKey() },
      carries: [...(step.carries ?? carries)],
      deadlineOn: deadline === undefined ? undefined : dayIn(deadline, moment.today),
      officers: needsOfficers ? String(step.officers ?? officersNeeded) : undefined,
      certificatesFiled: needsOfficers ? 'yes' : undefined,
      method: service?.method,
      servedOn: service && dayIn(service.on ?? issuedOn, moment.today),
    };
    const scans = [await scan(moment, document, structure)];
    const proofs = service ? [await scan(moment, serviceProofNames[service.method], structure)] : [];
    const form = await filled(NewPaperForm, raw);
    return moment.app.get(Papers).record(moment.actor, structure.id, form, { scans, proofs });
  });
}

/** Writes the service of a paper down that was recorded before. */
export function servePaper(moment: Moment, step: StepOf<'serve-paper'>): Promise<Outcome<unknown>> {
  return each(moment, step.structure, async (structure) => {
    const { records } = await moment.app.get(EnforcementDesk).find(moment.actor, structure.id);
    const paper = livePapers(records).find((one) => one.step === step.step);
    if (!paper) throw new Error(`${moment.compound.code}: ${structure.place} has no paper ${step.step}`);
    const form = await filled(ServiceForm, {
      ...{ method: step.method, servedOn: dayIn(step.servedOn ?? moment.day, moment.today) },
      ...{ version: String(paper.version), onceKey: newKey() },
    });
    const proofs = [await scan(moment, serviceProofNames[step.method], structure)];
    return moment.app.get(Papers).serve(moment.actor, paper.id, form, proofs);
  });
}

/** Changes what is told of the standing of a case; the rest stays. */
export function changeRemedies(moment: Moment, step: StepOf<'remedies'>): Promise<Outcome<unknown>> {
  const { days = {}, marks = [], ...told } = step.change;
  return each(moment, step.structure, async (structure) => {
    const { records } = await moment.app.get(EnforcementDesk).find(moment.actor, structure.id);
    const stored = standingOf(records);
    const known = Object.entries(stored ?? {}).filter(([key]) => !['id', 'structureId'].includes(key));
    const {
      round: _,
      conclusion: __,
      ...kept
    } = Object.fromEntries(known.map(([key, value]) => [key, typed(value)]));
    const form = await filled(RemediesForm, {
      ...{ hearing: 'not-asked', views: 'none', version: String(firstVersion) },
      ...kept,
      ...told,
      ...Object.fromEntries(Object.entries(days).map(([key, day]) => [key, dayIn(day, moment.today)])),
      ...Object.fromEntries(marks.map((mark) => [mark, 'yes'])),
    });
    return moment.app.get(CaseStandings).save(moment.actor, structure.id, form);
  });
}

/** Halts a case; without a kind it goes on again. */
export function haltCase(moment: Moment, step: StepOf<'halt'>): Promise<Outcome<unknown>> {
  const { kind, reason } = step;
  const { app, actor, day, compound } = moment;
  return each(moment, step.structure, async (structure) => {
    if (kind) {
      const form = await filled(HaltForm, { kind, fromOn: day, reason, onceKey: newKey() });
      return app.get(Halts).add(actor, structure.id, form);
    }
    const { records } = await app.get(EnforcementDesk).find(actor, structure.id);
    const halt = liveHalts(records).find(({ endedOn }) => endedOn === null);
    if (!halt) throw new Error(`${compound.code}: nothing halts the case of ${structure.place}`);
    const raw = { step: 'resume', endedOn: day, reason, version: String(halt.version) };
    return app.get(Halts).end(actor, halt.id, await filled(HaltEndForm, raw));
  });
}

/** A stored value as its field posts it; nothing for what is not there. */
const typed = (value: unknown): string | undefined =>
  value === null || value === false ? undefined : value === true ? 'yes' : String(value);

/** The same at each of these places. */
async function each(
  moment: Moment,
  places: string | string[],
  tell: (structure: PlacedStructure) => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  for (const words of [places].flat()) granted(await tell(await structureOf(moment, words)), words);
  return done(undefined);
}

/** A paper of its own for each structure. */
const scan = (
  { app, compound, day }: Moment,
  title: string,
  { place }: PlacedStructure,
): Promise<PreparedFile> => takeIn(app, paperOf(title, [compound.name, place, dayInWords(day)]));

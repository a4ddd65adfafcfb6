import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Compound } from '../../compounds/compound.entity';
import { done, Outcome } from '../../domain/kernel/outcome';
import { ConcealedRecord } from '../../inspections/concealed.entities';
import { ConcealedStepForm, NewConcealedForm } from '../../inspections/concealed.forms';
import { ConcealedWorks } from '../../inspections/concealed-works.service';
import { FindingRecord, InspectionRecord } from '../../inspections/finding.entities';
import { NewFindingForm, NewInspectionForm } from '../../inspections/finding.forms';
import { Findings } from '../../inspections/findings.service';
import { Inspections } from '../../inspections/inspections.service';
import { StopRecord } from '../../inspections/stop.entities';
import { NewStopForm, StopStepForm } from '../../inspections/stop.forms';
import { StopOrders } from '../../inspections/stops.service';
import type { InspectionTold } from './demo-works';
import { filled, granted } from './granted';
import { dayIn } from './story-clock';
import { picturesAt } from './tell-structures';
import { workItemOf } from './tell-works';
import { Moment, newKey, StepOf } from './telling';

type DemoFinding = NonNullable<InspectionTold['findings']>[number];
type Record = { id: number; compoundId: number };

/** Writes a round of this day down, with everything it found. */
export async function inspect(moment: Moment, step: StepOf<'inspection'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, day } = moment;
  const [first, ...others] = step.findings ?? [];
  const form = await filled(NewInspectionForm, {
    ...{ kind: step.kind ?? 'quality', lookedOn: day, inspectors: step.inspectors },
    opinion: step.opinion ?? (first ? undefined : '未发现问题'),
    ...(await fieldsOf(moment, first)),
  });
  const pictures = await picturesAt(moment, first?.pictures);
  granted(await app.get(Inspections).record(actor, compound.code, form, pictures), 'inspect');
  const { id } = await last(moment, InspectionRecord, () => true);
  for (const finding of others) {
    const more = await filled(NewFindingForm, await fieldsOf(moment, finding));
    const shown = await picturesAt(moment, finding.pictures);
    granted(await app.get(Inspections).add(actor, id, more, shown), finding.what);
  }
  return done(undefined);
}

/** Takes a step of a finding on this day. */
export async function stepFinding(moment: Moment, step: StepOf<'finding-step'>): Promise<Outcome<unknown>> {
  const { id, version } = await last(moment, FindingRecord, ({ what }) => what === step.finding);
  const asked = {
    ...{ step: step.step, reason: step.reason ?? '', version, onceKey: newKey() },
    nextDueOn: step.due === undefined ? undefined : dayIn(step.due, moment.today),
  };
  const pictures = await picturesAt(moment, step.pictures, 1);
  return moment.app.get(Findings).take(moment.actor, id, asked, pictures);
}

/** Gives notice of work that will be covered. */
export async function giveNotice(moment: Moment, step: StepOf<'concealed'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, today } = moment;
  const form = await filled(NewConcealedForm, {
    ...{ itemId: String((await workItemOf(moment, step.item)).id), part: step.part, agreed: step.agreed },
    ...{ checkOn: dayIn(step.check, today), checkTime: step.checkTime ?? '10:00', onceKey: newKey() },
  });
  return app.get(ConcealedWorks).notice(actor, compound.code, form);
}

/** Takes a step of a concealed work now. */
export async function stepConcealed(
  moment: Moment,
  step: StepOf<'concealed-step'>,
): Promise<Outcome<unknown>> {
  const { id, version } = await last(moment, ConcealedRecord, ({ part }) => part === step.part);
  const form = await filled(ConcealedStepForm, {
    ...{ step: step.step, witnesses: step.witnesses ?? [], reason: step.reason },
    ...(step.check !== undefined && { checkOn: dayIn(step.check, moment.today), checkTime: '10:00' }),
    ...{ onceKey: newKey(), version: String(version) },
  });
  const pictures = await picturesAt(moment, step.pictures);
  return moment.app.get(ConcealedWorks).take(moment.actor, id, form, pictures);
}

/** Orders a stop from this day on. */
export async function orderStop(moment: Moment, step: StepOf<'stop'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, day } = moment;
  const items = await Promise.all((step.items ?? []).map((name) => workItemOf(moment, name)));
  const findings = await Promise.all(
    (step.findings ?? []).map((words) => last(moment, FindingRecord, ({ what }) => what === words)),
  );
  const form = await filled(NewStopForm, {
    ...{ cause: step.cause, reason: step.reason, stoppedOn: day, onceKey: newKey() },
    ...{ itemIds: idsOf(items), zoneIds: [], findingIds: idsOf(findings) },
  });
  return app.get(StopOrders).order(actor, compound.code, form);
}

/** Lifts the order that holds, on this day. */
export async function liftStop(moment: Moment, { reason }: StepOf<'resume'>): Promise<Outcome<unknown>> {
  const { id, version } = await last(moment, StopRecord, ({ state }) => state === 'stopped');
  const form = await filled(StopStepForm, {
    ...{ step: 'resume', reason, onceKey: newKey(), version: String(version) },
  });
  return moment.app.get(StopOrders).take(moment.actor, id, form);
}

const idsOf = (rows: readonly { id: number }[]): string[] => rows.map(({ id }) => String(id));

async function fieldsOf(moment: Moment, finding?: DemoFinding) {
  return {
    ...{ what: finding?.what, place: finding?.place, severity: finding?.severity ?? 'general' },
    itemId: finding?.item === undefined ? undefined : String((await workItemOf(moment, finding.item)).id),
    dueOn: finding?.due === undefined ? undefined : dayIn(finding.due, moment.today),
    onceKey: newKey(),
  };
}

/** The last row of the compound that is meant. */
async function last<Row extends Record>(
  { app, compound: { code } }: Moment,
  table: new () => Row,
  isMeant: (row: Row) => boolean,
): Promise<Row> {
  const { manager } = app.get<DataSource>(getDataSourceToken());
  const { id: compoundId } = await manager.findOneByOrFail(Compound, { code });
  const rows = await manager.find(table, { where: { compoundId } as never, order: { id: 'DESC' } as never });
  const found = rows.find(isMeant);
  if (!found) throw new Error(`${code} has no such ${table.name}`);
  return found;
}

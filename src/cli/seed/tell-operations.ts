import { CompoundDesk } from '../../compounds/compounds.desk';
import { Contacts } from '../../compounds/contacts.service';
import { publicContacts } from '../../domain/disclosure/contacts';
import { parseArea } from '../../domain/kernel/area';
import { dayInWords } from '../../domain/kernel/calendar-date';
import { Outcome } from '../../domain/kernel/outcome';
import { operationNoticeBody, operationNoticeTitle } from '../../domain/removal/operation-notice';
import { structureNumber } from '../../domain/removal/structure-kinds';
import type { PreparedFile } from '../../files/uploads.service';
import { OperationNotices } from '../../operations/operation-notices.service';
import { OperationResults } from '../../operations/operation-results.service';
import { hoursOf } from '../../operations/operation-standing';
import {
  CancellationForm,
  NewOperationForm,
  OperationNoticeForm,
  WeatherForm,
} from '../../operations/operation.forms';
import { FoundOperation, Member, OperationDesk } from '../../operations/operations.desk';
import { Operations } from '../../operations/operations.service';
import type { ResultFiles, ResultRow } from '../../operations/result-rows';
import type { DemoOperationResult } from './demo-removals';
import { filled } from './granted';
import { paperOf } from './papers';
import { dayIn } from './story-clock';
import { picturesAt, structureOf } from './tell-structures';
import { Moment, StepOf, newKey, takeIn } from './telling';

/** Plans a removal day; its safety plan is made as a paper unless the step says otherwise. */
export async function planOperation(moment: Moment, step: StepOf<'operation'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, today } = moment;
  const { name, from, to, agencies, meetingPoint = '院门口', firm, emergency } = step;
  const happensOn = dayIn(step.day, today);
  const structures = await Promise.all(step.structures.map((words) => structureOf(moment, words)));
  const form = await filled(NewOperationForm, {
    ...{ name, happensOn, fromTime: from, toTime: to, agencies, meetingPoint, emergency },
    structures: structures.map(({ id }) => String(id)),
    ...(firm && {
      ...{ firmName: firm.name, isFirmLicensed: 'yes', firmFiledOn: dayIn(firm.filedOn, today) },
    }),
    onceKey: newKey(),
  });
  const lines = [compound.name, name, `${dayInWords(happensOn)} ${from} 至 ${to}`];
  const plans = step.safetyPlan === false ? [] : [await takeIn(app, paperOf('安全方案', lines))];
  return app.get(Operations).plan(actor, compound.code, form, plans);
}

/** Writes down the wind and the alerts of the day. */
export async function operationWeather(
  moment: Moment,
  { operation: name, wind, alert }: StepOf<'operation-weather'>,
): Promise<Outcome<unknown>> {
  const { operation } = await operationOf(moment, name);
  const form = await filled(WeatherForm, {
    ...{ windGrade: String(wind), checkedOn: moment.day, version: String(operation.version) },
    ...(alert && { hasPollutionAlert: 'yes' }),
  });
  return moment.app.get(Operations).checkWeather(moment.actor, operation.id, form);
}

/** Posts the notice for the yard with the text made from the plan. */
export async function operationNotice(
  moment: Moment,
  { operation: name, part, places }: StepOf<'operation-notice'>,
): Promise<Outcome<unknown>> {
  const { app, actor, day } = moment;
  const { operation } = await operationOf(moment, name);
  const { compound } = await app.get(CompoundDesk).current(actor, moment.compound.code);
  const contacts = (await app.get(Contacts).of(compound.id)).filter(({ kind }) => kind === 'street');
  const phone = publicContacts(contacts, day).find((one) => one.phone !== null)?.phone ?? null;
  const { meetingPoint } = operation;
  const told = { compoundName: compound.name, hours: hoursOf(operation), part, meetingPoint, phone };
  const form = await filled(OperationNoticeForm, {
    ...{ title: operationNoticeTitle(told), body: operationNoticeBody(told), postedOn: day, step: 'post' },
    ...{ places: places ?? ['gate-board', 'unit-door', 'online'], onceKey: newKey() },
  });
  return app.get(OperationNotices).post(actor, operation.id, form);
}

/** Writes the results down: what is not named went as it was registered. */
export async function carryOut(moment: Moment, step: StepOf<'carry-out'>): Promise<Outcome<unknown>> {
  const found = await operationOf(moment, step.operation);
  const results = step.results ?? {};
  const known = found.members.flatMap(({ structure }) => [
    structure.place,
    structureNumber(structure.number),
  ]);
  const stranger = Object.keys(results).find((words) => !known.includes(words));
  if (stranger) throw new Error(`${moment.compound.code} has no ${stranger} in ${found.operation.name}`);
  const rows: ResultRow[] = [];
  const files = new Map<number, ResultFiles>();
  for (const [at, member] of found.members.entries()) {
    const { place, number, id } = member.structure;
    const told = { ...results[structureNumber(number)], ...results[place] };
    rows.push(toRow(member, told, step));
    files.set(id, await filesOf(moment, told, { pictures: told.pictures ?? step.pictures, view: at }));
  }
  const { id, version } = found.operation;
  const form = { version, onceKey: newKey(), cutsUtilities: false };
  return moment.app.get(OperationResults).carryOut(moment.actor, id, form, { rows, files });
}

/** Calls a removal day off. */
export async function cancelOperation(
  moment: Moment,
  { operation: name, reason }: StepOf<'cancel-operation'>,
): Promise<Outcome<unknown>> {
  const { operation } = await operationOf(moment, name);
  const form = await filled(CancellationForm, { reason, version: String(operation.version) });
  return moment.app.get(Operations).cancel(moment.actor, operation.id, form);
}

/** The planned removal day of this name; the latest one where no name is told. */
async function operationOf(moment: Moment, name: string | undefined): Promise<FoundOperation> {
  const { app, actor, compound } = moment;
  const { renovation } = await app.get(CompoundDesk).current(actor, compound.code);
  const all = renovation ? await app.get(OperationDesk).ofRenovation(renovation.id) : [];
  const found = all.find(
    ({ operation }) => operation.state === 'planned' && (name === undefined || operation.name === name),
  );
  if (!found) throw new Error(`${compound.code} has no planned removal day ${name ?? ''}`);
  return found;
}

function toRow({ structure }: Member, told: DemoOperationResult, step: StepOf<'carry-out'>): ResultRow {
  const { outcome = 'removed', area, note = '', belongings = 'none', wasteCleared = true, force } = told;
  const registered = outcome === 'removed' ? structure.area : null;
  return {
    structureId: structure.id,
    outcome,
    area: area === undefined ? registered : (parseArea(area) ?? null),
    ...{ from: told.from ?? step.from ?? '', to: told.to ?? step.to ?? '', belongings, wasteCleared, note },
    ...{ document: force?.number ?? '', organ: force?.organ ?? null, officers: force?.officers ?? 0 },
  };
}

async function filesOf(
  moment: Moment,
  { belongings, force }: DemoOperationResult,
  { pictures, view }: { pictures?: readonly string[]; view: number },
): Promise<ResultFiles> {
  const papers = (wanted: boolean, title: string): Promise<PreparedFile[]> =>
    wanted
      ? Promise.all([takeIn(moment.app, paperOf(title, [moment.compound.name, dayInWords(moment.day)]))])
      : Promise.resolve([]);
  return {
    photos: await picturesAt(moment, pictures, view),
    inventory: await papers(belongings === 'stored' || belongings === 'handed-over', '物品清单'),
    record: await papers(force !== undefined, '执行笔录'),
  };
}

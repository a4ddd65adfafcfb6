import { CompoundDesk } from '../../compounds/compounds.desk';
import { Doors } from '../../compounds/doors.service';
import { Outcome, done } from '../../domain/kernel/outcome';
import { totalsAsWord } from '../../domain/meeting/household-result';
import { Calls } from '../../households/calls.service';
import { ConsentResults } from '../../households/consent-results';
import { EveningSheets } from '../../households/evening-sheets.service';
import { CallForm, PublicationForm, SheetForm } from '../../households/household.forms';
import { proposedNotice } from '../../households/publication.presenter';
import { questionColumns } from '../../households/sheet-rows';
import { cellName } from '../../platform/web/cells';
import { filled, granted } from './granted';
import { isMeant } from './tell-survey';
import { Moment, StepOf, newKey } from './telling';

/** Calls at doors: one on its own page, several as an evening sheet typed back in. */
export async function call(moment: Moment, step: StepOf<'call'>): Promise<Outcome<unknown>> {
  const { app, actor, compound, day } = moment;
  const { id } = await app.get(CompoundDesk).find(actor, compound.code);
  const all = await app.get(Doors).doorsOf(id);
  const doors = all.filter((door) => step.doors.some((name) => isMeant(door, name)));
  if (!doors.length) throw new Error(`${compound.code} has no door ${step.doors.join(', ')}`);
  const { outcome = 'met', callers, note, answers = {} } = step;
  const given = { calledOn: day, callers, onceKey: newKey() };
  const typed = Object.fromEntries(
    Object.entries(answers).map(([question, answer]) => [
      questionColumns[question as keyof typeof questionColumns],
      answer,
    ]),
  );
  const columns = { outcome, ...typed, ...(note && { note }) };
  if (doors.length === 1) {
    const form = await filled(CallForm, { ...given, ...columns });
    return app.get(Calls).add(actor, doors[0].id, form);
  }
  const cells = doors.flatMap((door) =>
    Object.entries(columns).map(([column, value]) => [cellName(column, door.id), value]),
  );
  const form = await filled(SheetForm, { ...given, ...Object.fromEntries(cells) });
  return app.get(EveningSheets).write(actor, compound.code, form);
}

/** Posts what the households say, in the words the page proposes. */
export async function publishConsent(
  { app, actor, compound, day }: Moment,
  { places }: StepOf<'publish-consent'>,
): Promise<Outcome<unknown>> {
  const results = app.get(ConsentResults);
  const counted = await results.counted(actor, compound.code);
  const form = await filled(PublicationForm, {
    ...proposedNotice(counted.compound, counted.totals, day),
    ...(places && { places }),
    seen: totalsAsWord(counted.totals),
    step: 'post',
    onceKey: newKey(),
  });
  granted(await results.post(actor, compound.code, form), 'publish-consent');
  return done(undefined);
}

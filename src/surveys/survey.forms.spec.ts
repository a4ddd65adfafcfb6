import { PipeTransform } from '@nestjs/common';
import { Posted, asForm } from '../platform/web/form';
import { EditHazardForm, UnitVisitsForm, VisitForm } from './survey.forms';

const read = async <T extends object>(form: new () => T, body: object): Promise<Posted<T>> => {
  const pipe = new (asForm(form) as new () => PipeTransform)();
  return (await pipe.transform(body, { type: 'body' })) as Posted<T>;
};
const onceKey = 'a'.repeat(20);
const walk = { visitedOn: '2026-03-12', visitors: 'volunteer', onceKey };

describe('the forms of the survey', () => {
  it('one door or many, chosen or left out', async () => {
    const many = await read(UnitVisitsForm, { ...walk, 'outcome.17': 'met', 'outcome.18': '' });
    expect([many.errors, many.value.outcome]).toEqual([
      [],
      [
        { row: '17', text: 'met' },
        { row: '18', text: '' },
      ],
    ]);
    expect((await read(UnitVisitsForm, walk)).value.outcome).toEqual([]);
  });

  it.each(['forged', 'constructor'])('no outcome is read from %s', async (outcome) => {
    const { errors } = await read(UnitVisitsForm, { ...walk, 'outcome.17': outcome });
    expect(errors).toEqual([{ field: 'outcome', message: '请从列出的选项里选「走访结果」' }]);
  });

  it('a visit without anybody who went is refused', async () => {
    const { errors } = await read(VisitForm, { visitedOn: '2026-03-12', outcome: 'met', onceKey });
    expect(errors).toEqual([{ field: 'visitors', message: '请选择「走访人」，至少一项' }]);
    const strange = await read(VisitForm, { ...walk, outcome: 'met', visitors: 'mayor' });
    expect(strange.errors).toEqual([{ field: 'visitors', message: '请从列出的选项里选「走访人」' }]);
  });

  it('photos to be taken off are numbers', async () => {
    const finding = {
      kind: 'flying-wires',
      place: '北墙',
      severity: '3',
      foundOn: '2026-03-12',
      version: '1',
      onceKey,
    };
    expect((await read(EditHazardForm, { ...finding, drop: ['4', '5'] })).value.drop).toEqual([4, 5]);
    expect((await read(EditHazardForm, { ...finding, drop: '4 or 1=1' })).errors[0].field).toBe('drop');
  });
});

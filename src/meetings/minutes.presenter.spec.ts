import { formState, RawForm } from '../platform/web/form';
import { givenFrame, givenRecords } from './given-meeting';
import { MinutesView, toMinutes } from './minutes.presenter';
import { storedMinutes } from './stored-minutes';

const page = (
  raw: RawForm,
  change: Partial<MinutesView> = {},
  errors: { field: string; message: string }[] = [],
) =>
  toMinutes(
    {
      ...{ records: givenRecords(), raw, answers: [{ value: 'community', label: '社区居委会' }] },
      ...{ written: [], taken: [], signIn: [], photos: [], kept: { signIn: [], photos: [] } },
      ...{ wasStale: false, added: '', today: '2026-04-13' },
      ...change,
    },
    formState(raw, errors),
    givenFrame,
  );

describe('the form of the minutes', () => {
  it('what is stored is what is shown first', () => {
    const { attendance, agenda, decisions, counts } = page(storedMinutes(givenRecords()));
    expect(attendance.main.map(({ name }) => name)).toEqual([
      '居民代表',
      '楼栋长',
      '楼院党支部',
      '社区居委会',
      '街道办事处',
    ]);
    expect(attendance.main[0]).toMatchObject({
      ...{ expected: { value: '28' }, present: { value: '20' }, who: { value: '各层代表' }, signed: true },
    });
    expect(attendance.hasOthers).toBe(false);
    expect(agenda[0].said.value).toBe('201室反对');
    expect(decisions.rows).toHaveLength(2);
    expect(decisions.rows[0].cells).toMatchObject({
      text: { value: '先清杂物再修路' },
      yes: { value: '18' },
    });
    expect(counts).toBe(true);
  });

  it('the meeting that was planned gives its times to the record', () => {
    const planned = {
      state: 'planned',
      heldOn: null,
      heldFrom: null,
      heldTo: null,
      plannedTo: '21:00',
    } as const;
    expect(storedMinutes(givenRecords(planned))).toMatchObject({
      ...{ heldOn: '2026-04-05', heldFrom: '19:00', heldTo: '21:00' },
    });
  });

  it('a press brings one more row, up to eight, and what was typed stays', () => {
    const typed = (count: number) => ({ decisionText: Array<string>(count).fill('先修路') });
    const rows = (count: number) => page(typed(count), { added: 'decision' }).decisions;
    expect(rows(2).rows).toHaveLength(3);
    expect(rows(2).rows[1].cells.text.value).toBe('先修路');
    expect([rows(7).rows.length, rows(7).more]).toEqual([8, false]);
    expect(rows(8).rows).toHaveLength(8);
  });

  it('an error stands beside its cell', () => {
    const raw = { decisionText: ['', '议'] };
    const { decisions } = page(raw, {}, [{ field: 'decisionText-1', message: '太长' }]);
    expect(decisions.rows[1].cells.text).toMatchObject({ id: 'decisionText-1', error: '太长', value: '议' });
  });

  it('another party that was typed in is not hidden', () => {
    const raw = { attendanceParty: ['property'], attendancePresent: ['2'], attendanceWho: [''] };
    const { attendance } = page(raw);
    expect(attendance.hasOthers).toBe(true);
    expect(attendance.others.find(({ party }) => party === 'property')!.present.value).toBe('2');
  });

  it('whoever was slower sees what is stored now', () => {
    expect(page({}, { wasStale: true }).latest).toContainEqual({ term: '纪要', value: '201室有不同意见' });
    expect(page({}).latest).toEqual([]);
  });
});

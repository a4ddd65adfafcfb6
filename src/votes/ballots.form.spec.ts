import { BallotsForm, isSameBallot, readBallots } from './ballots.form';
import { givenBallot, givenRecords } from './given-votes';

const { voters } = givenRecords();
const days = { opensOn: '2026-04-16', today: '2026-04-20' };
const form = (cells: Record<string, string>, batchOn: string | undefined = '2026-04-18'): BallotsForm => {
  const column = (name: string) =>
    Object.entries(cells)
      .filter(([key]) => key.startsWith(`${name}.`))
      .map(([key, text]) => ({ row: key.slice(name.length + 1), text }));
  return {
    mark: column('mark'),
    fault: column('fault'),
    proxy: column('proxy'),
    authorisedOn: column('authorisedOn'),
    receivedOn: column('receivedOn'),
    seen: column('seen'),
    batchOn,
    onceKey: 'x',
  };
};
const read = (cells: Record<string, string>, batchOn?: string) =>
  readBallots(form(cells, batchOn), voters, days);

describe('the lines of the ballots as they are typed', () => {
  it('take the day of the batch, unless they have their own', () => {
    const { lines, errors } = read({
      'mark.1-1': 'yes',
      'seen.1-1': '',
      'mark.2-1': 'no',
      'receivedOn.2-1': '2026.4.17',
      'seen.2-1': '42',
    });
    expect(errors).toEqual([]);
    expect(
      lines.map(({ ownerId, seenId, values }) => [ownerId, seenId, values?.mark, values?.receivedOn]),
    ).toEqual([
      [1, null, 'yes', '2026-04-18'],
      [2, 42, 'no', '2026-04-17'],
    ]);
  });

  it('are empty where nothing is chosen, also where something was before', () => {
    expect(read({ 'seen.1-1': '', 'seen.2-1': '42', 'receivedOn.2-1': '2026-04-18' })).toEqual({
      lines: [
        { row: '1-1', ownerId: 1, seenId: null, values: null },
        { row: '2-1', ownerId: 2, seenId: 42, values: null },
      ],
      errors: [],
      strangers: 0,
    });
  });

  it('forget the reason of a ballot that is no longer invalid', () => {
    const { lines } = read({ 'mark.1-1': 'yes', 'fault.1-1': 'altered' });
    expect(lines[0].values).toMatchObject({ mark: 'yes', fault: null });
  });

  it('belong to owners of this vote', () => {
    expect(read({ 'mark.99-1': 'yes' })).toMatchObject({ lines: [], strangers: 1 });
    expect(read({ 'mark.x-1': 'yes' })).toMatchObject({ lines: [], strangers: 1 });
  });

  it.each<[Record<string, string>, string, string]>([
    [{ 'mark.1-1': 'invalid' }, 'fault.1-1', '选了「无效」请选原因'],
    [{ 'mark.1-1': 'yes', 'receivedOn.1-1': 'gestern' }, 'receivedOn.1-1', '「收到日期」不是一个日期'],
    [{ 'mark.1-1': 'yes', 'receivedOn.1-1': '2026-04-15' }, 'receivedOn.1-1', '早于表决开始'],
    [{ 'proxy.1-1': 'yes' }, 'mark.1-1', '请选择同意、反对、弃权或无效'],
    [{ 'mark.1-1': 'ja', 'seen.1-1': '7' }, 'mark.1-1', '请选择同意、反对、弃权或无效'],
    [{ 'mark.1-1': 'yes', 'authorisedOn.1-1': '2026-04-17' }, 'authorisedOn.1-1', '请同时勾「代理」'],
  ])('%j is answered beside %s', (cells, field, words) => {
    expect(read(cells).errors).toEqual([
      { field, message: expect.stringMatching(new RegExp(`^1号楼 1单元 101：.*${words}`)) },
    ]);
  });

  it('ask for a day where there is none', () => {
    const given = { ...form({ 'mark.1-1': 'yes' }), batchOn: undefined };
    expect(readBallots(given, voters, days).errors.map(({ field }) => field)).toEqual(['receivedOn.1-1']);
  });
});

it('two ballots say the same when nothing on them differs', () => {
  const one = givenBallot(1, 'yes');
  expect(isSameBallot(one, { ...one, id: 7 } as typeof one)).toBe(true);
  for (const change of [
    { mark: 'no' },
    { isProxy: true },
    { receivedOn: '2026-04-19' },
    { authorisedOn: '2026-04-01' },
  ] as const)
    expect(isSameBallot(one, { ...one, ...change })).toBe(false);
});

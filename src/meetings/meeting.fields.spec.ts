import 'reflect-metadata';
import { RawForm, asForm, Posted } from '../platform/web/form';
import { RowIds } from '../platform/web/list-fields';
import { answersValue, AnswersField, RowTexts, WallTimeField } from './meeting.fields';

class Given {
  @WallTimeField({ label: '开始时间' }) from: string;
  @WallTimeField({ label: '结束时间', optional: true }) to?: string;
  @RowIds() ids: number[];
  @RowTexts(2) texts: string[];
  @AnswersField({ label: '谁负责' }) answers: unknown;
}

const read = async (raw: RawForm) => {
  const posted = { from: '19:00', answers: 'community', ...raw };
  return (await new (asForm(Given))().transform(posted, { type: 'body' })) as Posted<Given>;
};
const errorsOf = async (raw: RawForm) => (await read(raw)).errors.map(({ message }) => message);

describe('a time of day', () => {
  it.each([
    ['19:00', '19:00'],
    ['9:05', '09:05'],
    ['１９：３０', '19:30'],
    ['9点', '09:00'],
    ['9点半', '09:30'],
    ['7时15分', '07:15'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
  ])('%s is %s', async (typed, time) => {
    expect((await read({ from: typed })).value.from).toBe(time);
  });

  it.each(['24:00', '9:60', '晚上七点', '190'])('%s is no time', async (from) => {
    expect(await errorsOf({ from })).toEqual(['「开始时间」请按 19:30 这样填写']);
  });

  it('is asked for unless it may be left out', async () => {
    expect(await errorsOf({ from: '', to: '' })).toEqual(['请填写「开始时间」']);
  });
});

describe('lists', () => {
  it('one posted value is a list of one, none is empty', async () => {
    expect((await read({ ids: '7', texts: 'a' })).value).toMatchObject({ ids: [7], texts: ['a'] });
    expect((await read({})).value).toMatchObject({ ids: [], texts: [] });
  });

  it('ids that are none, and more rows than fit, are refused', async () => {
    expect(await errorsOf({ ids: ['1', '-2'] })).toEqual(['请从页面上列出的内容里选择']);
    expect(await errorsOf({ texts: ['a', 'b'] })).toEqual([]);
    expect(await errorsOf({ texts: ['a', 'b', 'c'] })).toEqual(['一次最多填 2 行，请分几次保存']);
  });
});

describe('who answers', () => {
  it.each(['community', 'contractor:12'])('%s is read and written alike', async (answers) => {
    const { value } = await read({ answers });
    expect(answersValue(value.answers as never)).toBe(answers);
  });

  it.each(['', 'nobody', 'contractor:0', 'contractor:x'])('%s is nobody', async (answers) => {
    expect(await errorsOf({ answers })).toEqual(['请为「谁负责」选一项']);
  });
});

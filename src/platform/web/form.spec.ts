import { BadRequestException } from '@nestjs/common';
import { Choice, Day, Money, Phone, SquareMetres, Text, Tick, WholeNumber } from './fields';
import { Posted, asForm, formState } from './form';
import { Cell, Choices, Column } from './list-fields';

class Sample {
  @Text({ label: '名称', max: 5, optional: true }) name?: string;
  @Text({ label: '备注', max: 20, multiline: true, optional: true }) note?: string;
  @WholeNumber({ label: '户数', min: 1, max: 100, optional: true }) count?: number;
  @SquareMetres({ label: '面积', optional: true }) area?: number;
  @Money({ label: '金额', optional: true }) amount?: number;
  @Day({ label: '日期', optional: true }) on?: string;
  @Phone({ label: '电话', optional: true }) phone?: string;
  @Choice({ label: '种类', of: ['a', 'b'], optional: true }) kind?: string;
  @Choices({ label: '多选', of: ['a', 'b'] }) kinds: string[];
  @Tick() yes: boolean;
}

class Table {
  @Column({ label: '答复' }) answer: Cell[];
  @Column({ label: '日期' }) on: Cell[];
}

class Strict {
  @Text({ label: '名称', max: 5 }) name: string;
}

const post = (body: object): Promise<Posted<Sample>> =>
  new (asForm(Sample))().transform(body, { type: 'body' });

describe('a posted form', () => {
  it.each([
    ['name', ' 丰乐路 ', '丰乐路'],
    ['name', '𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷'],
    ['note', ' 一\r\n二 ', ' 一\n二 '],
    ['note', '一\u000b二\u000c三\u2028四', '一\n二\n三\n四'],
    ['note', '一\u00a0二\u202f三', '一 二 三'],
    ['note', '\ufeff一\u200b二\u00ad三\u2060四', '一二三四'],
    ['note', '\u200b\ufeff', undefined],
    ['name', '\ufeff丰乐\u000b路\n', '丰乐 路'],
    ['count', '２８', 28],
    ['count', '28 户', 28],
    ['count', '1', 1],
    ['count', '100', 100],
    ['area', '1,677.05 ㎡', 167705],
    ['amount', '20万元', 20_000_000],
    ['on', '2026.6.8', '2026-06-08'],
    ['on', '2026年6月8日', '2026-06-08'],
    ['phone', '0371-0000 0001', '037100000001'],
    ['phone', '138 0000 0000', '13800000000'],
    ['kind', 'b', 'b'],
    ['kinds', ['a', 'b'], ['a', 'b']],
    ['kinds', 'a', ['a']],
    ['yes', 'yes', true],
  ])('%s typed as %j is read as %j', async (field, typed, read) => {
    const form = await post({ [field]: typed });
    expect(form.errors).toEqual([]);
    expect(form.value[field as keyof Sample]).toEqual(read);
  });

  it.each([
    ['name', '六个字的名称', '「名称」最多 5 个字，现在是 6 个，请删减后再保存'],
    ['note', 'a\u0007b', '「备注」里有看不见的特殊字符，请删掉后重新输入'],
    ['note', 'a\u202eb', '「备注」里有看不见的特殊字符，请删掉后重新输入'],
    ['name', 'a\u0000b', '「名称」里有看不见的特殊字符，请删掉后重新输入'],
    ['name', '\ud800', '「名称」里有看不见的特殊字符，请删掉后重新输入'],
    ['count', '二十', '「户数」只能填整数，如 12'],
    ['count', '户', '「户数」只能填整数，如 12'],
    ['count', '2户5户', '「户数」只能填整数，如 12'],
    ['count', '0', '「户数」要在 1 到 100 之间，现在填的是 0'],
    ['count', '101', '「户数」要在 1 到 100 之间，现在填的是 101'],
    ['count', '1e3', '「户数」只能填整数，如 12'],
    ['count', '9'.repeat(20), '「户数」只能填整数，如 12'],
    ['area', '0', '「面积」只能填大于 0 的数字，最多两位小数，如 1677.5'],
    ['amount', '二十万', '「金额」只能填金额，如 200000 或 20万元，最多到分'],
    ['on', '2026-02-30', '「日期」不是一个日期，请按 2026-05-18 这样填写'],
    ['phone', '1380000', '手机号应为 11 位数字，现在是 7 位'],
    ['kind', 'c', '请为「种类」选一项'],
    ['kind', ['a', 'b'], '「种类」只能填一个值'],
    ['kinds', ['a', 'c'], '请从列出的选项里选「多选」'],
  ])('%s typed as %j is answered: %s', async (field, typed, message) => {
    const form = await post({ [field]: typed });
    expect(form.errors).toEqual([{ field, message }]);
    expect(form.raw[field]).toEqual(typed);
  });

  it('a table of fields is read as columns of cells, each with its row', async () => {
    const form = await new (asForm(Table))().transform(
      { 'answer.17': 'yes', 'answer.18-2': 'no', 'on.17': '' },
      { type: 'body' },
    );
    expect(form.value.answer).toEqual([
      { row: '17', text: 'yes' },
      { row: '18-2', text: 'no' },
    ]);
    expect(form.value.on).toEqual([{ row: '17', text: '' }]);
    expect(form.raw).toEqual({ answer: ['17:yes', '18-2:no'], on: ['17:'] });
    const spoiled = await new (asForm(Table))().transform({ 'answer.17': 'a\u0000' }, { type: 'body' });
    expect(spoiled.errors).toEqual([
      { field: 'answer', message: '「答复」里有看不见的特殊字符，请删掉后重新输入' },
    ]);
    expect((await new (asForm(Table))().transform({}, { type: 'body' })).value.answer).toEqual([]);
  });

  it.each(['other.17', 'answer.a b', 'answer.17.18'])('a cell of no column is refused: %s', async (field) => {
    await expect(new (asForm(Table))().transform({ [field]: 'x' }, { type: 'body' })).rejects.toThrow(
      BadRequestException,
    );
  });

  it('an empty field is asked for by its name', async () => {
    for (const body of [{}, { name: '' }, { name: '　' }]) {
      const form = await new (asForm(Strict))().transform(body, { type: 'body' });
      expect(form.errors).toEqual([{ field: 'name', message: '请填写「名称」' }]);
    }
  });

  it.each([{ id: '1' }, { name: { a: '1' } }])('%j is no form of ours', async (body) => {
    await expect(post(body)).rejects.toThrow(BadRequestException);
  });

  it('a key that would change objects has no effect', async () => {
    const form = await post(
      JSON.parse('{"__proto__": {"admin": "yes"}, "constructor": "x", "name": "院"}') as object,
    );
    expect(form.value.name).toBe('院');
    expect(({} as { admin?: string }).admin).toBeUndefined();
  });
});

describe('what a template is told', () => {
  it('keeps what was typed, one sentence a field, refusals of the law after the fields', () => {
    const state = formState(
      { name: '院', empty: null, list: ['a'] },
      [{ field: 'name', message: '太短' }],
      [{ code: 'x', level: 'law', text: '不能这样' }],
    );
    expect(state).toEqual({
      values: { name: '院', list: ['a'] },
      errors: { name: '太短' },
      summary: [{ field: 'name', message: '太短' }, { message: '不能这样' }],
    });
  });
});

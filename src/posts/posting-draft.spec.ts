import { asForm, Posted } from '../platform/web/form';
import type { PlacedItem } from '../works/works.desk';
import { FieldPostForm } from './field.forms';
import { fingerprintOf, PostDraft, toDraft } from './posting-draft';

const charging = { id: 3, measure: 'quantity', unit: '组' } as PlacedItem;
const walls = { id: 1, measure: 'share', unit: '㎡' } as PlacedItem;
const uuid = '0b1f6a52-7c1d-4e0a-9a3e-2f6f0c9d1a11';
const least = { uuid, contractId: '1', workedOn: '2026-06-08', kind: 'work' };

async function draft(fields: Record<string, string | string[]>): Promise<PostDraft> {
  const pipe = new (asForm(FieldPostForm))();
  const posted = (await pipe.transform({ ...least, ...fields }, { type: 'body' })) as Posted<FieldPostForm>;
  expect(posted.errors).toEqual([]);
  return toDraft(posted.value, [charging, walls]);
}
const told = async (fields: Record<string, string>) => (await draft(fields)).values;

describe('what a form tells of its items', () => {
  it.each<[string, Record<string, string>, [number, number][]]>([
    ['a number of sets', { 'value.3': '18' }, [[3, 18_00]]],
    ['with its unit', { 'value.3': ' 18.5 组' }, [[3, 18_50]]],
    ['full-width', { 'value.3': '１８' }, [[3, 18_00]]],
    ['a share', { 'value.1': '65%' }, [[1, 65_00]]],
    ['120 %', { 'value.1': '120' }, [[1, 120_00]]],
    ['what stood there', { 'value.3': '15', 'was.3': '15' }, []],
    ['the same in other signs', { 'value.1': '60.0', 'was.1': '60%' }, []],
    ['emptied', { 'value.3': '', 'was.3': '15' }, []],
    ['back to nothing', { 'value.3': '0', 'was.3': '15' }, [[3, 0]]],
    ['an item nobody knows', { 'value.99': '50' }, [[99, 50_00]]],
  ])('%s', async (_, fields, expected) => {
    expect((await told(fields)).map(({ itemId, value }) => [itemId, value])).toEqual(expected);
  });

  it('no number is told as none, so that the law asks for one', async () => {
    expect(await told({ 'value.3': '很多' })).toEqual([{ itemId: 3, value: NaN, reason: '' }]);
  });

  it('a reason stands with its item', async () => {
    expect(await told({ 'value.3': '12', 'was.3': '15', 'reason.3': ' 返工 ' })).toEqual([
      { itemId: 3, value: 12_00, reason: '返工' },
    ]);
  });
});

describe('the same post again', () => {
  const print = async (fields: Record<string, string | string[]>) => fingerprintOf(await draft(fields));

  it('is known by its words, in whatever order they come', async () => {
    const one = await print({ 'value.3': '18', 'value.1': '65', holdups: ['rain', 'people'] });
    const other = await print({ 'value.1': '65', 'value.3': '18', holdups: ['people', 'rain'], uuid });
    expect(one).toBe(other);
  });

  it.each<[string, Record<string, string | string[]>]>([
    ['another value', { 'value.3': '19' }],
    ['another crew', { 'value.3': '18', workers: '9' }],
    ['as before', { 'value.3': '18', kind: 'same' }],
    ['nobody works', { 'value.3': '18', kind: 'stopped' }],
    ['a photo more', { 'value.3': '18', sent: [uuid] }],
    ['another reason', { 'value.3': '18', correctionReason: '少数了' }],
  ])('%s is other words', async (_, fields) => {
    expect(await print(fields)).not.toBe(await print({ 'value.3': '18' }));
  });

  it('photos make the same whatever their order, and numbers whatever their letters', async () => {
    const two = ['0B1F6A52-7C1D-4E0A-9A3E-2F6F0C9D1A22', uuid];
    const one = await print({ sent: two });
    expect(one).toBe(await print({ sent: [...two].reverse().map((text) => text.toLowerCase()) }));
  });
});

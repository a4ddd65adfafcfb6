import * as fc from 'fast-check';
import { DailyPost, PostState, postStates } from './daily-post';
import { codesOf, kept, post, today } from './given-construction';
import {
  carriedOver,
  correctionBlockers,
  correctionWarnings,
  postArrival,
  postFingerprint,
  stateOfCorrected,
} from './post-arrival';

const never = () => false;
const always = () => true;

describe('a post that arrives', () => {
  it('the first of its day is new', () => {
    expect(postArrival(post(), [], never)).toEqual({ arrival: 'new' });
    expect(postArrival(post(), [kept(1, { workedOn: '2026-06-07' })], never)).toEqual({ arrival: 'new' });
    expect(postArrival(post(), [kept(1, { contractId: 2 })], never)).toEqual({ arrival: 'new' });
  });

  it('the same again makes no second record, however its number is written and whatever became of it', () => {
    for (const state of postStates) {
      const first = kept(1, { uuid: post().uuid.toUpperCase(), state });
      expect(postArrival(post(), [first], always)).toEqual({ arrival: 'repeat', of: 1 });
    }
  });

  it('the same number with other words is not taken and not lost: the phone is told to send it as a correction', () => {
    const found = postArrival(post(), [kept(1, { uuid: post().uuid })], never);
    expect(found).toMatchObject({ arrival: 'altered', of: 1, blockers: [{ code: 'works.post-altered' }] });
  });

  it.each<[PostState, object]>([
    ['draft', { arrival: 'new' }],
    ['sent', { arrival: 'correction', of: 1, wasConfirmed: false }],
    ['confirmed', { arrival: 'correction', of: 1, wasConfirmed: true }],
    ['returned', { arrival: 'correction', of: 1, wasConfirmed: false }],
    ['corrected', { arrival: 'new' }],
  ])('a second one after one that is %s', (state, expected) => {
    expect(postArrival(post(), [kept(1, { state })], never)).toEqual(expected);
  });

  it('a correction of a returned correction still changes what was confirmed', () => {
    const rows = [kept(1), kept(2, { state: 'returned' })];
    expect(postArrival(post(), rows, never)).toEqual({ arrival: 'correction', of: 2, wasConfirmed: true });
  });
});

describe('the content of a post', () => {
  it('is the same in whatever order its values and chips come', () => {
    const one = post({ holdups: ['rain', 'people'], values: [v(1, 10), v(3, 20)], sentence: '好' });
    const other = post({ holdups: ['people', 'rain'], values: [v(3, 20), v(1, 10)], sentence: ' 好 ' });
    expect(postFingerprint(one)).toBe(postFingerprint(other));
    expect(postFingerprint({ ...other, workers: 10 })).not.toBe(postFingerprint(one));
    expect(postFingerprint({ ...other, values: [v(3, 21), v(1, 10)] })).not.toBe(postFingerprint(one));
  });
});

const v = (itemId: number, value: number) => ({ itemId, value, reason: '' });

describe('a correction', () => {
  it.each<[boolean, string, string[]]>([
    [true, '', ['post-correction']],
    [true, '数错了', []],
    [false, '', []],
  ])('of what was confirmed (%s) with the reason 「%s」', (wasConfirmed, reason, expected) => {
    expect(codesOf(correctionBlockers(wasConfirmed, reason))).toEqual(expected);
  });

  it('says that there was one before, unless that was sent back', () => {
    expect(codesOf(correctionWarnings({ workedOn: today, state: 'sent' }))).toEqual(['post-second']);
    expect(correctionWarnings({ workedOn: today, state: 'returned' })).toEqual([]);
  });

  it('keeps of the earlier what it does not mention', () => {
    const earlier = post({
      ...{ values: [v(1, 10), v(3, 20)], workers: 9, weather: 'rain', holdups: ['rain'] },
      ...{ effects: ['noise'], sentence: '上午粉刷', photos: 3 },
    });
    const second = post({ values: [v(3, 25)], workers: null, weather: null, holdups: ['people'], photos: 1 });
    expect(carriedOver(second, earlier)).toMatchObject({
      ...{ values: [v(1, 10), v(3, 25)], workers: 9, weather: 'rain', holdups: ['rain', 'people'] },
      ...{ effects: ['noise'], sentence: '上午粉刷', photos: 4 },
    });
  });

  it('to a day without work keeps no progress of it', () => {
    const stopped: DailyPost = post({ kind: 'stopped', values: [], workers: null, holdups: ['rain'] });
    expect(carriedOver(stopped, post())).toMatchObject({ values: [], workers: null });
  });

  it('never loses an item that either of the two told', () => {
    const values = fc.uniqueArray(fc.record({ itemId: fc.nat(6), value: fc.nat(100) }), {
      selector: ({ itemId }) => itemId,
    });
    fc.assert(
      fc.property(values, values, (first, second) => {
        const told = (list: typeof first) => list.map(({ itemId, value }) => v(itemId, value));
        const all = carriedOver(post({ values: told(second) }), post({ values: told(first) })).values;
        const ids = [...new Set([...first, ...second].map(({ itemId }) => itemId))].sort();
        expect(all.map(({ itemId }) => itemId).sort()).toEqual(ids);
        for (const { itemId, value } of second) {
          expect(all.find((one) => one.itemId === itemId)?.value).toBe(value);
        }
      }),
    );
  });

  it.each<[PostState, PostState, PostState]>([
    ['sent', 'corrected', 'corrected'],
    ['returned', 'corrected', 'corrected'],
    ['confirmed', 'confirmed', 'corrected'],
    ['corrected', 'corrected', 'corrected'],
    ['draft', 'draft', 'draft'],
  ])('one that is %s is %s when it is sent and %s when it is confirmed', (state, sent, confirmed) => {
    expect([stateOfCorrected(state, 'sent'), stateOfCorrected(state, 'confirmed')]).toEqual([
      sent,
      confirmed,
    ]);
  });
});

import { pinErrors, pinFrom, pinOf, pinValues, toPinPicker } from './pin-picker';

const sketch = { id: 9, width: 1600, height: 1200 };

describe('choosing a place on the sketch', () => {
  it('offers the sketch in two sizes, with the mark where it is now', () => {
    expect(toPinPicker('fl106', sketch, { pinAcross: 125, pinDown: 640 })).toEqual({
      pictures: [
        { name: 'pinNarrow', src: '/files/9/480.jpg', width: 280, height: 210, isNarrow: true },
        { name: 'pinWide', src: '/files/9/1600.jpg', width: 680, height: 510, isNarrow: false },
      ],
      mark: { x: 125, y: 480, height: 750 },
      now: '左起 12.5%、上起 64%',
      sketchLink: '',
    });
  });

  it('leads to the sketch while there is none', () => {
    expect(toPinPicker('fl106', null, { pinAcross: null, pinDown: null })).toEqual({
      pictures: [],
      now: '',
      sketchLink: '/compounds/fl106/ground/sketch',
    });
  });

  it.each([
    ['pressed on the small picture', { pinNarrow: ['x:70', 'y:105'] }, { across: 250, down: 500 }],
    ['pressed on the large picture', { pinWide: ['x:170', 'y:255'] }, { across: 250, down: 500 }],
    ['typed', { pinAcross: '25', pinDown: '50.5' }, { across: 250, down: 505 }],
    ['typed full-width', { pinAcross: '２５．５', pinDown: '５０％' }, { across: 255, down: 500 }],
    [
      'pressed while an old place stands in the fields',
      { pinWide: ['x:170', 'y:255'], pinAcross: '1', pinDown: '1' },
      { across: 250, down: 500 },
    ],
    [
      'typed and sent with the key, which presses the corner',
      { pinNarrow: ['x:0', 'y:0'], pinAcross: '25', pinDown: '50' },
      { across: 250, down: 500 },
    ],
    ['typed as the corner itself', { pinAcross: '0', pinDown: '0' }, { across: 0, down: 0 }],
    ['sent with the key and nothing typed', { pinNarrow: ['x:0', 'y:0'] }, null],
    ['pressed outside the picture', { pinNarrow: ['x:281', 'y:10'] }, null],
    ['half a point', { pinWide: ['x:10'] }, null],
    ['no numbers', { pinWide: ['x:a', 'y:b'] }, null],
    ['left empty', { pinAcross: '', pinDown: ' ' }, null],
  ])('%s', (_how, raw, pin) => {
    expect(pinFrom(raw, sketch)).toEqual(pin);
    expect(pinErrors(raw, sketch)).toEqual([]);
  });

  it('says what is wrong with what was typed, beside each field', () => {
    const wrong = (raw: Record<string, string | string[]>) =>
      pinErrors(raw, sketch).map(({ field, message }) => [field, message]);
    expect(wrong({ pinAcross: '25', pinDown: '' })).toEqual([
      ['pinDown', '请填写「上起」，或把左起、上起都空着'],
    ]);
    expect(wrong({ pinAcross: '100.1', pinDown: '右' })).toEqual([
      ['pinAcross', '「左起」要在 0 到 100 之间，最多一位小数，如 12.5'],
      ['pinDown', '「上起」要在 0 到 100 之间，最多一位小数，如 12.5'],
    ]);
    expect(wrong({ pinWide: ['x:5', 'y:5'], pinAcross: '900' })).toEqual([]);
  });

  it('without a sketch a place may still be typed, and nothing can be pressed', () => {
    expect(pinFrom({ pinAcross: '25', pinDown: '50' }, null)).toEqual({ across: 250, down: 500 });
    expect(pinFrom({ pinWide: ['x:170', 'y:255'] }, null)).toBeNull();
  });

  it('fills the fields as the row is stored', () => {
    expect(pinValues({ pinAcross: 125, pinDown: 640 })).toEqual({ pinAcross: '12.5', pinDown: '64' });
    expect(pinValues({ pinAcross: null, pinDown: null })).toEqual({});
    expect(pinOf({ pinAcross: null, pinDown: null })).toBeNull();
  });
});

import { ControlGiven, controlBlockers, nextControlStep } from './hazard-control';

const today = '2026-03-20';
const open = {
  kind: 'fire-lane-blocked',
  place: '院门',
  severity: 4,
  foundOn: '2026-03-12',
  controlBy: '2026-03-13',
  controlledOn: null,
};
const controlled = { ...open, controlledOn: '2026-03-13' };
const control: ControlGiven = { step: 'control', controlledOn: '2026-03-13', note: '' };
const reopen: ControlGiven = { step: 'reopen', controlledOn: null, note: '又停满了车' };

describe('writing a hazard off and opening it again', () => {
  it('offers the one step that makes sense', () => {
    expect([nextControlStep(open), nextControlStep(controlled)]).toEqual(['control', 'reopen']);
  });

  it.each<[string, typeof open | typeof controlled, Partial<ControlGiven>, string[]]>([
    ['on a day after it was found', open, control, []],
    ['on the day it was found', open, { ...control, controlledOn: '2026-03-12' }, []],
    ['today', open, { ...control, controlledOn: today }, []],
    [
      'the day before it was found',
      open,
      { ...control, controlledOn: '2026-03-11' },
      ['hazard.controlledOn'],
    ],
    ['tomorrow', open, { ...control, controlledOn: '2026-03-21' }, ['hazard.controlledOn']],
    ['without a day', open, { ...control, controlledOn: null }, ['control.day']],
    ['a second time', controlled, control, ['control.step']],
    ['opened again with a reason', controlled, reopen, []],
    ['opened again without a reason', controlled, { ...reopen, note: ' ' }, ['control.reason']],
    ['opened while it is open', open, reopen, ['control.step']],
  ])('%s', (_, hazard, given, codes) => {
    const found = controlBlockers(hazard, given as ControlGiven, today);
    expect(found.map(({ code }) => code)).toEqual(codes);
  });
});

import { workCalendar } from '../removal/given-removal';
import { answerableNames } from '../renovation/schedule';
import { rain } from './given-progress';
import {
  isWorkedOn,
  siteDayInWords,
  siteStopOn,
  stopKinds,
  stopOn,
  StopWindow,
  Trait,
  unpublishedInWords,
  workdaysOf,
} from './stop-days';

const window = (change: Partial<StopWindow>): StopWindow => ({ ...rain, ...change });
const item = (...traits: Trait[]) => ({ id: 5, traits });

describe('a day on which works stand still', () => {
  it.each<[string, StopWindow, Trait[], boolean]>([
    ['rain stops what lies outdoors', rain, ['outdoor'], true],
    ['rain leaves what lies indoors', rain, ['noisy', 'dusty'], false],
    ['heavy pollution stops what raises dust', window({ kind: 'pollution' }), ['dusty'], true],
    ['heavy pollution leaves painting', window({ kind: 'pollution' }), ['outdoor'], false],
    ['strong wind stops what raises dust', window({ kind: 'wind' }), ['dusty'], true],
    ['高考 stops what is noisy', window({ kind: 'quiet-days' }), ['noisy'], true],
    ['高考 leaves what is quiet', window({ kind: 'quiet-days' }), ['outdoor'], false],
    ['an order to stop stops all', window({ kind: 'safety' }), [], true],
    ['a stop of named items stops these', window({ kind: 'material', itemIds: [5] }), [], true],
    ['a stop of named items leaves others', window({ kind: 'material', itemIds: [6] }), [], false],
    ['named items are stopped whatever they are', window({ itemIds: [5] }), [], true],
  ])('%s', (_, stop, traits, isStopped) => {
    expect(isWorkedOn(item(...traits), '2026-06-02', workCalendar, [stop])).toBe(!isStopped);
  });

  it.each([
    ['2026-06-01', true],
    ['2026-06-02', false],
    ['2026-06-03', false],
    ['2026-06-04', true],
  ])('%s is worked: %s', (day, worked) => {
    expect(isWorkedOn(item('outdoor'), day, workCalendar, [rain])).toBe(worked);
  });

  it('a stop that is not lifted holds on', () => {
    expect(siteStopOn('2026-12-31', [window({ kind: 'quality', toOn: null })])?.kind).toBe('quality');
    expect(siteStopOn('2026-06-01', [window({ kind: 'quality', toOn: null })])).toBeUndefined();
  });

  it('rain, or a stop of some items, does not stop the whole site', () => {
    expect(siteStopOn('2026-06-02', [rain, window({ kind: 'safety', itemIds: [5] })])).toBeUndefined();
  });

  it('two reasons of one day are one: the first of the list', () => {
    expect(stopOn(item('outdoor'), '2026-06-02', [rain, window({ kind: 'safety' })])?.kind).toBe('safety');
  });

  it('every kind names who answers for it', () => {
    for (const { name, answerable } of Object.values(stopKinds)) {
      expect([name, answerableNames[answerable]]).not.toContain(undefined);
    }
  });
});

describe('the days of the site', () => {
  const order = window({ kind: 'safety', fromOn: '2026-06-16', toOn: '2026-06-20' });
  const exams = window({ kind: 'quiet-days', fromOn: '2026-06-08', toOn: '2026-06-09' });
  it.each([
    ['2026-06-10', '工作日'],
    ['2026-06-13', '周末'],
    ['2026-06-19', '放假'],
    ['2026-05-09', '补班'],
    ['2026-06-16', '停工：安全隐患'],
    ['2026-06-20', '放假'],
    ['2026-06-08', '工作日，部分停工：高考、中考静音'],
    ['2026-06-02', '工作日，部分停工：降雨'],
  ])('%s is called %s', (day, words) => {
    expect(siteDayInWords(day, workCalendar, [order, exams, rain])).toBe(words);
  });

  it('of the month of 丰乐路106号院 are 23, and 21 for what lies outdoors', () => {
    const span = { from: '2026-05-19', to: '2026-06-18' };
    expect(workdaysOf(item(), span, workCalendar, [rain])).toHaveLength(23);
    expect(workdaysOf(item('outdoor'), span, workCalendar, [rain])).toHaveLength(21);
  });

  it('of a year that is not published are said to be unsure', () => {
    expect(unpublishedInWords(workCalendar, '2026-05-01', '2026-12-31')).toBe('');
    expect(unpublishedInWords(workCalendar, '2026-12-31', '2028-01-01')).toBe(
      '2027、2028年放假安排还没有公布，先只按周末计算，公布后会变',
    );
  });
});

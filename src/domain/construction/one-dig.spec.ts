import { digConflicts, trenchesOf } from './dig-conflicts';
import { codesOf } from './given-construction';
import { dig, dug, everyoneAsked, onceDug, request } from './given-dig';
import {
  askedBeforeBlockers,
  openingsOf,
  utilityAnswerDueOn,
  UtilityRequest,
  utilityRequestBlockers,
} from './one-dig';

const today = '2026-03-20';

/** Kinds, with the zone where there is one. */
const kindsOf = (record: Parameters<typeof digConflicts>[0]): string[] =>
  digConflicts(record, today).map(({ kind, zone }) => (zone === null ? kind : `${kind} ${zone}`));

describe('汝河小区: one dig only (C3)', () => {
  it('rain, sewage, water and gas lie in one trench, and everything is paved once: nothing speaks against it', () => {
    expect(digConflicts(dig(), today)).toEqual([]);
  });

  it('as it was planned first: every conflict is a sentence, and says how to mend it', () => {
    const items = dug({
      燃气管改造: { fromOn: '2026-06-10', untilOn: '2026-06-16' },
      太阳能路灯: { fromOn: '2026-05-25', untilOn: '2026-05-27' },
    });
    const requests = everyoneAsked
      .filter(({ utility }) => utility !== 'power')
      .map((one) => (one.utility === 'telecom' ? request('telecom', waiting) : one));
    const found = digConflicts(dig({ items, requests }), today);
    expect(found.map(({ text }) => text)).toEqual([
      'A区要挖两次：「雨污分流」、「供水管改造」 2026年4月27日挖完，「燃气管改造」 2026年6月10日又挖，相隔 44 天',
      'A区「沥青路面」2026年5月6日开始铺，「燃气管改造」 2026年6月16日才挖完',
      'B区要挖两次：「雨污分流」、「供水管改造」 2026年4月27日挖完，「太阳能路灯」 2026年5月25日又挖，相隔 28 天',
      'B区「铺砖小路」2026年5月6日开始铺，「太阳能路灯」 2026年5月27日才挖完',
      '还没有征询供电单位',
      '通信单位 2026年3月2日征询，18 天没有答复',
    ]);
    expect(found.map(({ mend }) => mend)).toEqual([
      '请把后一次提前，和前一次一起开挖、一起回填',
      '请把铺装推迟到 2026年6月16日以后，或把开挖提前',
      '请把后一次提前，和前一次一起开挖、一起回填',
      '请把铺装推迟到 2026年5月27日以后，或把开挖提前',
      '请在2026年4月1日开挖以前发函征询，登记日期',
      '请在2026年4月1日开挖以前催办，得到答复',
    ]);
    expect(found[1]).toMatchObject({ itemIds: [3, 5], utility: 'gas', zone: 1 });
  });

  it('once the digging has begun the utilities are asked at once', () => {
    const mends = (day: string) => digConflicts(dig({ requests: [] }), day).map(({ mend }) => mend);
    expect(mends('2026-03-31')[0]).toBe('请在2026年4月1日开挖以前发函征询，登记日期');
    expect(mends('2026-04-01')[0]).toBe('请尽快发函征询，登记日期');
  });

  it('a gas company that digs by itself after the asphalt breaks it open again, in the zones it named', () => {
    const theirs = {
      answer: 'digs-itself',
      fromOn: '2026-06-10',
      untilOn: '2026-06-12',
      zones: [1],
    } as const;
    const items = onceDug.filter(({ name }) => name !== '燃气管改造');
    const requests = everyoneAsked.map((one) => (one.utility === 'gas' ? request('gas', theirs) : one));
    expect(kindsOf(dig({ items, requests }))).toEqual(['dug-twice 1', 'paved-first 1']);
    const [, paved] = digConflicts(dig({ items, requests }), today);
    expect(paved).toMatchObject({
      text: 'A区「沥青路面」2026年5月6日开始铺，燃气单位自己开挖 2026年6月12日才挖完',
      mend: '请和燃气单位商定提前，或把铺装推迟到 2026年6月12日以后',
      itemIds: [5],
    });
  });
});

describe('conflicts in the ground', () => {
  const gas = (fromOn: string, untilOn = fromOn) => dug({ 燃气管改造: { fromOn, untilOn } });

  it.each<[string, string, string[]]>([
    ['on the last day of the trench', '2026-04-27', []],
    ['seven days after it: one dig', '2026-05-04', []],
    ['eight days after it: a second one', '2026-05-05', ['dug-twice 1']],
    ['a day before the asphalt is only a second dig', '2026-05-05', ['dug-twice 1']],
    ['on the first day of the asphalt', '2026-05-06', ['dug-twice 1', 'paved-first 1']],
    ['on the day twelve months later', '2027-04-27', ['dug-twice 1', 'paved-first 1']],
    ['on the day after that it is another matter', '2027-04-28', ['paved-first 1']],
  ])('gas %s', (_, day, expected) => {
    expect(kindsOf(dig({ items: gas(day) }))).toEqual(expected);
  });

  it('what is dug elsewhere does not speak against anything here', () => {
    const items = dug({ 燃气管改造: { zones: [2], fromOn: '2026-04-28', untilOn: '2026-04-28' } });
    expect(kindsOf(dig({ items }))).toEqual([]);
  });

  it('what is drawn on no zone cannot be looked at, and that is said', () => {
    const items = dug({ 沥青路面: { zones: [] } });
    expect(digConflicts(dig({ items }), today).map(({ text }) => text)).toEqual([
      '「沥青路面」要铺装，方案里没有画在哪个区域',
    ]);
  });

  it('where nothing is dug nobody has to be asked', () => {
    const items = onceDug.filter(({ work }) => work === 'covers');
    expect(digConflicts(dig({ items, requests: [] }), today)).toEqual([]);
  });

  it('who joins has its pipe in the works', () => {
    const requests = everyoneAsked.map((one) => (one.utility === 'heat' ? request('heat') : one));
    expect(kindsOf(dig({ requests }))).toEqual(['no-pipe']);
  });

  it('trenches are told by their days, in their order', () => {
    const trenches = trenchesOf(openingsOf(onceDug, [], [1, 2]), today);
    expect(trenches.map(({ fromOn, untilOn }) => [fromOn, untilOn])).toEqual([['2026-04-01', '2026-04-30']]);
  });

  it('a utility that named no zone digs in all of them', () => {
    const own = request('gas', { answer: 'digs-itself', fromOn: '2026-04-02', untilOn: '2026-04-03' });
    const openings = openingsOf(onceDug, [own], [1, 2]);
    expect(openings.find(({ itemId }) => itemId === null)?.zones).toEqual([1, 2]);
  });
});

describe('asking a utility', () => {
  const place = { renovation: 'active', openedOn: '2026-03-01', zones: [1, 2] } as const;

  it.each<[string, Partial<UtilityRequest>, string[]]>([
    ['asked and answered', {}, []],
    ['asked today, not answered', { askedOn: today, ...unanswered() }, []],
    ['asked tomorrow', { askedOn: '2026-03-21', ...unanswered() }, ['dig-asked']],
    ['asked on the day of the opening', { askedOn: '2026-03-01' }, []],
    ['asked the day before', { askedOn: '2026-02-28' }, ['dig-asked']],
    ['an answer without its day', { answeredOn: null }, ['dig-answered']],
    ['a day without an answer', { answer: null }, ['dig-answer']],
    ['answered on the day it was asked', { answeredOn: '2026-03-02' }, []],
    ['answered before', { answeredOn: '2026-03-01' }, ['dig-answered']],
    ['answered tomorrow', { answeredOn: '2026-03-21' }, ['dig-answered']],
    ['digs by itself, nobody knows when', { answer: 'digs-itself' }, ['dig-days']],
    ['digs by itself on one day', { answer: 'digs-itself', ...on('2026-06-01', '2026-06-01') }, []],
    ['until before it begins', { answer: 'digs-itself', ...on('2026-06-02', '2026-06-01') }, ['dig-order']],
    ['joins, and has days of its own', on('2026-06-01', '2026-06-01'), ['dig-days']],
    ['in a zone of another compound', { zones: [3] }, ['dig-zone']],
    ['a utility nobody knows', { utility: 'steam' as never }, ['dig-utility']],
  ])('%s', (_, change, expected) => {
    expect(codesOf(utilityRequestBlockers(request('gas', change), place, today))).toEqual(expected);
  });

  it('each is asked once, and answers within fifteen days', () => {
    expect(askedBeforeBlockers('gas', [request('heat')])).toEqual([]);
    expect(codesOf(askedBeforeBlockers('gas', [request('heat'), request('gas')]))).toEqual([
      'dig-asked-before',
    ]);
    expect(utilityAnswerDueOn({ askedOn: '2026-03-02' })).toBe('2026-03-17');
  });

  it('once the renovation is over nothing is written', () => {
    const over = { ...place, renovation: 'closed' } as const;
    expect(codesOf(utilityRequestBlockers(request('gas'), over, today))).toEqual(['renovation-over']);
  });
});

const waiting = { answeredOn: null, answer: null } as const;

function unanswered() {
  return { answeredOn: null, answer: null };
}

function on(fromOn: string, untilOn: string) {
  return { fromOn, untilOn };
}

import {
  announcedServiceBlockers,
  effectiveOn,
  lateServiceWarnings,
  Service,
  serviceBlockers,
  serviceDueOn,
  ServiceMethod,
  serviceMethodNames,
} from './document-service';
import { workCalendar } from './given-removal';

const methods = Object.keys(serviceMethodNames) as ServiceMethod[];
const service = (change: Partial<Service> = {}): Service => ({
  ...{ method: 'direct', servedOn: '2026-06-02', proofs: 1 },
  ...change,
});

describe('serving a paper', () => {
  it.each(methods)('%s counts from its day, an announcement from its 30th day after', (method) => {
    expect(effectiveOn(service({ method }), workCalendar)).toBe(
      method === 'announced' ? '2026-07-02' : '2026-06-02',
    );
  });

  it.each([
    ['2026-08-30', '2026-09-29', 'a plain Tuesday'],
    ['2026-09-02', '2026-10-08', 'the 30th day is 2 October'],
    ['2026-01-20', '2026-02-24', 'the 30th day is 19 February'],
  ])('an announcement of %s counts from %s: %s', (servedOn, expected) => {
    expect(effectiveOn(service({ method: 'announced', servedOn }), workCalendar)).toBe(expected);
  });

  it.each<[string, Partial<Service>, string[]]>([
    ['today, with proof', { servedOn: '2026-06-08' }, []],
    ['tomorrow', { servedOn: '2026-06-09' }, ['service-future']],
    ['on the day of the paper', { servedOn: '2026-06-01' }, []],
    ['the day before it was written', { servedOn: '2026-05-31' }, ['service-early']],
    ['without any proof', { proofs: 0 }, ['service-proof']],
  ])('%s', (_, change, expected) => {
    const found = serviceBlockers(service(change), '2026-06-01', '2026-06-08');
    expect(found.map(({ code }) => code.replace('removal.', ''))).toEqual(expected);
  });

  it.each(methods)('%s without proof is told which proof', (method) => {
    const [{ text }] = serviceBlockers(service({ method, proofs: 0 }), '2026-06-01', '2026-06-08');
    expect(text).toMatch(/要有凭证，请上传.{4,}/);
  });

  it.each([
    ['2026-02-12', '2026-02-28', 'around Spring Festival'],
    ['2026-09-29', '2026-10-14', 'around National Day'],
    ['2026-06-01', '2026-06-10', 'in a plain week'],
  ])('a decision of %s is to be served by %s %s, and is late the day after', (issuedOn, dueOn) => {
    expect(serviceDueOn(issuedOn, workCalendar)).toBe(dueOn);
    const late = (day: string) => lateServiceWarnings(issuedOn, null, day, workCalendar).length;
    expect(late(dueOn)).toBe(0);
    expect(late('2026-12-01')).toBe(1);
    const served = service({ servedOn: dueOn });
    expect(lateServiceWarnings(issuedOn, served, '2026-12-01', workCalendar)).toEqual([]);
  });
});

describe('D11: an announcement', () => {
  it.each(methods)('%s on its 29th and 30th day', (method) => {
    const held = (day: string) =>
      announcedServiceBlockers(service({ method }), day, workCalendar).map(
        ({ code, level }) => `${code} ${level}`,
      );
    expect(held('2026-07-01')).toEqual(method === 'announced' ? ['removal.D11 law'] : []);
    expect(held('2026-07-02')).toEqual([]);
  });
});

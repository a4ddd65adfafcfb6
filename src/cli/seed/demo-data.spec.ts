import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isCommonPassword } from '../../access/passwords';
import { registerBlockers, registerWarnings } from '../../domain/compound/register';
import { parseArea } from '../../domain/kernel/area';
import { passwordBlockers } from '../../domain/people/password';
import { gateOf } from '../../domain/renovation/gates';
import { stages } from '../../domain/renovation/stages';
import { hazardKindOf } from '../../domain/survey/hazard-kinds';
import type { DemoBrief, DemoCast, DemoRegister, DemoStep, DemoStory } from './demo-story';
import { dayIn } from './story-clock';
import { pictureOf } from './telling';
import { usualCourse } from './usual-course';

const folder = join(__dirname, '..', '..', '..', 'data', 'demo');
const read = <T>(...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as T;
const today = '2026-11-20';
const cast = read<DemoCast>('cast.json');
const told = readdirSync(join(folder, 'stories')).map((file) => read<DemoStory>('stories', file));
const people = { worker: 'worker', manager: 'manager', officer: 'officer' };
const usual = read<DemoBrief[]>('compounds.json').map((brief): DemoBrief & DemoStory => ({
  ...brief,
  steps: usualCourse(brief, people),
}));
const compounds: [string, DemoStory][] = [...told, ...usual].map((one) => [one.code, one]);
const stepsOf = <Kind extends DemoStep['do']>(steps: DemoStep[], kind: Kind) =>
  steps.filter((step): step is Extract<DemoStep, { do: Kind }> => step.do === kind);

describe('the cast of the demo', () => {
  it('signs in with a password the law accepts for each of them', () => {
    for (const { login, name } of cast.people) {
      const person = { login, name, organisationName: '惠济区' };
      expect(passwordBlockers(cast.password, person, 'gb', isCommonPassword)).toEqual([]);
    }
  });

  it('is called by titles, and its firms are marked as demo', () => {
    expect(cast.firms.filter(({ name }) => !name.endsWith('（演示）'))).toEqual([]);
    const titles = /(工作人员|项目负责人|改造办|现场负责人|驻场监理|审计员|系统管理员)$/;
    expect(cast.people.filter(({ name }) => !titles.test(name))).toEqual([]);
  });
});

describe('a compound of the demo', () => {
  it('has a code of its own', () => {
    expect(new Set(compounds.map(([code]) => code)).size).toBe(compounds.length);
  });

  it.each(compounds)('%s has figures that agree', (_, { facts, buildings }) => {
    const number = (field: string) => (facts[field] === undefined ? null : Number(facts[field]));
    const area = (field: string) => parseArea(String(facts[field])) ?? null;
    const figures = {
      ...{ builtYear: number('builtYear'), siteArea: area('siteArea'), floorArea: area('floorArea') },
      ...{ buildingCount: number('buildingCount'), unitCount: number('unitCount') },
      ...{ floorsMin: number('floorsMin'), floorsMax: number('floorsMax') },
      ...{ householdCount: number('householdCount'), residentCount: number('residentCount') },
      ...{ elderlyCount: number('elderlyCount'), vacantCount: number('vacantCount') },
      rentedCount: number('rentedCount'),
    };
    expect([...registerBlockers(figures, today), ...registerWarnings(figures, today)]).toEqual([]);
    const doors = buildings.reduce((sum, one) => sum + one.units * one.floors * one.doorsPerFloor, 0);
    expect([doors, buildings.length]).toEqual([figures.householdCount, figures.buildingCount]);
  });

  it.each(compounds)('%s names no person and no number that is in use', (_, { contacts }) => {
    expect(contacts.filter(({ workPhone }) => !/^0371-0000 \d{4}$/.test(workPhone))).toEqual([]);
    expect(contacts.some((contact) => 'personName' in contact)).toBe(false);
  });

  it.each(compounds)('%s shows only drawings that are there', (_, { steps }) => {
    const pictures = steps.map(pictureOf).filter((picture) => picture !== undefined);
    const missing = pictures.filter(
      (picture) => !existsSync(join(folder, 'pictures', `${picture.split('#')[0]}.svg`)),
    );
    expect(missing).toEqual([]);
  });

  it.each(compounds)('%s speaks of gates and findings the law knows', (_, { steps }) => {
    const gates = stepsOf(steps, 'milestone').flatMap((step) => step.gates);
    expect(gates.filter((gate) => !gateOf(gate))).toEqual([]);
    const kinds = stepsOf(steps, 'find-hazard').map(({ hazard }) => hazard.kind);
    expect(kinds.filter((kind) => !hazardKindOf(kind))).toEqual([]);
  });

  it.each(compounds)('%s tells nothing of today or later, and registers first', (_, { steps }) => {
    expect(steps.filter(({ on }) => dayIn(on, today) >= today)).toEqual([]);
    const days = steps.map(({ on }) => dayIn(on, today)).sort();
    expect(dayIn(stepsOf(steps, 'register')[0].on, today)).toBe(days[0]);
  });
});

describe('丰乐路106号院 in the demo', () => {
  const c1 = told.find(({ code }) => code === 'fl106') as DemoRegister & DemoStory;
  const first = c1.steps.filter(({ on }) => typeof on === 'string');

  it('is what was reported: 1989, 490 ㎡, 1677 ㎡, one unit of seven floors, 28 households', () => {
    expect(c1.facts).toMatchObject({ builtYear: '1989', siteArea: '490', floorArea: '1677' });
    expect(c1.buildings).toMatchObject([{ units: 1, floors: 7, doorsPerFloor: 4 }]);
  });

  it('has seven findings, every door visited, and its milestones up to 11 July', () => {
    expect(stepsOf(first, 'find-hazard')).toHaveLength(7);
    expect(new Set(stepsOf(first, 'visit').flatMap(({ doors }) => doors)).size).toBe(28);
    expect(stepsOf(first, 'move').map(({ on, move }) => [on, move])).toEqual([
      ['2026-03-20', 'advance'],
      ['2026-04-26', 'advance'],
      ['2026-05-18', 'advance'],
      ['2026-06-18', 'advance'],
      ['2026-06-30', 'advance'],
      ['2026-07-11', 'close'],
    ]);
  });
});

describe('the office of the demo', () => {
  it('has compounds in all six stages, some finished, paused, cancelled and only registered', () => {
    const courses = usual.map(({ course }) => course);
    expect(new Set(courses.map((course) => course?.reached))).toEqual(
      new Set([...stages, 'closed', undefined]),
    );
    expect(
      courses
        .map((course) => course?.halted?.move)
        .filter(Boolean)
        .sort(),
    ).toEqual(['cancel', 'pause']);
  });
});

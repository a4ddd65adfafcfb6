import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module';
import { readDemoCast } from '../../src/cli/seed/load-demo';
import { mayDo } from '../../src/domain/people/permissions';
import type { Role } from '../../src/domain/people/roles';
import { House, openHouse } from '../support/app';
import { demoFolder } from '../support/demo';
import { Person } from '../support/person';
import { Route, routesOf } from './routes';

const routes = routesOf(AppModule);
const closed = routes.filter((route) => !route.open);

/** A query that gives the id of one row of 丰乐路106号院, for each first word of an address with :id. */
const rowsOfCompound: Record<string, string> = {
  buildings: 'SELECT id FROM building WHERE "compoundId" = $1',
  dwellings: 'SELECT id FROM dwelling WHERE "compoundId" = $1',
  contacts: 'SELECT id FROM compound_contact WHERE "compoundId" = $1',
  parties:
    'SELECT p.id FROM renovation_party p JOIN renovation r ON r.id = p."renovationId" WHERE r."compoundId" = $1',
  surveys: 'SELECT id FROM survey WHERE "compoundId" = $1 ORDER BY id DESC',
  hazards:
    'SELECT h.id FROM hazard h JOIN survey s ON s.id = h."surveyId" WHERE s."compoundId" = $1 ORDER BY h.id DESC',
  visits:
    'SELECT v.id FROM door_visit v JOIN survey s ON s.id = v."surveyId" WHERE s."compoundId" = $1 ORDER BY v.id DESC',
  calls:
    'SELECT c.id FROM household_call c JOIN renovation r ON r.id = c."renovationId" WHERE r."compoundId" = $1 AND c."withdrawnOn" IS NULL ORDER BY c.id DESC',
  notices: 'SELECT id FROM notice WHERE "compoundId" = $1 AND "withdrawnOn" IS NULL ORDER BY id DESC',
  wishes: 'SELECT id FROM wish WHERE "compoundId" = $1 ORDER BY id DESC',
  meetings: `SELECT id FROM meeting WHERE "compoundId" = $1 ORDER BY id`,
  'action-points': `SELECT id FROM action_point WHERE "compoundId" = $1 ORDER BY id`,
  milestones:
    'SELECT m.id FROM milestone m JOIN renovation r ON r.id = m."renovationId" WHERE r."compoundId" = $1',
  'plan-versions': 'SELECT id FROM plan_version WHERE "compoundId" = $1 ORDER BY id DESC',
  'plan-items':
    'SELECT i.id FROM plan_item i JOIN plan_version v ON v.id = i."versionId" WHERE v."compoundId" = $1 ORDER BY i.id DESC',
  structures: 'SELECT id FROM structure WHERE "compoundId" = $1 ORDER BY id DESC',
  'persuasion-visits':
    'SELECT v.id FROM persuasion_visit v JOIN structure s ON s.id = v."structureId" WHERE s."compoundId" = $1 ORDER BY v.id DESC',
  zones: 'SELECT id FROM work_zone WHERE "compoundId" = $1 AND "removedOn" IS NULL ORDER BY id',
  votes: 'SELECT id FROM vote WHERE "compoundId" = $1 ORDER BY id DESC',
  contracts: `SELECT id FROM work_contract WHERE "compoundId" = $1 ORDER BY id`,
  'work-items': `SELECT id FROM work_item WHERE "compoundId" = $1 ORDER BY id`,
  'utility-requests': `SELECT id FROM utility_request WHERE "compoundId" = $1 ORDER BY id`,
  operations: `SELECT id FROM removal_operation WHERE "compoundId" = $1 ORDER BY id DESC`,
  papers:
    'SELECT p.id FROM statutory_paper p JOIN structure s ON s.id = p."structureId" WHERE s."compoundId" = $1 AND p."withdrawnOn" IS NULL ORDER BY p.id DESC',
  halts:
    'SELECT h.id FROM statutory_halt h JOIN structure s ON s.id = h."structureId" WHERE s."compoundId" = $1 AND h."withdrawnOn" IS NULL ORDER BY h.id DESC',
  disruptions: `SELECT id FROM disruption WHERE "compoundId" = $1 AND "cancelledOn" IS NULL ORDER BY id DESC`,
  'quiet-days':
    'SELECT q.id FROM quiet_day q JOIN compound c ON c."streetId" = q."organisationId" WHERE c.id = $1 AND q."withdrawnOn" IS NULL ORDER BY q.id DESC',
  bulletins: `SELECT id FROM bulletin WHERE "compoundId" = $1 AND "withdrawnOn" IS NULL ORDER BY id DESC`,
  'stop-windows':
    'SELECT id FROM stop_window WHERE "compoundId" = $1 AND "withdrawnOn" IS NULL ORDER BY id DESC',
  patrols: 'SELECT id FROM patrol WHERE "compoundId" = $1 AND "withdrawnOn" IS NULL ORDER BY id DESC',
  invitations:
    'SELECT id FROM site_invitation WHERE "compoundId" = $1 AND "revokedOn" IS NULL ORDER BY id DESC',
  posts: `SELECT id FROM daily_post WHERE "compoundId" = $1 ORDER BY id DESC`,
  points: 'SELECT id FROM photo_point WHERE "compoundId" = $1 AND "retiredOn" IS NULL ORDER BY id',
  'photo-hints': 'SELECT id FROM photo_hint WHERE "compoundId" = $1 ORDER BY id DESC',
  'm/posts': 'SELECT id FROM daily_post WHERE "compoundId" = $1 ORDER BY id DESC',
  'm/photos':
    'SELECT p.id FROM post_photo p JOIN work_contract c ON c.id = p."contractId" WHERE c."compoundId" = $1 ORDER BY p.id DESC',
  'm/findings': 'SELECT id FROM finding WHERE "compoundId" = $1 ORDER BY id DESC',
  inspections: 'SELECT id FROM inspection WHERE "compoundId" = $1 ORDER BY id DESC',
  findings: 'SELECT id FROM finding WHERE "compoundId" = $1 ORDER BY id DESC',
  concealed: 'SELECT id FROM concealed_work WHERE "compoundId" = $1 ORDER BY id DESC',
  stops: 'SELECT id FROM stop_order WHERE "compoundId" = $1 ORDER BY id DESC',
  files: `SELECT id FROM stored_file WHERE "compoundId" = $1 AND kind = 'photo' AND "publishedAt" IS NOT NULL`,
};

/** Pages that ask for one thing more in their address. */
const queries: Record<string, string> = {
  '/meetings/:id/step': '?step=cancel',
  '/structures/:id/step': '?step=check-ownership',
  '/contracts/:id/step': '?step=finish',
  '/contracts/:id/item-step': '?step=open',
  '/work-items/:id/step': '?step=open',
  '/findings/:id/step': '?step=mend',
  '/concealed/:id/step': '?step=accept',
  '/stops/:id/step': '?step=resume',
  '/compounds/:code/stage-moves/new': '?move=advance',
  '/compounds/:code/forecasts/new': '?stage=survey',
  '/compounds/:code/overrides/new': '?gate=survey.signed',
  '/compounds/:code/progress/print': '?renovation=1',
};

/** Offered only while the record calls for it; the journeys of their rooms walk them. */
const onlySometimes = ['/surveys/:id/sign', '/imports/:id', '/m/findings/:id'];

/** Who belongs to 刘寨街道 and 粮运社区 and sees 丰乐路106号院, by role. */
const own: Partial<Record<Role, string>> = {
  'district-officer': 'huiji',
  'street-manager': 'liuzhai',
  'community-worker': 'liangyun',
  auditor: 'shenji',
  'system-admin': 'admin',
};

/** The same roles elsewhere; the firms work on other compounds or no longer on this one. */
const foreign: Partial<Record<Role, string[]>> = {
  'district-officer': ['erqi'],
  'street-manager': ['huaihelu'],
  'community-worker': ['yuhua', 'lvyun'],
  auditor: ['shenji-erqi'],
  contractor: ['mingqiao'],
};

describe('every route × every role × every street', () => {
  let house: House;
  const people = new Map<string, Person>();
  const paths = new Map<Route, string>();

  beforeAll(async () => {
    const demo = await demoFolder();
    house = await openHouse({ from: demo.folder });
    const { password } = readDemoCast();
    for (const login of [...Object.values(own), ...Object.values(foreign).flat()]) {
      const person = await house.person(login, password);
      await person.get('/account');
      people.set(login, person);
    }
    const reader = house.app.get<DataSource>(getDataSourceToken());
    for (const route of closed) paths.set(route, await pathOf(reader, route));
  }, 300_000);
  afterAll(() => house.close());

  async function pathOf(reader: DataSource, { path }: Route): Promise<string> {
    if (path.includes('/:id') && !path.startsWith('/admin/users') && !path.startsWith('/imports')) {
      const [, first, second] = path.split('/');
      const query = rowsOfCompound[first === 'm' ? `m/${second}` : first];
      if (!query) throw new Error(`The matrix knows no row for ${path}: add it`);
      const [compound] = (await reader.query(`SELECT id FROM compound WHERE code = 'fl106'`)) as {
        id: number;
      }[];
      const [row] = (await reader.query(`${query} LIMIT 1`, [compound.id])) as { id: number }[];
      if (!row) throw new Error(`The demo has no row for ${path}`);
      return filled(path, row.id);
    }
    const [admin] = (await reader.query(`SELECT id FROM user_account WHERE login = 'liuzhai'`)) as {
      id: number;
    }[];
    return filled(path, admin.id);
  }

  const filled = (path: string, id: number) =>
    (path + (queries[path] ?? ''))
      .replace(':code', 'fl106')
      .replace(':id', String(id))
      .replace(':size', '480.webp')
      .replace(':unitNo', '1');

  const ask = (person: Person, route: Route) =>
    route.method === 'GET' ? person.get(paths.get(route)!) : person.post(paths.get(route)!, {});

  it('covers every closed route, and only known kinds of addresses', () => {
    expect(closed.length).toBeGreaterThan(60);
    const unknown = closed.filter(({ path }) => /:(?!code\b|id\b|size\b|unitNo\b)/.test(path));
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  it('a visitor is led to the sign-in, and changes nothing', async () => {
    const visitor = await house.person();
    await visitor.get('/sign-in');
    for (const route of closed) {
      const seen = await ask(visitor, route);
      const expected = route.method === 'GET' ? 303 : 401;
      expect([route.handler, seen.status]).toEqual([route.handler, expected]);
      if (expected === 303) expect(seen.location).toMatch(/^\/sign-in\?next=/);
    }
  });

  it.each(Object.entries(own))('%s (%s) is refused what the role may not do', async (role, login) => {
    const person = people.get(login)!;
    for (const route of closed.filter(({ action }) => !mayDo(role as Role, action!))) {
      expect([route.handler, (await ask(person, route)).status]).toEqual([route.handler, 403]);
    }
  });

  it.each(Object.entries(own))('%s (%s) opens every page the role may open', async (role, login) => {
    const person = people.get(login)!;
    const pages = closed.filter(
      ({ action, method, path }) =>
        method === 'GET' &&
        mayDo(role as Role, action!) &&
        !onlySometimes.some((one) => path.startsWith(one)),
    );
    for (const route of pages) {
      // A step that no longer fits the record leads back to where it can be seen.
      const { status } = await ask(person, route);
      expect([route.handler, [200, 303].includes(status) || status]).toEqual([route.handler, true]);
    }
  });

  const bound = closed.filter(
    ({ path }) => /:(code|id)/.test(path) && !/^\/(admin\/users|imports)/.test(path),
  );
  const strangers = Object.entries(foreign).flatMap(([role, logins]) =>
    logins.map((login) => [role as Role, login] as const),
  );

  it.each(strangers)(
    '%s (%s) of elsewhere finds nothing there, to read or to change',
    async (role, login) => {
      const person = people.get(login)!;
      for (const route of bound) {
        const expected = mayDo(role, route.action!) ? 404 : 403;
        expect([route.handler, (await ask(person, route)).status]).toEqual([route.handler, expected]);
      }
    },
  );

  it.each(strangers)('%s (%s) of elsewhere finds no trace of it in lists', async (role, login) => {
    const person = people.get(login)!;
    const lists = closed.filter(
      ({ method, path, action }) => method === 'GET' && !path.includes(':') && mayDo(role, action!),
    );
    expect(lists.length).toBeGreaterThan(2);
    for (const { path } of lists) {
      const { page } = await person.get(`${path}?q=fl106&compound=fl106`);
      const links = page
        .querySelectorAll('a, form')
        .map((one) => one.getAttribute('href') ?? one.getAttribute('action'));
      expect([path, links.filter((link) => link?.includes('/fl106'))]).toEqual([path, []]);
    }
  });

  it('a wrong code, a wrong number and odd spellings are not found, and never an error of ours', async () => {
    const person = people.get('liuzhai')!;
    for (const tail of [
      'nowhere',
      '%00',
      '..%2f..%2fetc',
      'fl106%20',
      "fl106'--",
      '%E4%B8%AD',
      'a'.repeat(99),
    ]) {
      expect([tail, (await person.get(`/compounds/${tail}/edit`)).status]).toEqual([tail, 404]);
    }
    for (const id of ['0', '-1', '1e3', 'abc', '99999999', '9'.repeat(30)]) {
      const { status } = await person.get(`/dwellings/${id}`);
      expect([id, [400, 404].includes(status) || status]).toEqual([id, true]);
    }
  });
});

import { disclose, Disclosure } from './disclosure';
import { charging, kept, walls } from '../construction/given-construction';
import { givenConsultation } from './given-consultation';
import { givenFacts, givenRenovation, today } from './given-disclosure';
import { KnownWorks, nothingBuilt } from './works';

/** Every name of a field that comes out, wherever it lies. */
function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...fieldsOf(inner)]);
}

/** The same facts with a private mark added to every row, as rows of a database carry more than is asked for. */
function marked<T>(value: T): T {
  if (Array.isArray(value)) return value.map((one: unknown) => marked(one)) as T;
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.entries(value).map(([name, one]) => [name, marked(one)] as const);
  return { ...Object.fromEntries(inner), personName: '私密', remarks: '私密', note2: '私密' } as T;
}

const publicFields = [
  ...['compound', 'street', 'community', 'contacts', 'standing', 'current', 'earlier', 'findings', 'photos'],
  ...['staleDays', 'code', 'name', 'alias', 'address', 'builtYear', 'builtYearNote', 'buildingCount'],
  ...['unitCount', 'floorsMin', 'floorsMax', 'householdCount', 'siteArea', 'floorArea', 'originUnit'],
  ...['isDemo', 'plate', 'road', 'number', 'suffix', 'title', 'about', 'phone', 'dial'],
  ...['mark', 'word', 'sentence', 'aside', 'reason', 'headline', 'state', 'stage', 'removal', 'trackName'],
  ...['summary', 'stateReason', 'openedOn', 'closedOn', 'stages', 'exceptions', 'standing', 'keeping'],
  ...['days', 'plannedStartOn', 'plannedEndOn', 'forecastEndOn', 'startedOn', 'endedOn', 'delay', 'who'],
  ...['evidence', 'text', 'on', 'note', 'by', 'signedOn', 'count', 'controlled'],
  ...['groups', 'remedies', 'publicId', 'width', 'height', 'caption', 'takenOn'],
  ...[
    'phase',
    'isView',
    'isOfDay',
    'consultation',
    'earlierConsultations',
    'heeds',
    'plan',
    'consent',
    'meetings',
    'votes',
  ],
  ...['wishes', 'kind', 'from', 'until', 'vote', 'body', 'no', 'kindName', 'heldOn', 'decisions', 'minutes'],
  ...['publishedOn', 'heardOn', 'answer', 'answeredOn', 'version', 'fixedOn', 'notice', 'postedOn', 'endsOn'],
  ...['items', 'class', 'quantity', 'place', 'drawings', 'management', 'changes', 'changeReason', 'change'],
  ...['durationDays', 'estimatedFen', 'proposed'],
  ...['before', 'after', 'matterName', 'source', 'part', 'openedOn', 'closesOn', 'total', 'taken', 'persons'],
  ...['area', 'threshold', 'fell', 'yes', 'abstain', 'households', 'answers', 'question', 'agree', 'against'],
  ...['works', 'days', 'progress', 'disruptions', 'bulletins', 'done', 'share', 'plannedFinishOn', 'toldOn'],
  ...[
    'isStopped',
    'weather',
    'workers',
    'lines',
    'effects',
    'holdups',
    'percent',
    'planned',
    'isDone',
    'now',
  ],
  ...['what', 'where', 'when', 'isCancelled', 'sequence', 'firstToldOn', 'earlierWorks'],
  ...['undecided', 'silent', 'needed', 'isReached', 'earlierRemovals', 'way', 'pairs'],
];

const givenRemoval = {
  count: 1,
  area: 18_00,
  removed: [
    {
      ...{ kind: '疑似私搭房屋、棚屋', area: 18_00, way: '自行拆除', on: '2026-05-18' },
      ...{ beforePublicId: 'photo-before', afterPublicId: 'photo-after' },
    },
  ],
};

const givenWorks: KnownWorks = {
  items: [walls(), charging()],
  posts: [kept(1, { sentence: '充电桩装到第 18 组' }), kept(2, { state: 'sent', sentence: '私密' })],
  progress: { on: '2026-06-07', percent: 66, planned: 70 },
  points: [
    {
      ...{ name: '院门', isDone: false },
      before: { publicId: 'photo-before', on: '2026-03-12' },
      now: { publicId: 'photo-after', on: '2026-06-01' },
    },
  ],
  disruptions: [
    {
      ...{ id: 1, effect: 'power-off', what: '停电', where: '全院', when: '2026年6月12日 09:00 至 11:00' },
      ...{ on: '2026-06-12', note: '充电桩接电', state: 'ahead', stateName: '将要进行' },
    },
  ],
  bulletins: [{ number: 1, title: '改造周报', body: '装充电桩', publishedOn: '2026-06-05' }],
};

describe('what everybody may see of a compound', () => {
  const facts = givenFacts({
    current: givenRenovation(
      {
        delays: [{ stage: 'construction', reason: '下雨', answerable: 'weather' }],
        exceptions: [{ text: '居民监督员', reason: '改期', by: '区改造办', on: '2026-06-01' }],
      },
      { stage: 'construction', forecastEndOn: '2026-06-20' },
    ),
    earlier: [givenRenovation({ state: 'closed', stage: 'handover' })],
    consultation: givenConsultation(),
    earlierConsultations: [givenConsultation()],
    removal: givenRemoval,
    earlierRemovals: [givenRemoval],
    works: givenWorks,
    earlierWorks: [givenWorks],
    sign: { sign: 'passing', lookedOn: '2026-06-03' },
  });

  it('holds only fields of the list', () => {
    expect(
      [...new Set(fieldsOf(disclose(facts, today)))].filter((name) => !publicFields.includes(name)),
    ).toEqual([]);
  });

  it('is the same whatever else the rows hold', () => {
    const told = disclose(marked(facts), today);
    expect(told).toEqual(disclose(facts, today));
    expect(JSON.stringify(told)).not.toContain('私密');
  });

  it('tells the works of each earlier renovation in their order, and of none more than of the current one', () => {
    const earlier = [givenRenovation({ sequence: 2 }), givenRenovation({ sequence: 1 })];
    const told = disclose(givenFacts({ earlier, earlierWorks: [nothingBuilt, givenWorks] }), today);
    expect(told.earlierWorks.map(({ days }) => days.length)).toEqual([0, 1]);
    expect(told.earlierWorks[1]).toMatchObject({ progress: null, disruptions: [] });
    expect(JSON.stringify(told.earlierWorks)).not.toContain('私密');
    expect(disclose(givenFacts({ earlier }), today).earlierWorks).toHaveLength(2);
  });

  it('puts the parts together', () => {
    const told: Disclosure = disclose(givenFacts(), today);
    expect(told.standing.headline).toBe('正在施工，预计6月18日完工');
    expect(told.photos.map(({ publicId, phase }) => [publicId, phase])).toEqual([
      ['photo-before', 'before'],
      ['photo-after', 'during'],
    ]);
    expect(told.findings).toMatchObject({ count: 1, controlled: 1 });
    expect(told.staleDays).toBeNull();
  });

  it('says after more than 7 days that nobody told anything', () => {
    expect(disclose(givenFacts({ changedOn: '2026-06-01' }), today).staleDays).toBeNull();
    expect(disclose(givenFacts({ changedOn: '2026-05-31' }), today).staleDays).toBe(8);
  });

  it('is only the register where nothing is arranged yet', () => {
    const told = disclose(
      givenFacts({ current: null, survey: null, photos: [], contacts: [], changedOn: null }),
      today,
    );
    expect(told).toMatchObject({ current: null, findings: null, photos: [], contacts: [], staleDays: null });
    expect(told.standing.headline).toBe('还没有改造安排');
  });
});

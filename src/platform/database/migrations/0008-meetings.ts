import { MigrationInterface, QueryRunner, Table } from 'typeorm';
import { day, flag, id, instant, oneOf, optional, prose, refers, version, whole, words } from './columns';

/** Meetings: agenda, attendance, decisions, photos, what was published of them, and the action points they leave. */
export class Meetings0008 implements MigrationInterface {
  name = 'Meetings1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table);
  }
}

const kinds = ['owners', 'representatives', 'four-party', 'renovation-council', 'building-leads', 'on-site'];
const states = ['planned', 'held', 'minutes-done', 'published', 'cancelled'];
const parties = [
  'owners',
  'representatives',
  'party-branch',
  'members',
  'building-leads',
  'community',
  'street-office',
  'contractor',
  'supervisor',
  'designer',
  'agencies',
  'origin-unit',
  'property',
];
const matters = [
  'consultation',
  'procedure',
  'convention',
  'committee',
  'manager',
  'fund-use',
  'fund-raise',
  'rebuild',
  'change-of-use',
  'common-other',
  'dwelling-use',
];

const meeting = new Table({
  name: 'meeting',
  columns: [
    id,
    whole('compoundId'),
    whole('renovationId'),
    whole('number'),
    words('kind', 24),
    words('title', 40),
    day('plannedOn'),
    words('plannedFrom', 5),
    words('plannedTo', 5, optional),
    words('place', 16),
    words('placeNote', 60, optional),
    words('chair', 40),
    words('recorder', 40),
    whole('noticeId', optional),
    words('state', 16, { default: "'planned'" }),
    day('heldOn', optional),
    words('heldFrom', 5, optional),
    words('heldTo', 5, optional),
    prose('minutes', optional),
    day('minutesDoneOn', optional),
    whole('minutesDoneBy', optional),
    day('cancelledOn', optional),
    words('cancelReason', 500, optional),
    whole('plannedBy'),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('renovationId', 'renovation'),
    refers('noticeId', 'notice'),
    refers('minutesDoneBy', 'user_account'),
    refers('plannedBy', 'user_account'),
  ],
  uniques: [{ name: 'meeting_number', columnNames: ['compoundId', 'number'] }],
  checks: [
    oneOf('meeting_kind', 'kind', kinds),
    oneOf('meeting_state', 'state', states),
    oneOf('meeting_place', 'place', ['yard', 'corridor', 'community', 'street', 'online', 'other']),
    { name: 'meeting_planned_span', expression: '"plannedTo" IS NULL OR "plannedTo" > "plannedFrom"' },
    { name: 'meeting_held', expression: `("heldOn" IS NULL) = ("state" IN ('planned', 'cancelled'))` },
    { name: 'meeting_held_from', expression: '("heldOn" IS NULL) = ("heldFrom" IS NULL)' },
    { name: 'meeting_held_to', expression: '("heldOn" IS NULL) = ("heldTo" IS NULL)' },
    { name: 'meeting_held_span', expression: '"heldTo" IS NULL OR "heldTo" > "heldFrom"' },
    {
      name: 'meeting_minutes_done',
      expression: `("minutesDoneOn" IS NOT NULL) = ("state" IN ('minutes-done', 'published'))`,
    },
    { name: 'meeting_minutes_by', expression: '("minutesDoneOn" IS NULL) = ("minutesDoneBy" IS NULL)' },
    { name: 'meeting_cancelled', expression: `("cancelledOn" IS NOT NULL) = ("state" = 'cancelled')` },
    { name: 'meeting_cancelled_why', expression: '("cancelledOn" IS NULL) = ("cancelReason" IS NULL)' },
  ],
  indices: [
    { name: 'meeting_by_renovation', columnNames: ['renovationId'] },
    { name: 'meeting_by_state', columnNames: ['state', 'plannedOn'] },
  ],
});

const attendance = new Table({
  name: 'meeting_attendance',
  columns: [
    id,
    whole('meetingId'),
    words('party', 24),
    whole('expected', optional),
    whole('present'),
    words('who', 200, { default: "''" }),
    flag('signed'),
  ],
  foreignKeys: [refers('meetingId', 'meeting')],
  uniques: [{ name: 'meeting_attendance_once', columnNames: ['meetingId', 'party'] }],
  checks: [
    oneOf('meeting_attendance_party', 'party', parties),
    {
      name: 'meeting_attendance_counts',
      expression: '"present" >= 0 AND ("expected" IS NULL OR "expected" >= "present")',
    },
  ],
});

const votes = ['yes', 'no', 'abstain'];

const decision = new Table({
  name: 'meeting_decision',
  columns: [
    id,
    whole('meetingId'),
    whole('position'),
    words('matter', 24),
    prose('text'),
    ...votes.map((column) => whole(column, optional)),
  ],
  foreignKeys: [refers('meetingId', 'meeting')],
  uniques: [{ name: 'meeting_decision_place', columnNames: ['meetingId', 'position'] }],
  checks: [
    oneOf('meeting_decision_matter', 'matter', matters),
    ...votes.map((column) => ({ name: `meeting_decision_${column}`, expression: `"${column}" >= 0` })),
  ],
});

const actionPoint = new Table({
  name: 'action_point',
  columns: [
    id,
    whole('compoundId'),
    whole('meetingId'),
    whole('number'),
    words('text', 300),
    words('party', 24),
    whole('firmId', optional),
    words('role', 40, { default: "''" }),
    day('dueOn'),
    words('state', 8, { default: "'open'" }),
    day('endedOn', optional),
    day('writtenOn'),
    whole('writtenBy'),
    version,
  ],
  foreignKeys: [
    refers('compoundId', 'compound'),
    refers('meetingId', 'meeting'),
    refers('firmId', 'organisation'),
    refers('writtenBy', 'user_account'),
  ],
  uniques: [{ name: 'action_point_number', columnNames: ['compoundId', 'number'] }],
  checks: [
    oneOf('action_point_party', 'party', parties),
    oneOf('action_point_state', 'state', ['open', 'done', 'dropped']),
    { name: 'action_point_ended', expression: `("state" = 'open') = ("endedOn" IS NULL)` },
    { name: 'action_point_due', expression: '"dueOn" >= "writtenOn"' },
  ],
  indices: [
    { name: 'action_point_open', columnNames: ['compoundId', 'state', 'dueOn'] },
    { name: 'action_point_by_meeting', columnNames: ['meetingId'] },
    { name: 'action_point_by_firm', columnNames: ['firmId', 'state'] },
  ],
});

const actionPointChange = new Table({
  name: 'action_point_change',
  columns: [
    id,
    whole('actionPointId'),
    words('kind', 8),
    day('happenedOn'),
    day('dueFrom', optional),
    day('dueTo', optional),
    words('note', 500),
    whole('changedBy'),
    instant('changedAt'),
  ],
  foreignKeys: [refers('actionPointId', 'action_point'), refers('changedBy', 'user_account')],
  checks: [
    oneOf('action_point_change_kind', 'kind', ['due', 'finish', 'drop', 'reopen']),
    { name: 'action_point_change_due', expression: `("kind" = 'due') = ("dueTo" IS NOT NULL)` },
    { name: 'action_point_change_from', expression: '("dueTo" IS NULL) = ("dueFrom" IS NULL)' },
  ],
  indices: [{ name: 'action_point_change_by_point', columnNames: ['actionPointId'] }],
});

const agendaItem = new Table({
  name: 'meeting_agenda_item',
  columns: [
    id,
    whole('meetingId'),
    whole('position'),
    words('text', 300),
    whole('actionPointId', optional),
    words('said', 500, optional),
  ],
  foreignKeys: [refers('meetingId', 'meeting'), refers('actionPointId', 'action_point')],
  uniques: [{ name: 'meeting_agenda_item_place', columnNames: ['meetingId', 'position'] }],
});

const photo = new Table({
  name: 'meeting_photo',
  columns: [id, whole('meetingId'), whole('fileId'), words('kind', 8)],
  foreignKeys: [refers('meetingId', 'meeting'), refers('fileId', 'stored_file')],
  uniques: [{ name: 'meeting_photo_once', columnNames: ['meetingId', 'fileId'] }],
  checks: [oneOf('meeting_photo_kind', 'kind', ['sign-in', 'meeting'])],
});

const publication = new Table({
  name: 'meeting_publication',
  columns: [
    id,
    whole('meetingId'),
    whole('number'),
    words('title', 60),
    prose('decisions'),
    prose('minutes'),
    whole('noticeId'),
    day('publishedOn'),
    whole('publishedBy'),
    words('reason', 500, optional),
    day('supersededOn', optional),
    day('withdrawnOn', optional),
    words('withdrawnReason', 500, optional),
    version,
  ],
  foreignKeys: [
    refers('meetingId', 'meeting'),
    refers('noticeId', 'notice'),
    refers('publishedBy', 'user_account'),
  ],
  uniques: [{ name: 'meeting_publication_number', columnNames: ['meetingId', 'number'] }],
  checks: [
    {
      name: 'meeting_publication_withdrawn_why',
      expression: '("withdrawnOn" IS NULL) = ("withdrawnReason" IS NULL)',
    },
  ],
  indices: [
    {
      name: 'meeting_publication_one_live',
      columnNames: ['meetingId'],
      isUnique: true,
      where: '"supersededOn" IS NULL AND "withdrawnOn" IS NULL',
    },
  ],
});

const tables = [
  meeting,
  attendance,
  decision,
  actionPoint,
  actionPointChange,
  agendaItem,
  photo,
  publication,
];

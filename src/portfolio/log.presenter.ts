import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { CalendarDate, isCalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { roleNames } from '../domain/people/roles';
import { dayOf, wallTimeOf } from '../platform/clock/clock';
import { queryNumber, queryText } from '../platform/web/address';
import { Crumb, EmptyNote, Filters, Pager, StatusMark } from '../platform/web/figures';
import { toPager } from '../platform/web/pager';
import { LogLine, LogQuery, logPageSize } from './audit-log.service';
import { actionInWords, auditWords } from './audit-words';
import { ChainFinding } from './chain-state';
import { portfolioPaths } from './portfolio.paths';

/** One step of the record as a row. */
export interface LogRow {
  when: string;
  what: string;
  by: string;
  reason?: string;
  where?: string;
  link?: string;
}

/** The record of one compound (views/portfolio/log). */
export interface LogPage extends Frame {
  title: string;
  rows: LogRow[];
  pager: Pager;
  empty?: EmptyNote;
}

/** The record of everything in scope (views/portfolio/audit). */
export interface AuditPage {
  title: string;
  crumbs: Crumb[];
  about: string;
  chain: { status: StatusMark; text: string };
  filters: Filters;
  rows: LogRow[];
  pager: Pager;
  empty?: EmptyNote;
}

/** Reads the state of the record's page from its address; what cannot be is left out. */
export function readLogQuery(query: Record<string, unknown>): LogQuery {
  const day = (name: string): CalendarDate | '' => {
    const text = queryText(query[name]);
    return isCalendarDate(text) ? text : '';
  };
  const action = queryText(query.action);
  return {
    person: queryNumber(query.person),
    action: action in auditWords ? action : '',
    q: queryText(query.q).trim(),
    from: day('from'),
    until: day('until'),
    page: Math.max(1, queryNumber(query.page)),
  };
}

/** The tab 记录 of a compound. */
export function toLog(
  frame: Frame,
  { code, name }: Pick<Compound, 'code' | 'name'>,
  found: { lines: LogLine[]; total: number; page: number },
  today: CalendarDate,
): LogPage {
  const { lines, total, page } = found;
  return {
    ...frame,
    title: `${name} · 记录`,
    rows: lines.map((line) => toLogRow(line, today)),
    pager: toPager(page, total, logPageSize, (other) => portfolioPaths.log(code, other)),
    ...(!lines.length && { empty: { text: '还没有记录。登记、签字、推进阶段都会记在这里。' } }),
  };
}

/** The record of everything in scope. */
export function toAudit(
  found: { lines: LogLine[]; total: number },
  query: LogQuery,
  known: { people: { id: number; name: string }[]; chain: ChainFinding | null },
  today: CalendarDate,
): AuditPage {
  const { page, ...narrow } = query;
  const isNarrowed = Object.values(narrow).some(Boolean);
  return {
    title: '日志',
    crumbs: [{ label: '日志' }],
    about: '谁在什么时候做了什么；只能增加，不能修改',
    chain: toChain(known.chain, today),
    filters: toFilters(query, known.people, isNarrowed),
    rows: found.lines.map((line) => ({
      ...toLogRow(line, today),
      ...(line.code && { where: line.compound ?? line.code, link: portfolioPaths.overview(line.code) }),
    })),
    pager: toPager(page, found.total, logPageSize, (other) =>
      portfolioPaths.audit({ ...narrow, page: other > 1 ? other : undefined }),
    ),
    ...(!found.lines.length && {
      empty: isNarrowed
        ? { text: '没有符合条件的记录。', link: portfolioPaths.audit(), label: '清除筛选' }
        : { text: '您的管辖范围内还没有记录。' },
    }),
  };
}

/** One step in words: when, what, who in which role, why. */
export function toLogRow(line: LogLine, today: CalendarDate): LogRow {
  const { at, action, from, to, person, role, reason } = line;
  const day = dayOf(at);
  const by = person ? [person, role && roleNames[role]].filter(Boolean).join(' · ') : '系统';
  return {
    when: `${day === today ? '今天' : nearDay(day, today)} ${wallTimeOf(at)}`,
    what: actionInWords(action, from, to),
    by,
    ...(reason && { reason }),
  };
}

function toChain(found: ChainFinding | null, today: CalendarDate): AuditPage['chain'] {
  if (!found)
    return { status: { state: 'doing', word: '正在核对' }, text: '正在逐条核对，请过一会儿刷新本页。' };
  const { entries, brokenAt, checkedAt } = found;
  const day = dayOf(checkedAt);
  const when = `${day === today ? '今天' : nearDay(day, today)} ${wallTimeOf(checkedAt)}`;
  if (brokenAt === null) {
    const text = `共 ${entries.toLocaleString('en-US')} 条，${when} 逐条核对，前后相连，没有改动过。`;
    return { status: { state: 'done', word: '完整' }, text };
  }
  const text = `${when} 核对，第 ${brokenAt} 条起与前面对不上。请立即报告系统管理员，保留现场。`;
  return { status: { state: 'late', word: `第 ${brokenAt} 条起有问题` }, text };
}

function toFilters(query: LogQuery, people: { id: number; name: string }[], isNarrowed: boolean): Filters {
  const { person, action, q, from, until } = query;
  return {
    action: portfolioPaths.audit(),
    fields: [
      {
        kind: 'select',
        name: 'person',
        label: '人员',
        value: person ? String(person) : '',
        options: people.map(({ id, name }) => ({ value: String(id), label: name })),
      },
      {
        kind: 'select',
        name: 'action',
        label: '事项',
        value: action,
        options: Object.entries(auditWords).map(([value, { words }]) => ({ value, label: words })),
      },
      { kind: 'text', name: 'q', label: '楼院', value: q },
      { kind: 'date', name: 'from', label: '从', value: from },
      { kind: 'date', name: 'until', label: '到', value: until },
    ],
    ...(isNarrowed && { clearLink: portfolioPaths.audit() }),
  };
}

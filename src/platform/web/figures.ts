// The shapes the partials of views/partials print. Only strings, numbers, booleans, arrays:
// dates and money are words already, links are paths without base path, tags and marks are chosen.

/** Where a thing stands: the mark (solid, hatch, boxed !, dashed) and its word. Late words carry a number. */
export interface StatusMark {
  state: 'done' | 'doing' | 'late' | 'idle';
  word: string;
}

/** A progress bar in percent; label says the same in words. hatch begins at `from` (default 0); mark is where it should be. */
export interface BarFigure {
  label: string;
  solid?: number;
  hatch?: number;
  from?: number;
  mark?: number;
}

/** A door plate: 丰乐路 · 106 · 号院; without a number the whole name is `before`. */
export interface Plate {
  before: string;
  number?: string;
  after?: string;
  line?: string;
}

/** A photo at the size it is shown; addresses without base path. */
export interface PhotoFigure {
  webp: string;
  jpeg: string;
  width: number;
  height: number;
  alt: string;
  link?: string;
  /** Word in the corner: 改造前, 现在. */
  tag?: string;
  /** Green corner for what is done. */
  tagDone?: boolean;
  /** Not lazy: the one big photo of a page. */
  eager?: boolean;
}

/** Nothing here: why, then the next step. */
export interface EmptyNote {
  text: string;
  link?: string;
  label?: string;
}

/** One choice of a select, a radio group or check boxes. */
export interface Option {
  value: string;
  label: string;
  hint?: string;
  selected?: boolean;
}

/** A button that leads somewhere. */
export interface ActionLink {
  label: string;
  link: string;
  icon?: string;
  /** At most one per page. */
  primary?: boolean;
}

/** One step of the way to a page; the last one has no link. */
export interface Crumb {
  label: string;
  link?: string;
}

/** One of the pages beside each other. */
export interface Tab {
  label: string;
  link: string;
  current: boolean;
  /** The open page stands behind one of its inner tabs. */
  holdsCurrent?: boolean;
  count?: number;
  /** Something waits there. */
  hot?: boolean;
}

/** One number with its term. */
export interface NumberFigure {
  term: string;
  value: string;
  note?: string;
  late?: boolean;
}

/** One fact with its term. */
export interface FactLine {
  term: string;
  value: string;
  note?: string;
  link?: string;
}

/** Where one is in a list of several pages. */
export interface Pager {
  text: string;
  previous?: string;
  next?: string;
  pages?: { label: string; link?: string; current?: boolean; gap?: boolean }[];
}

/** The head of a column, a link where the list can be ordered by it. */
export interface SortHead {
  label: string;
  link?: string;
  sorted?: 'ascending' | 'descending';
  right?: boolean;
}

/** The filters above a list, as a GET form. */
export interface Filters {
  action: string;
  hidden?: { name: string; value: string }[];
  fields: {
    kind: 'text' | 'select' | 'tick' | 'date';
    name: string;
    label: string;
    value?: string;
    options?: Option[];
    checked?: boolean;
  }[];
  chosen?: { label: string; link: string }[];
  clearLink?: string;
}

/** One gate of the next passage. */
export interface GateLine {
  text: string;
  status: StatusMark;
  level: 'law' | 'policy' | 'warning';
  /** 法定, 政策, 提醒. */
  levelWord: string;
  who?: string;
  source?: string;
  note?: string;
  action?: { label: string; link: string };
}

/** One thing to do, with its one button. */
export interface TodoItem {
  status: StatusMark;
  /** The compound, where the list holds several. */
  where?: string;
  kind?: string;
  what: string;
  /** Why it is in this list. */
  why?: string;
  action: { label: string; link: string; primary: boolean };
}

/** One stage of the funnel: how many are there. */
export interface FunnelStep {
  name: string;
  count: number;
  link: string;
  current: boolean;
  bar: BarFigure;
}

/** One of the six stages side by side. */
export interface StageFigure {
  name: string;
  status: StatusMark;
  bar: BarFigure;
  lines: string[];
  lateLine?: string;
  current?: boolean;
}

/** A piece of a time line: where it begins and how long it is, in percent. */
export interface GanttSpan {
  x: number;
  w: number;
}

/** One line of a time line, in words and in bars. */
export interface GanttRow {
  name: string;
  plan: string;
  fact: string;
  drift: string;
  driftLate?: boolean;
  bars: {
    plan?: GanttSpan;
    done?: GanttSpan;
    doing?: GanttSpan;
    forecast?: GanttSpan;
    late?: GanttSpan & { label: string; labelX: number };
  };
}

/** Plan, fact and forecast on one time line; x in percent of it. */
export interface GanttFigure {
  caption: string;
  nameHead: string;
  ticks: { x: number; label?: string }[];
  today?: { x: number; label: string };
  rows: GanttRow[];
}

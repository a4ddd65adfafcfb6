import { choosableFields, importFields } from '../domain/exchange/import-fields';
import { ColumnProposal, Mapping } from '../domain/exchange/mapping';
import { cellText, columnLetter, Sheet } from '../domain/exchange/sheet';
import { Header } from '../domain/exchange/header';
import { StreetPlace } from '../domain/exchange/places';
import { Blocker } from '../domain/kernel/blocker';
import { Crumb, StatusMark, Tab } from '../platform/web/figures';
import { FieldError, formState, FormState } from '../platform/web/form';
import { ImportBatch } from './import.entities';
import { crumbsOf } from './imports.presenter';
import { importPaths } from './imports.paths';

/** The columns of a list and what each is taken for (views/imports/mapping). */
export interface MappingPage {
  title: string;
  about: string;
  crumbs: Crumb[];
  notice: string | null;
  sheets: Tab[];
  sheet: string;
  headerAbout: string;
  columns: {
    letter: string;
    label: string;
    samples: string;
    status: StatusMark;
    hint: string;
    options: { value: string; label: string; selected: boolean }[];
  }[];
  places: { value: string; label: string }[];
  placePrompt: string;
  form: FormState;
  action: string;
  discardAction: string;
}

/** What the mapping page is built from. */
export interface MappingView {
  batch: ImportBatch;
  sheetNames: string[];
  position: number;
  sheet: Sheet;
  header: Header;
  proposals: ColumnProposal[];
  streets: readonly StreetPlace[];
  chosen?: { mapping: Mapping; place: string };
  errors?: FieldError[];
  blockers?: Blocker[];
}

/** The page on which a person says what each column is. */
export function toMapping(view: MappingView): MappingPage {
  const { batch, sheetNames, position, sheet, header, proposals, streets, chosen } = view;
  const asked = proposals.filter(({ state }) => state === 'suggested' || state === 'doubled').length;
  const unread = proposals.filter(({ state }) => state === 'unmatched').length;
  return {
    title: '对栏目',
    about: `第 2 步，共 4 步。${summary(proposals.length, asked, unread)}`,
    crumbs: crumbsOf(batch, '对栏目'),
    notice: batch.notice,
    sheets: (sheetNames.length > 1 ? sheetNames : []).map((label, index) => ({
      label,
      link: importPaths.sheet(batch.id, index),
      current: index === position,
    })),
    sheet: String(position + 1),
    headerAbout: headerWords(header),
    columns: proposals.map((proposal) => ({
      letter: columnLetter(proposal.column.index),
      label: proposal.column.path,
      samples: samplesOf(sheet, header, proposal.column.index),
      ...stateOf(proposal),
      options: optionsFor(proposal, chosen?.mapping),
    })),
    places: placesOf(streets),
    placePrompt: streets.length > 1 ? '表里每行都写明了街道' : '表里写明的按表里，没写的先不分社区',
    form: formState({ place: chosen?.place ?? placeOf(batch) }, view.errors, view.blockers),
    action: importPaths.mapping(batch.id),
    discardAction: importPaths.discards(batch.id),
  };
}

function summary(columns: number, asked: number, unread: number): string {
  const rest = [asked > 0 && `${asked} 栏要您确认`, unread > 0 && `${unread} 栏认不出，不会导入`].filter(
    Boolean,
  );
  return `找到 ${columns} 栏${rest.length ? `，${rest.join('，')}` : '，都认出来了'}`;
}

function headerWords({ top, bottom }: Header): string {
  return top === bottom ? `表头在第 ${top + 1} 行` : `表头在第 ${top + 1} 至 ${bottom + 1} 行`;
}

const marks: Record<ColumnProposal['state'], StatusMark> = {
  known: { state: 'done', word: '已认出' },
  remembered: { state: 'done', word: '按上次的对法' },
  suggested: { state: 'late', word: '请确认' },
  doubled: { state: 'late', word: '重复了' },
  left: { state: 'idle', word: '不导入' },
  unmatched: { state: 'idle', word: '认不出' },
};

function stateOf({ state, field, likeLabel }: ColumnProposal): { status: StatusMark; hint: string } {
  const name = field ? importFields[field].name : '';
  const hints: Record<ColumnProposal['state'], string> = {
    known: '',
    remembered: '',
    suggested: `像是「${name}」（常写作「${likeLabel ?? name}」），是的话请选上`,
    doubled: `前面已有一栏是「${name}」，要用这一栏请把前面的改成不导入`,
    left: field ? `${name}，台账里没有这一项` : '',
    unmatched: '请选一项，或就让它不导入',
  };
  return { status: marks[state], hint: hints[state] };
}

function optionsFor({ column, field, state }: ColumnProposal, chosen?: Mapping) {
  const proposed = state === 'known' || state === 'remembered' ? field : undefined;
  const selected = chosen ? chosen[column.index] : proposed;
  return [
    { value: `${column.index}=`, label: '不导入', selected: selected === undefined },
    ...choosableFields.map((one) => ({
      value: `${column.index}=${one}`,
      label: importFields[one].name,
      selected: one === selected,
    })),
  ];
}

const samplesShown = 3;

function samplesOf(sheet: Sheet, header: Header, column: number): string {
  const samples: string[] = [];
  for (let row = header.bottom + 1; row < sheet.rows.length && samples.length < samplesShown; row++) {
    const text = cellText(sheet.rows[row][column]);
    if (text !== '') samples.push(text.length > 24 ? `${text.slice(0, 24)}…` : text);
  }
  return samples.join(' · ') || '—';
}

/** Streets and communities as one list of choices: 's<id>' and 'c<id>'. */
function placesOf(streets: readonly StreetPlace[]): { value: string; label: string }[] {
  return streets.flatMap(({ id, name, communities }) => [
    ...(streets.length > 1 ? [{ value: `s${id}`, label: name }] : []),
    ...communities.map((community) => ({ value: `c${community.id}`, label: `${name} ${community.name}` })),
  ]);
}

function placeOf({ defaultStreetId, defaultCommunityId }: ImportBatch): string {
  if (defaultCommunityId !== null) return `c${defaultCommunityId}`;
  return defaultStreetId === null ? '' : `s${defaultStreetId}`;
}

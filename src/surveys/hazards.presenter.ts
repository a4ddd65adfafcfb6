import { Compound } from '../compounds/compound.entity';
import { Frame } from '../compounds/workspace';
import { dayInWords, dayOrDash } from '../domain/kernel/calendar-date';
import { ItemCode, itemNames } from '../domain/renovation/items';
import { hazardWarnings } from '../domain/survey/hazard';
import { ControlStep, controlStepNames, nextControlStep } from '../domain/survey/hazard-control';
import { hazardGroupNames, hazardKindOf } from '../domain/survey/hazard-kinds';
import { toStaffPhoto, filesOf, toLinkedPhoto } from '../files/photo-on-page';
import { StoredFile } from '../files/stored-file.entity';
import { FactLine, PhotoFigure, StatusMark } from '../platform/web/figures';
import { FormState } from '../platform/web/form';
import { HazardRecord } from './hazard.entities';
import { FoundHazard } from './survey-records';
import { controlMark, severityMark } from './survey-words';
import { surveyPaths } from './surveys.paths';

type Photos = ReadonlyMap<number, StoredFile>;

/** What a finding is called: 飞线、私拉乱接. */
export const hazardName = ({ kind }: Pick<HazardRecord, 'kind'>): string => hazardKindOf(kind)?.name ?? kind;

/** What would mend it, in words; empty where nothing is suggested. */
const remedyName = ({ item }: Pick<HazardRecord, 'item'>): string =>
  item !== null && item in itemNames ? itemNames[item as ItemCode] : '';

/** One finding in a list. */
export interface HazardRow {
  what: string;
  where: string;
  severity: StatusMark;
  control: StatusMark;
  remedy: string;
  thumbs: PhotoFigure[];
  photoCount: string;
  link: string;
}

/** A finding as a row of a list; also for the lists of higher floors. */
export function toHazardRow(hazard: HazardRecord, photos: readonly StoredFile[], today: string): HazardRow {
  return {
    what: hazardName(hazard),
    where: hazard.place,
    severity: severityMark(hazard.severity),
    control: controlMark(hazard, today),
    remedy: remedyName(hazard) || '—',
    thumbs: photos.slice(0, 3).map((file) => toStaffPhoto(file)),
    photoCount: photos.length > 3 ? `共 ${photos.length} 张` : '',
    link: surveyPaths.hazard(hazard.id),
  };
}

/** One hazard (views/surveys/hazard). */
export interface HazardPage extends Frame {
  title: string;
  heading: string;
  severity: StatusMark;
  control: StatusMark;
  facts: FactLine[];
  /** As it was typed, line by line. */
  description: string;
  photos: PhotoFigure[];
  warnings: { text: string }[];
  /** Set where it may still be corrected. */
  editLink: string;
  withdrawLink: string;
  backLink: string;
  /** Set where it may be written off or opened again. */
  step?: { name: ControlStep; label: string; action: string; needsDay: boolean; noteLabel: string };
  form: FormState;
}

interface HazardView {
  compound: Compound;
  hazard: FoundHazard;
  photos: Photos;
  today: string;
  mayEdit: boolean;
  mayControl: boolean;
  recordedBy: string;
}

/** One finding with everything known of it. */
export function toHazard(view: HazardView, form: FormState, frame: Frame): HazardPage {
  const { compound, hazard, photos, today, mayEdit } = view;
  const isLive = hazard.withdrawnOn === null;
  return {
    ...frame,
    title: `${hazardName(hazard)} · ${compound.name}`,
    heading: hazardName(hazard),
    severity: severityMark(hazard.severity),
    control: isLive ? controlMark(hazard, today) : { state: 'idle', word: '已作废' },
    facts: hazardFacts(hazard, view.recordedBy),
    description: hazard.description ?? '',
    photos: filesOf(hazard.photoIds, photos).map(toLinkedPhoto),
    warnings: hazardWarnings(hazard),
    editLink: mayEdit && isLive ? surveyPaths.editHazard(hazard.id) : '',
    withdrawLink: mayEdit && isLive ? surveyPaths.withdrawHazard(hazard.id) : '',
    backLink: surveyPaths.hazards(compound.code),
    step: view.mayControl && isLive ? controlOf(hazard) : undefined,
    form,
  };
}

function controlOf(hazard: FoundHazard): HazardPage['step'] {
  const name = nextControlStep(hazard);
  const isControl = name === 'control';
  return {
    name,
    label: controlStepNames[name],
    action: surveyPaths.hazardControls(hazard.id),
    needsDay: isControl,
    noteLabel: isControl ? '怎样控制的' : '为什么重新打开',
  };
}

/** What is written down of a finding, line by line, without the description. */
export function hazardFacts(hazard: HazardRecord, recordedBy: string): FactLine[] {
  const kind = hazardKindOf(hazard.kind);
  return [
    { term: '目录', value: kind ? hazardGroupNames[kind.group] : '—' },
    { term: '位置', value: hazard.place },
    { term: '严重程度', value: severityMark(hazard.severity).word },
    { term: '发现日期', value: dayInWords(hazard.foundOn) },
    { term: '控制期限', value: dayOrDash(hazard.controlBy) },
    { term: '控制日期', value: dayOrDash(hazard.controlledOn), note: hazard.controlNote ?? undefined },
    { term: '建议改造内容', value: remedyName(hazard) || '—' },
    { term: '登记人', value: recordedBy || '—' },
    ...(hazard.withdrawnOn
      ? [{ term: '作废', value: dayInWords(hazard.withdrawnOn), note: hazard.withdrawnReason ?? undefined }]
      : []),
    ...(hazard.carriedFromId ? [{ term: '来源', value: '上一次摸底转入' }] : []),
  ];
}

import type { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { findingSeverityNames, findingWarnings } from '../domain/construction/finding';
import { findingLifecycle, FindingStep } from '../domain/construction/finding-steps';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import type { Step } from '../domain/kernel/lifecycle';
import { filesOf, toLinkedPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { FactLine, PhotoFigure, StatusMark } from '../platform/web/figures';
import { worksPaths } from '../works/works.paths';
import { findingMark, findingNumber, StepButtons, toStepButtons } from './check-words';
import type { FindingAtPlace, SeenFinding } from './findings.desk';
import { inspectionPaths } from './inspections.paths';

/** One finding (views/inspections/finding). */
export interface FindingPage extends Frame, StepButtons {
  title: string;
  heading: string;
  status: StatusMark;
  facts: FactLine[];
  remarks: { text: string }[];
  before: PhotoFigure[];
  after: PhotoFigure[];
  history: { day: string; what: string; who: string; words: string }[];
  inspectionLink: string;
  backLink: string;
}

/** What the page of a finding is made from. */
export interface FindingView extends FindingAtPlace {
  photos: ReadonlyMap<number, StoredFile>;
  names: ReadonlyMap<number, string>;
  steps: readonly Step<FindingStep, string>[];
  today: CalendarDate;
}

/** A finding with its pictures side by side, its history, and what can be done. */
export function toFinding(view: FindingView, frame: Frame): FindingPage {
  const { compound, renovation, finding, photos, names, steps, today } = view;
  const heading = `问题${findingNumber(finding)}`;
  return {
    ...frame,
    title: `${heading} · ${compound.name}`,
    heading,
    status: findingMark(finding, today),
    facts: findingFacts(view),
    remarks: finding.state === 'open' ? findingWarnings({ ...finding, photosBefore: 1 }) : [],
    before: filesOf(finding.before, photos).map((file) => tagged(file, '整改前')),
    after: afterPictures(finding, photos),
    history: finding.steps.map(({ step, happenedOn, nextDueOn, reason, recordedBy }) => ({
      day: nearDay(happenedOn, today),
      what: findingLifecycle[step].label,
      who: names.get(recordedBy) ?? '',
      words: [reason, nextDueOn ? `期限改为 ${dayInWords(nextDueOn)}` : ''].filter(Boolean).join('；'),
    })),
    ...toStepButtons(steps, (step) => inspectionPaths.findingStep(finding.id, step)),
    inspectionLink: inspectionPaths.inspection(finding.inspectionId),
    backLink: inspectionPaths.checks(compound.code, sequenceOf(renovation)),
  };
}

/** What everybody reads of it first. */
export function findingFacts({ finding, site }: Pick<FindingAtPlace, 'finding' | 'site'>): FactLine[] {
  const item = site.items.find(({ id }) => id === finding.itemId);
  return [
    { term: '问题', value: finding.what },
    { term: '部位', value: finding.place },
    item
      ? { term: '施工项目', value: item.name, link: worksPaths.item(item.id) }
      : { term: '施工项目', value: '不属于哪个项目' },
    { term: '严重程度', value: findingSeverityNames[finding.severity] },
    { term: '发现', value: dayInWords(finding.foundOn) },
    { term: '整改期限', value: dayInWords(finding.dueOn) },
    ...(finding.mendedOn ? [{ term: '整改', value: dayInWords(finding.mendedOn) }] : []),
    ...(finding.closedOn ? [{ term: '复查通过', value: dayInWords(finding.closedOn) }] : []),
  ];
}

/** The newest pictures since it was mended; green once it is closed. */
export const afterPictures = (
  { after, state }: SeenFinding,
  photos: ReadonlyMap<number, StoredFile>,
): PhotoFigure[] =>
  filesOf(after, photos).map((file) => ({ ...tagged(file, '整改后'), tagDone: state === 'closed' }));

const tagged = (file: StoredFile, tag: string): PhotoFigure => ({ ...toLinkedPhoto(file), tag });

import type { Compound } from '../compounds/compound.entity';
import type { Frame } from '../compounds/workspace';
import { sequenceOf } from '../compounds/renovation-address';
import { concealedWaitWarnings } from '../domain/construction/concealed-notice';
import { concealedLifecycle, ConcealedStep } from '../domain/construction/concealed-steps';
import { witnessNames } from '../domain/construction/concealed-work';
import { dayOf, momentInWords, WallMoment } from '../domain/construction/wall-moment';
import type { Step } from '../domain/kernel/lifecycle';
import { filesOf, toLinkedPhoto } from '../files/photo-on-page';
import type { StoredFile } from '../files/stored-file.entity';
import type { FactLine, Option, PhotoFigure, StatusMark } from '../platform/web/figures';
import type { FormState } from '../platform/web/form';
import { worksPaths } from '../works/works.paths';
import type { PlacedItem } from '../works/works.desk';
import { concealedMark, momentNear, StepButtons, toStepButtons } from './check-words';
import type { ConcealedAtPlace, SeenConcealedStep } from './concealed.desk';
import { toItemOptions } from './inspection-form.presenter';
import { inspectionPaths } from './inspections.paths';

/** One concealed work (views/inspections/concealed). */
export interface ConcealedPage extends Frame, StepButtons {
  title: string;
  heading: string;
  status: StatusMark;
  facts: FactLine[];
  remarks: { text: string; source?: string }[];
  photos: PhotoFigure[];
  history: { day: string; what: string; who: string; words: string }[];
  printLink: string;
  backLink: string;
}

/** What the page of a concealed work is made from. */
export interface ConcealedView extends ConcealedAtPlace {
  photos: ReadonlyMap<number, StoredFile>;
  names: ReadonlyMap<number, string>;
  allowed: readonly Step<ConcealedStep, string>[];
  now: WallMoment;
}

/** What a step is called in the history. */
export const concealedStepName = (step: SeenConcealedStep['step']): string =>
  step === 'notice' ? '通知检查' : concealedLifecycle[step].label;

/** A concealed work with its history, its pictures, and what can be done. */
export function toConcealedPage(view: ConcealedView, frame: Frame): ConcealedPage {
  const { compound, renovation, work, photos, names, allowed, now } = view;
  return {
    ...frame,
    title: `隐蔽工程 · ${compound.name}`,
    heading: work.part,
    status: concealedMark(work, now),
    facts: concealedFacts(view),
    remarks: concealedWaitWarnings(work, now),
    photos: work.steps.flatMap(({ photoIds, step }) =>
      filesOf(photoIds, photos).map((file) => ({ ...toLinkedPhoto(file), tag: concealedStepName(step) })),
    ),
    history: work.steps.map((step) => ({
      day: momentNear(step.happenedAt, dayOf(now)),
      what: concealedStepName(step.step),
      who: names.get(step.recordedBy) ?? '',
      words: wordsOf(step),
    })),
    ...toStepButtons(allowed, (step) => inspectionPaths.concealedStep(work.id, step)),
    printLink: inspectionPaths.printConcealed(work.id),
    backLink: inspectionPaths.checks(compound.code, sequenceOf(renovation)),
  };
}

/** What was said of a step, in one line. */
export const wordsOf = ({ checkAt, witnesses, reason }: SeenConcealedStep): string =>
  [
    checkAt ? `请求 ${momentInWords(checkAt)} 检查` : '',
    witnesses.length ? `${witnesses.map((one) => witnessNames[one]).join('、')}在场` : '',
    reason,
  ]
    .filter(Boolean)
    .join('；');

/** What everybody reads of it first. */
export const concealedFacts = ({ work, item }: Pick<ConcealedAtPlace, 'work' | 'item'>): FactLine[] => [
  { term: '施工项目', value: item.name, link: worksPaths.item(item.id) },
  { term: '隐蔽部位', value: work.part },
  { term: '通知', value: momentInWords(work.noticedAt), note: work.agreed || undefined },
  { term: '约定检查', value: momentInWords(work.checkAt) },
  ...(work.acceptedAt ? [{ term: '检查合格', value: momentInWords(work.acceptedAt) }] : []),
  ...(work.coveredAt ? [{ term: '覆盖', value: momentInWords(work.coveredAt) }] : []),
];

/** The first notice (views/inspections/concealed-form). */
export interface ConcealedFormPage extends Frame {
  title: string;
  note: string;
  form: FormState;
  items: Option[];
  /** Is it said when the notice was given? A builder gives it now. */
  asksGiven: boolean;
  action: string;
  backLink: string;
}

/** The form of the first notice. */
export const toConcealedForm = (
  view: { compound: Compound; items: readonly PlacedItem[]; asksGiven: boolean; note: string },
  form: FormState,
  frame: Frame,
): ConcealedFormPage => ({
  ...frame,
  title: `通知隐蔽检查 · ${view.compound.name}`,
  note: view.note,
  form,
  items: toItemOptions(view.items),
  asksGiven: view.asksGiven,
  action: inspectionPaths.concealedWorks(view.compound.code),
  backLink: inspectionPaths.checks(view.compound.code),
});

import { concealedStateNames, witnessNames } from '../domain/construction/concealed-work';
import { momentInWords } from '../domain/construction/wall-moment';
import { filesOf, toStaffPhoto } from '../files/photo-on-page';
import type { PhotoFigure } from '../platform/web/figures';
import { concealedStepName, ConcealedView, wordsOf } from './concealed.presenter';

/** 「隐蔽工程验收记录」 (views/inspections/print-concealed). */
export interface ConcealedSheetPage {
  title: string;
  about: string;
  facts: { term: string; value: string }[];
  history: { day: string; what: string; words: string }[];
  witnesses: string[];
  photos: PhotoFigure[];
}

/** The sheet of a concealed work; before it is accepted it is one to be filled in on the spot. */
export function toConcealedSheet({ compound, work, item, photos }: ConcealedView): ConcealedSheetPage {
  const accepted = work.steps.findLast(({ step }) => step === 'accept');
  const present = accepted?.witnesses ?? (['contractor', 'supervisor', 'street'] as const);
  return {
    title: `隐蔽工程验收记录 · ${compound.name}`,
    about: [compound.name, item.name].join('　'),
    facts: [
      { term: '隐蔽部位', value: work.part },
      { term: '通知时间', value: momentInWords(work.noticedAt) },
      { term: '约定检查时间', value: momentInWords(work.checkAt) },
      ...(work.agreed ? [{ term: '提前检查', value: work.agreed }] : []),
      { term: '检查时间', value: accepted ? momentInWords(accepted.happenedAt) : '　年　月　日　　时　分' },
      {
        term: '检查结论',
        value: accepted
          ? `合格，可以覆盖${accepted.reason ? `；${accepted.reason}` : ''}`
          : ['□ 合格，可以覆盖', `□ 不合格（现在${concealedStateNames[work.state]}）`].join('　'),
      },
      ...(work.coveredAt ? [{ term: '覆盖时间', value: momentInWords(work.coveredAt) }] : []),
    ],
    history: work.steps.map((step) => ({
      day: momentInWords(step.happenedAt),
      what: concealedStepName(step.step),
      words: wordsOf(step),
    })),
    witnesses: present.map((one) => witnessNames[one]),
    photos: filesOf(accepted?.photoIds ?? [], photos).map((file) => toStaffPhoto(file)),
  };
}

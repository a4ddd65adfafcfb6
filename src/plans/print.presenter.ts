import { compoundFacts } from '../compounds/workspace.presenter';
import { dayInWords } from '../domain/kernel/calendar-date';
import { planTotal } from '../domain/plan/plan-totals';
import { trackNames } from '../domain/renovation/stages';
import type { FactLine, PhotoFigure } from '../platform/web/figures';
import { ItemGroup, toItemGroups, totalInWords } from './item-rows.presenter';
import { toDrawings } from './plan-figure';
import type { PlanView } from './plan-view';
import { standingMark, versionAbout, versionName } from './plan-words';
import { sheetFacts, sheetTexts } from './sheet.presenter';

/** The plan on A4 sheets across (views/plans/print). */
export interface PlanPrintPage {
  title: string;
  isAcross: true;
  heading: string;
  about: string;
  compoundFacts: string;
  facts: FactLine[];
  groups: ItemGroup[];
  total: string;
  texts: { label: string; text: string }[];
  drawings: PhotoFigure[];
  /** Said on paper that is not fixed yet. */
  draftNote: string;
}

/** At most so many drawings are printed; more would not be looked at on paper. */
const mostDrawings = 6;

/** One version as it is printed: 一院一案. */
export function toPlanPrint(view: PlanView): PlanPrintPage {
  const { records, today } = view;
  const { version, compound, renovation, standing, items, drawingIds } = records;
  return {
    isAcross: true,
    title: `${compound.name} 一院一案 第 ${version.number} 版`,
    heading: `${compound.name}改造方案（一院一案）`,
    about: [versionName(version), standingMark(standing).word, versionAbout(version)].join('，'),
    compoundFacts: compoundFacts(compound).join('　'),
    facts: [
      { term: '改造项目', value: renovation.name },
      { term: '渠道', value: trackNames[renovation.track] },
      ...sheetFacts(version),
    ],
    groups: toItemGroups({ ...view, items, mayEdit: false, seesVotes: false }),
    total: totalInWords(planTotal(items)),
    texts: [...(version.reason ? [{ label: '变更原因', text: version.reason }] : []), ...sheetTexts(version)],
    drawings: toDrawings(drawingIds, view.files).photos.slice(0, mostDrawings),
    draftNote: standing === 'fixed' ? '' : `方案还没有定案，${dayInWords(today)} 打印，以定案的一版为准`,
  };
}

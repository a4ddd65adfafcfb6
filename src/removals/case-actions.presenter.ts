import type { Blocker } from '../domain/kernel/blocker';
import type { PersuasionStanding } from '../domain/removal/persuasion';
import { needsCare, careReason } from '../domain/removal/removal-care';
import { nextStep, StepOutlook } from '../domain/removal/structure-outlook';
import { isOpenState, stillStands } from '../domain/removal/structure-states';
import { isGoingOn } from '../domain/renovation/going-on';
import { persuasionPaths } from '../persuasion/persuasion.paths';
import type { ActionLink } from '../platform/web/figures';
import { structurePaths } from '../structures/structures.paths';
import type { KnownCase } from './removal-judging';
import { removalsPaths } from './removals.paths';

/** A step that cannot be taken now; the link leads to its form, where earlier days can be written down. */
export interface HeldStep {
  label: string;
  reasons: Pick<Blocker, 'text' | 'source'>[];
  link: string;
}

/** What can be done on the page of a case. */
export interface CaseActions {
  /** The one next step; missing where there is none for this person. */
  primary?: ActionLink;
  links: ActionLink[];
  steps: { label: string; link: string }[];
  held: HeldStep[];
  /** Set where somebody has to sign that the people there are cared for. */
  care?: { words: string; link: string };
}

/** What the actions are chosen by. */
export interface ActionsView {
  known: KnownCase;
  outlook: readonly StepOutlook[];
  standing: PersuasionStanding;
  mayEdit: boolean;
  mayDecide: boolean;
}

/** The next step, the others that are open, those held back with every reason, and the pages beside. */
export function toCaseActions(view: ActionsView): CaseActions {
  const { outlook, mayEdit } = view;
  const { id } = view.known.found.structure;
  const open = mayEdit ? outlook.filter(isFree) : [];
  const held = mayEdit ? outlook.filter((one) => !isFree(one)) : [];
  return {
    primary: primaryOf(view),
    links: linksOf(view),
    steps: open.map(({ step, label }) => ({ label, link: removalsPaths.step(id, step) })),
    held: held.map((one) => toHeld(one, id)),
    care: careOf(view),
  };
}

const isFree = ({ blockers }: StepOutlook): boolean => blockers.length === 0;
const toHeld = ({ label, step, blockers, isForOthers }: StepOutlook, id: number): HeldStep => ({
  label,
  reasons: blockers,
  link: isForOthers ? '' : removalsPaths.step(id, step),
});

/** The one next step: what the law leaves open, else the next visit. */
function primaryOf({ known, outlook, standing, mayEdit, mayDecide }: ActionsView): ActionLink | undefined {
  const { structure } = known.found;
  if (!mayEdit) return undefined;
  const step = nextStep(structure.state, outlook, standing);
  const found = outlook.find((one) => one.step === step);
  if (found) return { label: found.label, link: removalsPaths.step(structure.id, found.step), primary: true };
  const isCareMissing = structure.state === 'agreed' && lacksCare(structure) && mayDecide;
  if (isCareMissing)
    return { label: '签字：已落实照顾', link: removalsPaths.care(structure.id), primary: true };
  const [verify] = outlook.filter((one) => one.step === 'verify');
  if (verify?.blockers.length && verify.blockers.every(({ code }) => code === 'removal.D16')) {
    return { label: '补拆除前照片', link: structurePaths.afterwards(structure.id), primary: true };
  }
  const isVisitNext = structure.state === 'standing' && outlook.some(isFree);
  if (!isVisitNext) return undefined;
  return { label: '登记走访', link: persuasionPaths.new(structure.id), primary: true };
}

function linksOf({ known, mayEdit, mayDecide }: ActionsView): ActionLink[] {
  const { structure, renovation } = known.found;
  if (!mayEdit || !isGoingOn(renovation.state)) return [];
  const wantsCare = mayDecide && lacksCare(structure) && isOpenState(structure.state);
  return [
    ...(stillStands(structure.state)
      ? [
          { label: '修改登记', link: structurePaths.edit(structure.id) },
          { label: '标在草图上', link: structurePaths.pin(structure.id) },
        ]
      : [{ label: '补照片和用途', link: structurePaths.afterwards(structure.id) }]),
    ...(wantsCare ? [{ label: '照顾签字', link: removalsPaths.care(structure.id) }] : []),
  ];
}

const lacksCare = (structure: KnownCase['found']['structure']): boolean =>
  needsCare(structure) && structure.careSignedOn === null;

function careOf({ known, mayDecide }: ActionsView): CaseActions['care'] {
  const { structure } = known.found;
  if (!lacksCare(structure) || !stillStands(structure.state)) return undefined;
  return {
    words: `${careReason(structure)}，助拆和强制拆除前要先落实安置和照顾措施，由街道项目负责人签字。`,
    link: mayDecide ? removalsPaths.care(structure.id) : '',
  };
}

// What may be written down of a case beside its papers: the hearing and the views follow the notice, a reconsideration and
// a lawsuit follow the service of the decision, and their days stand in order (行政处罚法 §62–64; 行政复议法 §20; 行政诉讼法 §45,
// §46; 行政处罚法 §48 for what was published; domain reference §3.4, §3.5 D18).
import type { Blocker } from '../kernel/blocker';
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import type { Role } from '../people/roles';
import { byOffice } from './blocked';
import { Lawsuit, lawsuitOutcomeNames, Reconsideration, reconsiderationOutcomeNames } from './remedy-clock';
import type { PublishedPenalty } from './removal-publication';
import { HearingAsked, recordOf, StatutoryCase, ViewsStated } from './statutory-case';

/** What is to be written down; days of a part whose first day is missing are told apart from a part that is not there. */
export interface StandingDraft {
  isUnderConstruction: boolean;
  isOwnerUnknown: boolean;
  hearing: HearingAsked;
  views: ViewsStated;
  reconsideration: Partial<Omit<Reconsideration, 'isExtended'>> & { isExtended: boolean };
  lawsuit: Partial<Lawsuit>;
  penalty: PublishedPenalty;
}

/** What is asked of the courts: '复议 2026-03-01，诉讼 2026-04-02 撤销决定'; what is taken out of a case is told by the record. */
export function remediesInWords({ reconsideration, lawsuit }: RemediesAsked): string {
  const said = (name: string, filedOn: string | null | undefined, outcome: string | undefined) =>
    filedOn ? [[name, filedOn, outcome].filter(Boolean).join(' ')] : [];
  const told = [
    ...said('复议', reconsideration?.filedOn, reconsiderationWord(reconsideration?.outcome)),
    ...said('诉讼', lawsuit?.filedOn, lawsuit?.outcome ? lawsuitOutcomeNames[lawsuit.outcome] : undefined),
  ];
  return told.join('，') || '没有复议、诉讼';
}

/** As much of both as is said of them. */
interface RemediesAsked {
  reconsideration: Partial<Reconsideration> | null;
  lawsuit: Partial<Lawsuit> | null;
}

const reconsiderationWord = (outcome: Reconsideration['outcome'] | undefined) =>
  outcome ? reconsiderationOutcomeNames[outcome] : undefined;

const against = (code: string, text: string) => byOffice(`standing-${code}`, text);

/** What speaks against writing this down? */
export const standingBlockers = (
  draft: StandingDraft,
  known: StatutoryCase,
  today: CalendarDate,
): Blocker[] => [
  ...noticeBlockers(draft, known),
  ...reconsiderationBlockers(draft.reconsideration, known, today),
  ...lawsuitBlockers(draft.lawsuit, known, today),
  ...penaltyBlockers(draft.penalty, known, today),
];

/** Who may take out what was asked of the courts? It holds force back, so the street manager answers for it. */
export function emptyingBlockers(
  { reconsideration, lawsuit }: RemediesAsked,
  known: RemediesAsked,
  role: Role,
): Blocker[] {
  if (role === 'street-manager') return [];
  return [
    ...(known.reconsideration?.filedOn && !reconsideration?.filedOn ? ['复议'] : []),
    ...(known.lawsuit?.filedOn && !lawsuit?.filedOn ? ['诉讼'] : []),
  ].map((what) =>
    against('emptied', `已登记的${what}不能清空，登记有误请街道项目负责人更正；有结果请填写结果`),
  );
}

function noticeBlockers({ hearing, views }: StandingDraft, known: StatutoryCase): Blocker[] {
  const found: Blocker[] = [];
  if (!recordOf(known, 'pre-noticed') && (hearing !== 'not-asked' || views !== 'none')) {
    found.push(against('notice', '听证和陈述、申辩在事先告知以后，请先登记事先告知书'));
  }
  if (hearing !== known.hearing && recordOf(known, 'decided')) {
    found.push(against('decided', '决定已经作出，听证情况不能再改，要更正请先撤回限期拆除决定书的登记'));
  }
  if (hearing !== 'asked' && recordOf(known, 'hearing-noticed')) {
    found.push(against('heard', '已经登记听证通知书，要改成没有听证请先撤回听证的文书'));
  }
  return found;
}

/** Days that follow each other: each is not before the one named, and not after today. */
function dayBlockers(
  name: string,
  day: CalendarDate | null | undefined,
  [after, afterName]: readonly [CalendarDate | null | undefined, string],
  today: CalendarDate,
): Blocker[] {
  if (!day) return [];
  if (day > today) return [against('future', `「${name}」不能晚于今天 ${dayInWords(today)}`)];
  return after && day < after
    ? [against('order', `「${name}」不能早于${afterName} ${dayInWords(after)}，请核对`)]
    : [];
}

function servedBlockers(what: string, known: StatutoryCase): Blocker[] {
  const decided = recordOf(known, 'decided');
  if (decided?.service) return [];
  const mend = decided ? '请先登记决定书的送达' : '请先登记限期拆除决定书和送达';
  return [against('unserved', `决定书还没有送达，不能登记${what}，${mend}`)];
}

function reconsiderationBlockers(
  { filedOn, acceptedOn, isExtended, outcome, decidedOn }: StandingDraft['reconsideration'],
  known: StatutoryCase,
  today: CalendarDate,
): Blocker[] {
  if (!filedOn) {
    return acceptedOn || isExtended || outcome || decidedOn
      ? [against('filed', '请填写「申请复议日期」，没有复议的其他各项也不填')]
      : [];
  }
  const unserved = servedBlockers('行政复议', known);
  if (unserved.length > 0) return unserved;
  const servedOn = recordOf(known, 'decided')!.service!.servedOn;
  const found = [
    ...dayBlockers('申请复议日期', filedOn, [servedOn, '决定书的送达日期'], today),
    ...dayBlockers('复议受理日期', acceptedOn, [filedOn, '申请复议日期'], today),
    ...dayBlockers('复议决定送达日期', decidedOn, [acceptedOn ?? filedOn, '受理或申请日期'], today),
  ];
  if (outcome && !decidedOn) found.push(against('outcome', '有复议结果的请填写「复议决定送达日期」'));
  if (decidedOn && !outcome) found.push(against('outcome', '填了「复议决定送达日期」的请选择复议结果'));
  if (!acceptedOn && (isExtended || (outcome && outcome !== 'withdrawn'))) {
    found.push(against('accepted', '复议延期或有结果的，请先填写「复议受理日期」'));
  }
  return found;
}

function lawsuitBlockers(
  { filedOn, outcome, finalOn }: StandingDraft['lawsuit'],
  known: StatutoryCase,
  today: CalendarDate,
): Blocker[] {
  if (!filedOn) {
    return outcome || finalOn ? [against('filed', '请填写「起诉日期」，没有诉讼的其他各项也不填')] : [];
  }
  const unserved = servedBlockers('行政诉讼', known);
  if (unserved.length > 0) return unserved;
  const servedOn = recordOf(known, 'decided')!.service!.servedOn;
  const found = [
    ...dayBlockers('起诉日期', filedOn, [servedOn, '决定书的送达日期'], today),
    ...dayBlockers('裁判生效日期', finalOn, [filedOn, '起诉日期'], today),
  ];
  if (outcome && !finalOn) found.push(against('outcome', '有裁判结果的请填写「裁判生效日期」'));
  if (finalOn && !outcome) found.push(against('outcome', '填了「裁判生效日期」的请选择裁判结果'));
  return found;
}

function penaltyBlockers(
  { publishedOn, changedOn, withdrawnOn }: PublishedPenalty,
  known: StatutoryCase,
  today: CalendarDate,
): Blocker[] {
  if (!publishedOn) {
    return changedOn || withdrawnOn
      ? [against('published', '请填写「决定公开日期」，没有公开过的其他各项也不填')]
      : [];
  }
  const decided = recordOf(known, 'decided');
  if (!decided) return [against('published', '还没有登记限期拆除决定书，没有可以公开的决定')];
  const found = [
    ...dayBlockers('决定公开日期', publishedOn, [decided.issuedOn, '决定书的日期'], today),
    ...dayBlockers('变更或撤销日期', changedOn, [publishedOn, '决定公开日期'], today),
    ...dayBlockers('撤回公开日期', withdrawnOn, [changedOn, '变更或撤销日期'], today),
  ];
  if (withdrawnOn && !changedOn) {
    found.push(against('changed', '请填写「变更或撤销日期」，决定没有变的不用撤回公开'));
  }
  return found;
}

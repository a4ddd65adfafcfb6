import { dayInWords } from '../domain/kernel/calendar-date';
import { competenceOn, organNames } from '../domain/removal/competence';
import { recordOf } from '../domain/removal/statutory-case';
import { statutorySteps } from '../domain/removal/statutory-steps';
import { ruleInWords, ruleOn, valueOn } from '../domain/rules/rule-book';
import type { RuleCode } from '../domain/rules/rules';
import { blank, blankDay, lawInWords, PrintSheet, PrintView, whatStands } from './print-words';

/** Who may issue such a paper today, and that the street may not. */
function draftHead(view: PrintView, heading: string, period: RuleCode): Partial<PrintSheet> {
  const { organs = [], source = '' } = competenceOn('planning', 'enforce', view.today) ?? {};
  const rule = ruleOn(period, view.today)!;
  const usual = `${ruleInWords(rule)}（${lawInWords(rule.source)}）`;
  const who = organs.map((organ) => organNames[organ]).join('或');
  return {
    heading,
    note: `草稿，供有权机关使用：由${who}作出（${lawInWords(source)}），街道办事处、社区不能作出。给当事人的期限一般不少于 ${usual}。`,
    number: `文号：${blank}${blank}`,
  };
}

/** The decision the paper rests on, with blanks where it is not written down yet. */
function decisionWords({ known }: PrintView): { about: string; deadline: string; served: string } {
  const decided = recordOf(known, 'decided');
  return {
    about: decided
      ? `${dayInWords(decided.issuedOn)}作出的《${statutorySteps.decided.document}》（${decided.documentNumber || blank}）`
      : `${blankDay}作出的《${statutorySteps.decided.document}》（${blank}）`,
    deadline: decided?.deadlineOn ? dayInWords(decided.deadlineOn) : blankDay,
    served: decided?.service ? dayInWords(decided.service.servedOn) : blankDay,
  };
}

/** The last call before force (行政强制法 §35), as a draft. */
export function toUrge(view: PrintView): Partial<PrintSheet> {
  const { about, deadline, served } = decisionWords(view);
  return {
    ...draftHead(view, '催告书', 'removal.urge-days'),
    addressee: `${blank}${blank}（当事人）：`,
    paragraphs: [
      `本机关于${about}，已在${served}送达，要求您在${deadline}前拆除${whatStands(view)}。您没有在期限内履行。依照${lawInWords(statutorySteps.urged.source)}，现催告如下：`,
    ],
    points: [
      `履行期限：请在${blankDay}前履行。`,
      '履行方式：自行拆除，并清走建筑垃圾和杂物。',
      '您收到本催告书后有权陈述和申辩；您的意见本机关会记录、复核，成立的予以采纳。',
      '逾期仍不履行，又没有正当理由的，本机关将依法作出强制执行决定。',
    ],
    signatures: ['机关（盖章）', `联系人、联系电话：${blank}${blank}`, `日期：${blankDay}`],
  };
}

/** The announcement to take it down (行政强制法 §44), as a draft. */
export function toAnnouncement(view: PrintView): Partial<PrintSheet> {
  const { about, served } = decisionWords(view);
  const days = valueOn('removal.reconsideration-days', view.today);
  const months = valueOn('removal.lawsuit-months', view.today);
  return {
    ...draftHead(view, '限期自行拆除公告', 'removal.announce-days'),
    paragraphs: [
      `${whatStands(view)}：本机关于${about}，已在${served}送达。当事人没有在期限内拆除。依照${lawInWords(statutorySteps.announced.source)}，现公告如下：`,
    ],
    points: [
      `请当事人在${blankDay}前自行拆除，并自行搬走物品。`,
      `对限期拆除决定不服的，可以自收到决定书之日起 ${days} 日内申请行政复议，或者 ${months} 个月内提起行政诉讼。`,
      '当事人在法定期限内不申请行政复议或者提起行政诉讼，又不拆除的，由有权机关依法强制拆除。',
    ],
    signatures: ['机关（盖章）', `公告日期：${blankDay}`],
  };
}

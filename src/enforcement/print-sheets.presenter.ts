import { areaInWords } from '../domain/kernel/area';
import { CalendarDate, dayInWords } from '../domain/kernel/calendar-date';
import { competenceOn, organNames } from '../domain/removal/competence';
import { serviceMethodNames } from '../domain/removal/document-service';
import { structureNumber } from '../domain/removal/removal-operation';
import { isIdentified, recordOf, StatutoryCase } from '../domain/removal/statutory-case';
import { statutorySteps } from '../domain/removal/statutory-steps';
import { structureKinds, structureName } from '../domain/removal/structure-kinds';
import { ruleInWords, ruleOn } from '../domain/rules/rule-book';
import type { Rule } from '../domain/rules/rule-book';
import type { RuleCode } from '../domain/rules/rules';
import type { StructureRecord } from '../structures/structure.entities';
import { printFormNames, PrintForm } from './print-offers';

/** A sheet on one A4 page, with lines to write on; nothing in it names a person (views/enforcement/print). */
export interface PrintSheet {
  title: string;
  heading: string;
  /** What the paper is, and is not; boxed above it. */
  note: string;
  /** 文号：____ of a paper that has one. */
  number: string;
  addressee: string;
  paragraphs: string[];
  /** Numbered, 一、 二、 … */
  points: string[];
  closing: string;
  /** Rows of a form: what is filled in already, what is left for a pen. */
  rows: { term: string; value: string }[];
  signatures: string[];
}

/** What the sheets are filled from. */
export interface PrintView {
  compound: string;
  street: string;
  structure: Pick<StructureRecord, 'number' | 'kind' | 'place' | 'area' | 'blocksFireLane' | 'blocksPipe'>;
  known: StatutoryCase;
  today: CalendarDate;
}

const blank = '＿＿＿＿＿＿';
const blankDay = '＿＿＿＿年＿＿月＿＿日';
const numerals = ['一', '二', '三', '四', '五', '六'];

/** One sheet of one structure. */
export function toPrintSheet(form: PrintForm, view: PrintView): PrintSheet {
  const sheet = { ...plain, ...builders[form](view) };
  return {
    ...sheet,
    title: `${printFormNames[form]}，${view.compound}${structureNumber(view.structure.number)}`,
    points: sheet.points.map((text, at) => `${numerals[at]}、${text}`),
  };
}

const plain: PrintSheet = {
  ...{ title: '', heading: '', note: '', number: '', addressee: '', paragraphs: [], points: [] },
  ...{ closing: '', rows: [], signatures: [] },
};

type Builder = (view: PrintView) => Partial<PrintSheet>;

const builders: Record<PrintForm, Builder> = {
  notice: toNotice,
  promise: toPromise,
  request: toRequest,
  service: toServiceReceipt,
  urge: toUrge,
  announcement: toAnnouncement,
};

/** What stands where: '院门东侧的疑似私搭房屋、棚屋（登记第 3 处，约 15.00 ㎡）'. */
function whatStands({ compound, structure, known }: PrintView): string {
  const { kind, place, number, area } = structure;
  const size = area === null ? '' : `，约 ${areaInWords(area)}`;
  const name = structureName(kind, isIdentified(known));
  return `${compound}${place}的${name}（登记${structureNumber(number)}${size}）`;
}

function toNotice(view: PrintView): Partial<PrintSheet> {
  const { structure, street } = view;
  const { needsIdentification, organ, basis } = structureKinds[structure.kind];
  const harm = [
    structure.blocksFireLane ? '占用消防车通道' : '',
    structure.blocksPipe ? '压占管线' : '',
    '影响老旧小区改造施工',
  ].filter(Boolean);
  return {
    heading: '告知书',
    note: '劝导用。本告知书不是行政处罚事先告知书，也不是行政决定。',
    addressee: `${blank}${blank}（当事人）：`,
    paragraphs: [
      `经社区和街道现场查看，${whatStands(view)}，${harm.join('，')}。为了大家的居住安全和改造顺利进行，现将有关事项告知如下：`,
    ],
    points: [
      isIdentified(view.known)
        ? `该处已有认定意见，依据${basis}办理。`
        : needsIdentification
          ? `该处目前按「疑似」处理，性质由自然资源和规划部门认定（${basis}）。`
          : `该类事项由${organ}办理（${basis}）。`,
      `请您在${blankDay}前自行拆除、清理；签一份承诺书，写明拆除日期。`,
      `自行拆除有困难的，可以书面申请${street}协助拆除；没有您的签字，不会协助拆除。`,
      '该处是唯一住处，或者家里有困难、有重病人的，请告诉社区，先落实照顾措施再商量拆除。',
      '对权属、用途有不同意见的，请向社区说明并提供手续，我们先核查权属。',
      '接受或者不接受劝导，都不影响您依法享有的陈述、申辩、听证、申请行政复议和提起行政诉讼的权利。',
    ],
    signatures: ['社区（盖章）', `${street}（盖章）`, `日期：${blankDay}`],
  };
}

function toPromise(view: PrintView): Partial<PrintSheet> {
  return {
    heading: '承诺书',
    paragraphs: [
      `承诺人是${whatStands(view)}的\u3000□ 所有人\u3000□ 使用人。经社区和街道说明情况，承诺人自愿承诺：`,
    ],
    points: [
      `在${blankDay}前自行拆除，并清走建筑垃圾和杂物。`,
      '拆除时做好防护，不影响邻居和公共设施；需要断水、断电的先找社区和供水、供电单位。',
      '拆除后不再在原处搭建、堆放，场地交给小区改造使用。',
      '对该处的权属没有争议；有争议的，承诺人自行处理好以后再拆除。',
    ],
    closing: '以上内容承诺人已看清并自愿签字。',
    rows: penRows('承诺人'),
    signatures: [`见证人（社区）：${blank}`, `身份核对人：${blank}`],
  };
}

function toRequest(view: PrintView): Partial<PrintSheet> {
  const { street } = view;
  return {
    heading: '申请拆除书',
    addressee: `${street}：`,
    paragraphs: [
      `申请人是${whatStands(view)}的\u3000□ 所有人\u3000□ 使用人。申请人自行拆除有困难，自愿申请街道协助拆除，并确认：`,
    ],
    points: [
      '申请人有权处分该处，没有其他人主张权利。',
      '拆除前由申请人清点、搬走自己的物品；留下的物品当场列清单，双方签字交接。',
      `拆除日期定在${blankDay}，开始和结束时间由双方当面确认。`,
      '拆除后的场地交给小区改造使用，申请人不再搭建、堆放。',
      '本申请在拆除开始以前可以撤回。',
    ],
    closing: '以上内容申请人已看清并自愿签字。',
    rows: penRows('申请人'),
    signatures: [`见证人（社区）：${blank}`, `身份核对人：${blank}`],
  };
}

/** What a pen fills in; the system keeps none of it. */
const penRows = (who: string) => [
  { term: `${who}（签名、手印）`, value: '' },
  { term: '身份证号', value: '' },
  { term: '联系电话', value: '' },
  { term: '签字日期', value: blankDay },
];

function toServiceReceipt(view: PrintView): Partial<PrintSheet> {
  const waiting = view.known.steps.filter(
    ({ step, service }) => statutorySteps[step].isServed && service === null,
  );
  const papers = waiting.map(({ step, documentNumber }) =>
    [statutorySteps[step].document, documentNumber].filter(Boolean).join('　'),
  );
  const rule = ruleOn('removal.public-service-days', view.today)!;
  const ways = Object.values(serviceMethodNames).map((way) => `□ ${way}`);
  return {
    heading: '送达回证',
    note: `受送达人拒收的，写明事由和日期，由见证人签名，或者用照片、录像记录留置过程。公告送达满 ${ruleInWords(rule)}才算送达（${rule.source}）。`,
    rows: [
      { term: '送达机关', value: '' },
      { term: '受送达人', value: '' },
      { term: '事由', value: `${view.compound}${structureNumber(view.structure.number)}` },
      { term: '文书名称、文号', value: papers.join('；') },
      { term: '送达地点', value: '' },
      { term: '送达方式', value: ways.join('　') },
      { term: '收到日期', value: '＿＿＿＿年＿＿月＿＿日＿＿时＿＿分' },
      { term: '受送达人（签名或盖章）', value: '' },
      { term: '代收人（签名）和代收理由', value: '' },
      { term: '拒收、留置的事由和日期', value: '' },
      { term: '见证人（签名）', value: '' },
      { term: '送达人（两人签名）', value: '' },
      { term: '备注', value: '' },
    ],
  };
}

/** Who may issue such a paper today, and that the street may not. */
function draftHead(view: PrintView, heading: string, period: RuleCode): Partial<PrintSheet> {
  const { organs = [], source = '' } = competenceOn('planning', 'enforce', view.today) ?? {};
  const rule = ruleOn(period, view.today)!;
  const usual = `${ruleInWords(rule)}（${rule.source}）`;
  const who = organs.map((organ) => organNames[organ]).join('或');
  return {
    heading,
    note: `草稿，供有权机关使用：由${who}作出（${source}），街道办事处、社区不能作出。给当事人的期限一般不少于 ${usual}。`,
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

function toUrge(view: PrintView): Partial<PrintSheet> {
  const { about, deadline, served } = decisionWords(view);
  return {
    ...draftHead(view, '催告书', 'removal.urge-days'),
    addressee: `${blank}${blank}（当事人）：`,
    paragraphs: [
      `本机关${about}，已于${served}送达，要求您在${deadline}前拆除${whatStands(view)}。您没有在期限内履行。依照${statutorySteps.urged.source}，现催告如下：`,
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

function toAnnouncement(view: PrintView): Partial<PrintSheet> {
  const { about, served } = decisionWords(view);
  const words = (code: RuleCode) => ruleInWords(ruleOn(code, view.today) as Rule);
  return {
    ...draftHead(view, '限期自行拆除公告', 'removal.announce-days'),
    paragraphs: [
      `${whatStands(view)}，本机关${about}已于${served}送达。当事人没有在期限内拆除。依照${statutorySteps.announced.source}，现公告如下：`,
    ],
    points: [
      `请当事人在${blankDay}前自行拆除，并自行搬走物品。`,
      `对限期拆除决定不服的，可以自收到决定书之日起 ${words('removal.reconsideration-days')}内申请行政复议，或者 ${words('removal.lawsuit-months')}内提起行政诉讼。`,
      '当事人在法定期限内不申请行政复议或者提起行政诉讼，又不拆除的，由有权机关依法强制拆除。',
    ],
    signatures: ['机关（盖章）', `公告日期：${blankDay}`],
  };
}

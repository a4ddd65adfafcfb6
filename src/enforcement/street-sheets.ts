import { serviceMethodNames } from '../domain/removal/document-service';
import { isIdentified } from '../domain/removal/statutory-case';
import { statutorySteps } from '../domain/removal/statutory-steps';
import { structureKinds, structureNumber } from '../domain/removal/structure-kinds';
import { ruleInWords, ruleOn } from '../domain/rules/rule-book';
import { blank, blankDay, lawInWords, PrintSheet, PrintView, whatStands } from './print-words';

/** The notice of persuasion, which is no notice of the penalty law. */
export function toNotice(view: PrintView): Partial<PrintSheet> {
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
        ? `该处已有认定意见，依据${lawInWords(basis)}办理。`
        : needsIdentification
          ? `该处目前按「疑似」处理，性质由自然资源和规划部门认定（${lawInWords(basis)}）。`
          : `该类事项由${organ}办理（${lawInWords(basis)}）。`,
      `请您在${blankDay}前自行拆除、清理；签一份承诺书，写明拆除日期。`,
      `自行拆除有困难的，可以书面申请${street}协助拆除；没有您的签字，不会协助拆除。`,
      '该处是唯一住处，或者家里有困难、有重病人的，请告诉社区，先落实照顾措施再商量拆除。',
      '对权属、用途有不同意见的，请向社区说明并提供手续，我们先核查权属。',
      '接受或者不接受劝导，都不影响您依法享有的陈述、申辩、听证、申请行政复议和提起行政诉讼的权利。',
    ],
    signatures: [`${view.community}（盖章）`, `${street}（盖章）`, `日期：${blankDay}`],
  };
}

/** The promise of who takes it down himself. */
export function toPromise(view: PrintView): Partial<PrintSheet> {
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

/** The request of who wants help to take it down. */
export function toRequest(view: PrintView): Partial<PrintSheet> {
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

/** The receipt of a paper, for the ones that are still to be served. */
export function toServiceReceipt(view: PrintView): Partial<PrintSheet> {
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
    note: `受送达人拒收的，写明事由和日期，由见证人签名，或者用照片、录像记录留置过程。公告送达满 ${ruleInWords(rule)}才算送达（${lawInWords(rule.source)}）。`,
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

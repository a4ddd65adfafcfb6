import { dayInWords } from '../domain/kernel/calendar-date';
import { agencyNames } from '../domain/removal/removal-agencies';
import { removalWayNames, removalWayPapers, RemovalWay } from '../domain/removal/removal-ways';
import { windLimit, weatherInWords } from '../domain/removal/removal-rules';
import { operationStateNames } from '../domain/removal/removal-operation';
import { agenciesOf } from './operation-standing';
import { areaOrDash, operationTime } from './operation-words';
import type { OperationAtPlace } from './operations.desk';

/** 「拆除行动单」: the sheet everybody on the spot carries (views/operations/print). */
export interface OperationSheetPage {
  title: string;
  heading: string;
  about: string;
  /** Said where it does not hang together with a plan any more. */
  stateNote: string;
  facts: { term: string; value: string }[];
  agencies: string[];
  rows: { number: number; place: string; area: string; way: string }[];
  total: string;
  checks: string[];
  safety: string[];
}

const always = ['拆除对象和门牌核对无误', '当事人已通知到位或按程序送达', '警戒线、警示牌已设置'];
const rules = [
  '断电、断气由专业单位现场确认后再动手，不得用停水、停电、停热、停燃气的办法逼迫搬离',
  '未清场、未清点物品不动手；物品清单当场核对、签字，贵重物品当面交接',
  '高处、临街一侧设专人监护，无关人员、车辆不得进入警戒线',
  `风力 ${windLimit.grade} 级以上或有重污染预警时停止拆除，洒水降尘，垃圾当日清运`,
  '全过程照相、录像，同一位置拍拆除前、拆除后；登记拆除和复核不是同一个人',
];

/** The sheet of a removal day. */
export function toOperationSheet({ operation, compound, members }: OperationAtPlace): OperationSheetPage {
  const ways = [...new Set(members.map(({ row }) => row.way))];
  const area = members.reduce((sum, { structure }) => sum + (structure.area ?? 0), 0);
  const { state, windGrade, hasPollutionAlert } = operation;
  return {
    title: `拆除行动单 · ${compound.name}`,
    heading: '拆除行动单',
    about: [compound.name, operation.name].join('　'),
    stateNote: state === 'planned' ? '' : `这次行动${operationStateNames[state]}`,
    facts: [
      { term: '时间', value: operationTime(operation) },
      { term: '指挥和集合点', value: operation.meetingPoint },
      {
        term: '天气',
        value:
          windGrade === null
            ? '风力　　　级　　重污染预警　□ 有　□ 没有　　核对人'
            : `${weatherInWords({ windGrade, hasPollutionAlert })}（${dayInWords(operation.weatherCheckedOn!)}核对）`,
      },
      ...(operation.firmName ? [{ term: '发包拆除的单位', value: operation.firmName }] : []),
      ...(operation.emergency ? [{ term: '情况紧急的原因', value: operation.emergency }] : []),
    ],
    agencies: agenciesOf(operation).map((agency) => agencyNames[agency]),
    rows: members.map(({ row, structure }) => ({
      number: structure.number,
      place: structure.place,
      area: areaOrDash(structure.area),
      way: removalWayNames[row.way],
    })),
    total: `共 ${members.length} 处，${areaOrDash(area || null)}`,
    checks: [...always, ...ways.map(paperCheck)],
    safety: rules,
  };
}

const paperCheck = (way: RemovalWay): string =>
  `${removalWayNames[way]}的材料在现场：${removalWayPapers[way].join('、')}`;

import type { MilestoneOutcome } from '../../domain/renovation/milestone';
import type { Answerable } from '../../domain/renovation/schedule';
import type { StageCode, Track } from '../../domain/renovation/stages';

/** What the street manager files at one point of a stage; `share` says when, from 0 at its start to 1 at its end. */
interface Evidence {
  share: number;
  gates: string[];
  outcome?: MilestoneOutcome;
  note: string;
  paper: string;
}

const micro: Record<StageCode, Evidence[]> = {
  survey: [],
  consultation: [
    { share: 0.35, gates: ['drawings'], note: '效果图在院里展示一周，听取意见', paper: '改造效果图说明' },
    {
      share: 0.6,
      gates: ['households-reached', 'willingness-recorded'],
      note: '改造、拆违、物业费三项意愿分别登记',
      paper: '意愿征询汇总表',
    },
    {
      share: 0.8,
      gates: ['representatives-met', 'majority-agreed', 'items-chosen'],
      note: '居民代表会议通过改造内容',
      paper: '居民代表会议纪要',
    },
    {
      share: 0.95,
      gates: ['self-funded'],
      note: '街道办公会决定自筹立项，写明资金来源',
      paper: '街道办公会纪要',
    },
  ],
  removal: [
    { share: 0.2, gates: ['funds-available'], note: '资金已落实，不由施工单位垫资', paper: '经费安排说明' },
    {
      share: 0.3,
      gates: ['demolition-filing'],
      outcome: 'not-applicable',
      note: '居民自拆和街道助拆，未发包拆除工程',
      paper: '拆除组织说明',
    },
    {
      share: 0.5,
      gates: ['contract-signed', 'dust-plan'],
      note: '施工合同已签，扬尘防治方案已交底',
      paper: '施工合同首页',
    },
    { share: 0.7, gates: ['board-posted'], note: '公示牌和施工告知已张贴', paper: '公示牌照片说明' },
    {
      share: 1,
      gates: ['first-area-clear', 'removal-all-closed'],
      note: '登记的棚屋和障碍全部清除',
      paper: '拆除验收单',
    },
  ],
  construction: [
    { share: 0.9, gates: ['warranty-letter'], note: '施工方已签保修书', paper: '工程保修书' },
    { share: 1, gates: ['works-complete'], note: '约定内容全部完成并自检', paper: '完工自检单' },
  ],
  acceptance: [
    {
      share: 0.5,
      gates: ['acceptance-passed'],
      note: '街道、社区、施工方和居民代表一起验收，合格',
      paper: '竣工验收单',
    },
    { share: 1, gates: ['defects-mended'], note: '验收提出的问题已整改复查', paper: '整改复查单' },
  ],
  handover: [
    { share: 0.3, gates: ['manager-named'], note: '自管小组接管，社区指导', paper: '自管办法' },
    { share: 0.8, gates: ['settlement-approved'], note: '结算审定，未超预算', paper: '结算审定单' },
    { share: 1, gates: ['handover-signed'], note: '移交清单双方签字', paper: '移交清单' },
  ],
};

const listed: Evidence = {
  share: 0.25,
  gates: ['plan-listed'],
  note: '列入年度改造计划（演示文号）',
  paper: '年度改造计划摘录',
};

/** What is filed in each stage of the usual course; the district track waits for the rooms that hold its records. */
export const stageEvidence: Record<Track, Record<StageCode, Evidence[]>> = {
  micro,
  district: {
    survey: [],
    consultation: [listed],
    removal: [],
    construction: [],
    acceptance: [],
    handover: [],
  },
};

/** Why a stage of the usual course ends some days late, and who answers for it. */
export const usualDelay: Record<StageCode, { reason: string; answerable: Answerable }> = {
  survey: { reason: '几户白天不在家，改在周末上门', answerable: 'community' },
  consultation: { reason: '居民代表会议改期一次', answerable: 'residents' },
  removal: { reason: '清运车排期晚了几天', answerable: 'contractor' },
  construction: { reason: '连续下雨，外墙停工', answerable: 'weather' },
  acceptance: { reason: '等设备厂家到场复检', answerable: 'contractor' },
  handover: { reason: '移交资料补签字', answerable: 'street' },
};

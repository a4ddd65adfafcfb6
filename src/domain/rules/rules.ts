// The numbers of the rule book. A source of law is named with its paragraph and dated by the text that was read; where
// no source states a number the office sets it, the rule is `local`, and its source says so.
import type { Rule } from './rule-book';

/** The source of every number and gate that the office sets itself. */
export const localSource = '本地设定';

/** Local settings hold for any day the system can be asked about. */
const always = '1900-01-01';

const local = { dayType: null, source: localSource, validFrom: always, local: true } as const;

/** Each rule in force, one row for each code and period. */
const book = [
  {
    code: 'permit.exempt-investment',
    value: 30_000_000,
    unit: 'fen',
    dayType: null,
    source: '建筑工程施工许可管理办法 §2',
    validFrom: '2014-10-25',
    local: false,
  },
  {
    code: 'permit.exempt-area',
    value: 300_00,
    unit: 'area',
    dayType: null,
    source: '建筑工程施工许可管理办法 §2',
    validFrom: '2014-10-25',
    local: false,
  },
  {
    code: 'consent.start-share',
    value: 80,
    unit: 'percent',
    dayType: null,
    source: '河南省《2022年重点民生实事城镇老旧小区改造实施方案》，之后年度是否沿用待核',
    validFrom: '2022-01-01',
    local: false,
  },
  {
    code: 'acceptance.filing-days',
    value: 15,
    unit: 'days',
    dayType: 'calendar',
    source: '建设工程质量管理条例 §49',
    validFrom: '2019-04-23',
    local: false,
  },
  {
    code: 'demolition.filing-days',
    value: 15,
    unit: 'days',
    dayType: 'calendar',
    source: '建设工程安全生产管理条例 §11',
    validFrom: '2003-11-24',
    local: false,
  },
  {
    code: 'estimate.overrun-share',
    value: 10,
    unit: 'percent',
    dayType: null,
    source: '政府投资条例 §12',
    validFrom: '2019-04-14',
    local: false,
  },
  {
    code: 'final-account.months',
    value: 3,
    unit: 'months',
    dayType: null,
    source: '财建〔2016〕503号 §2',
    validFrom: '2016-01-01',
    local: false,
  },
  {
    code: 'eligible.built-before',
    value: 2002,
    unit: 'year',
    dayType: null,
    source: '郑州市老旧小区综合改造工程实施方案（2019年）',
    validFrom: '2019-01-01',
    local: false,
  },
  {
    code: 'eligible.later-until',
    value: 2005,
    unit: 'year',
    dayType: null,
    source: '郑州市老旧小区综合改造工程实施方案（2019年）',
    validFrom: '2019-01-01',
    local: false,
  },
  {
    code: 'meeting.owners-notice-days',
    value: 15,
    unit: 'days',
    dayType: 'calendar',
    source: '物业管理条例 §14',
    validFrom: '2018-03-19',
    local: false,
  },
  {
    code: 'vote.result-days',
    value: 3,
    unit: 'days',
    dayType: 'calendar',
    source: '河南省物业管理条例 §28',
    validFrom: '2018-01-01',
    local: false,
  },
  { ...local, code: 'notice.days', value: 7, unit: 'days', dayType: 'calendar' },
  { ...local, code: 'notice.reminder-days', value: 7, unit: 'days', dayType: 'calendar' },
  { ...local, code: 'wish.answer-days', value: 15, unit: 'days', dayType: 'calendar' },
  { ...local, code: 'consent.reach-share', value: 80, unit: 'percent' },
  { ...local, code: 'survey.count-deviation', value: 10, unit: 'percent' },
  { ...local, code: 'survey.reach-share', value: 80, unit: 'percent' },
  { ...local, code: 'hazard.control-hours', value: 24, unit: 'hours' },
  { ...local, code: 'register.coverage-tolerance', value: 10, unit: 'percent' },
  { ...local, code: 'page.stale-days', value: 7, unit: 'days', dayType: 'calendar' },
  { ...local, code: 'work.soon-days', value: 3, unit: 'days', dayType: 'calendar' },
  { ...local, code: 'work.gates-ahead-days', value: 14, unit: 'days', dayType: 'calendar' },
  { ...local, code: 'meeting.representatives-notice-days', value: 3, unit: 'days', dayType: 'calendar' },
  { ...local, code: 'meeting.representatives-quorum', value: 50, unit: 'percent' },
  { ...local, code: 'meeting.representatives-majority', value: 50, unit: 'percent' },
  { ...local, code: 'meeting.minutes-days', value: 3, unit: 'days', dayType: 'working' },
  { ...local, code: 'meeting.publish-remind-days', value: 3, unit: 'days', dayType: 'calendar' },
  { ...local, code: 'meeting.publish-late-days', value: 7, unit: 'days', dayType: 'calendar' },
] as const satisfies readonly Rule<string>[];

/** The name of every rule. */
export type RuleCode = (typeof book)[number]['code'];

/** The whole book. */
export const rules: readonly Rule[] = book;

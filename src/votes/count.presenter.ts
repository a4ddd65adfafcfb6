import { exactArea } from '../domain/kernel/area';
import { exactShare } from '../domain/kernel/ratio';
import {
  inequality,
  liftLines,
  missingInWords,
  ruleSentence,
  shareInRule,
  testName,
} from '../domain/meeting/vote-computation';
import { VoteCount, VoteTest, Weight, voteOutcomeNames } from '../domain/meeting/vote-count';
import { showsLiftFigure } from '../domain/meeting/vote-sheet';
import { BarFigure, StatusMark } from '../platform/web/figures';
import { VoteRecords, countOf, ruleFor, sheetOf } from './vote-records';

/** One group of owners, in persons and area with their shares. */
export interface CountRow {
  name: string;
  persons: string;
  personShare: string;
  area: string;
  areaShare: string;
}

/** One threshold: what it asks, how far it is, and the inequality. */
export interface TestRow {
  name: string;
  share: string;
  asked: string;
  bar: BarFigure;
  inequality: string;
  status: StatusMark;
}

/** Where a vote stands, to be printed by views/votes/count. */
export interface CountFigure {
  /** What is missing to which threshold; empty where nothing is. */
  missing: string[];
  /** Said where nothing is missing. */
  reached: string;
  rule: string;
  source: string;
  rows: CountRow[];
  tests: TestRow[];
  /** The figure for a lift, beside the result. */
  beside: { text: string; status: StatusMark }[];
}

/** The count of a vote: every threshold with what is still missing to it. */
export function toCount(records: VoteRecords): CountFigure {
  const count = countOf(records);
  const rule = ruleFor(records);
  const isRunning = records.vote.state === 'open' || records.vote.state === 'draft';
  return {
    missing: isRunning ? missingInWords(count) : [],
    reached: reachedWords(count, isRunning),
    rule: ruleSentence(rule),
    source: rule.source,
    rows: countRows(count),
    tests: count.tests.map(toTest),
    beside: showsLiftFigure(sheetOf(records))
      ? liftLines(count.totals).map(({ text, holds }) => ({ text, status: mark(holds === true) }))
      : [],
  };
}

function reachedWords({ outcome }: VoteCount, isRunning: boolean): string {
  if (!isRunning) return `结果：${voteOutcomeNames[outcome]}`;
  return outcome === 'passed' ? '现在的票已达到各项要求，到截止日以后才计票' : '';
}

function countRows({ totals }: VoteCount): CountRow[] {
  const { total, participating } = totals;
  const row = (name: string, weight: Weight, whole: Weight): CountRow => ({
    name,
    persons: String(weight.persons),
    personShare: exactShare(weight.persons, whole.persons),
    area: exactArea(weight.area).replace(' ㎡', ''),
    areaShare: exactShare(weight.area, whole.area),
  });
  return [
    row('参与表决', participating, total),
    row('其中同意', totals.yes, participating),
    row('其中反对', totals.no, participating),
    row('其中弃权', totals.abstain, participating),
    row('无效', totals.invalid, total),
    row('未交回', totals.unreturned, total),
    row('全部业主', total, total),
  ];
}

function toTest(test: VoteTest): TestRow {
  const { part, whole, threshold } = test;
  const share = exactShare(part, whole);
  const percent = whole > 0 ? Math.floor((part * 100) / whole) : 0;
  const asked = shareInRule(threshold);
  return {
    name: testName(test),
    share,
    asked,
    bar: {
      label: `${testName(test)} ${share}，要求${asked}`,
      ...(test.passes ? { solid: percent } : { hatch: percent }),
    },
    inequality: inequality(test),
    status: mark(test.passes),
  };
}

const mark = (holds: boolean): StatusMark =>
  holds ? { state: 'done', word: '达到' } : { state: 'doing', word: '未达到' };

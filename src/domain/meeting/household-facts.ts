// What the calls from door to door say to the gates of consultation: were enough households reached, are all three
// answers there, was the result published, did enough agree? The shares are rules of the book (domain reference §1.3 G2,
// G5, §4.6). Without a call there is no word, so that a dated milestone is believed.
import { CalendarDate, dayInWords } from '../kernel/calendar-date';
import { exceeds, percent, reaches, shareInWords } from '../kernel/ratio';
import type { Fact, FactState } from '../renovation/facts';
import type { Track } from '../renovation/stages';
import { ruleInWords, ruleOn } from '../rules/rule-book';
import { ConsentQuestion, consentQuestions, householdQuestions } from './household-questions';
import { ConsentTotals, HouseholdStanding } from './household-standing';
import { policyConsent } from './policy-consent';

/** The latest notice of the result: `withdrawn` is none at all to the gates, but is said. */
export type ResultNotice =
  { state: 'none' | 'withdrawn' } | { state: 'posted'; postedOn: CalendarDate; photos: number };

/** What the gates judge the asking by. */
export interface HouseholdRecords {
  track: Track;
  totals: ConsentTotals;
  /** Households reached that have answered all three questions of consent. */
  complete: number;
  notice: ResultNotice;
}

/** Where each fact is supplied. */
interface HouseholdLinks {
  unreached: string;
  matrix: string;
  publication: string;
}

/** How many of these households were reached and have answered everything? */
export const completeHouseholds = (
  households: readonly number[],
  standings: ReadonlyMap<number, HouseholdStanding>,
): number =>
  households.filter((id) => {
    const standing = standings.get(id);
    return standing?.reached && consentQuestions.every((question) => standing.answers[question]);
  }).length;

/** The facts of the asking, once somebody has called at a door. */
export function householdFacts(records: HouseholdRecords, day: CalendarDate, links: HouseholdLinks): Fact[] {
  const { totals, track } = records;
  return [
    { code: 'meeting.households-reached', ...reachedFact(totals, day), link: links.unreached },
    { code: 'meeting.willingness-recorded', ...willingnessFact(records), link: links.matrix },
    { code: 'meeting.result-published', ...publishedFact(records.notice), link: links.publication },
    track === 'district'
      ? { code: 'meeting.plan-agreed', ...planFact(totals, day), link: links.matrix }
      : { code: 'meeting.majority-agreed', ...majorityFact(totals), link: links.matrix },
  ];
}

type Said = Pick<Fact, 'state' | 'detail' | 'on'>;

const stateOf = (met: boolean): FactState => (met ? 'met' : 'missing');

function reachedFact({ households, reached }: ConsentTotals, day: CalendarDate): Said {
  const said = `住宅 ${households} 户，问到业主 ${reached} 户`;
  const rule = ruleOn('consent.reach-share', day);
  if (rule && !reaches(reached, households, percent(rule.value))) {
    const detail = `${said}（${shareInWords(reached, households)}），不到 ${ruleInWords(rule)}`;
    return { state: 'missing', detail };
  }
  return { state: 'met', detail: said };
}

function willingnessFact({ totals, complete }: HouseholdRecords): Said {
  const open = totals.reached - complete;
  if (totals.reached === 0) return { state: 'missing', detail: '还没有问到业主' };
  if (open > 0) return { state: 'missing', detail: `问到的业主里，${open} 户三项意愿没有记全` };
  return { state: 'met', detail: `问到的 ${totals.reached} 户，改造、拆违、物业费三项意愿都已记录` };
}

function publishedFact(notice: ResultNotice): Said {
  if (notice.state !== 'posted') {
    const detail = notice.state === 'none' ? '征询结果还没有公布' : '征询结果已撤下，请重新公布';
    return { state: 'missing', detail };
  }
  const said = `征询结果 ${dayInWords(notice.postedOn)} 公布`;
  if (notice.photos === 0) return { state: 'missing', detail: `${said}，还缺张贴照片` };
  return { state: 'met', detail: `${said}，有张贴照片`, on: notice.postedOn };
}

const agreeing = ({ counts }: ConsentTotals, question: ConsentQuestion): number =>
  counts.find((one) => one.question === question)?.agree ?? 0;

function planFact(totals: ConsentTotals, day: CalendarDate): Said {
  const { households } = totals;
  const judged = (['renovation', 'fee'] as const).map((question) => {
    const agree = agreeing(totals, question);
    const said = `${householdQuestions[question].about}同意 ${agree} 户（${shareInWords(agree, households)}）`;
    return { said, consent: policyConsent(agree, households, day) };
  });
  const words = judged.map(({ said }) => said).join('，');
  const lacking = judged.filter(({ consent }) => consent && !consent.passes);
  if (!lacking.length) return { state: 'met', detail: `住宅 ${households} 户，${words}` };
  const { needed, rule } = lacking[0].consent!;
  const detail = `住宅 ${households} 户，${words}，每项要 ${ruleInWords(rule)} 以上，即 ${needed} 户`;
  return { state: 'missing', detail };
}

function majorityFact(totals: ConsentTotals): Said {
  const { households } = totals;
  const agree = agreeing(totals, 'renovation');
  const passes = exceeds(agree, households, { numerator: 1, denominator: 2 });
  const said = `住宅 ${households} 户，同意改造 ${agree} 户（${shareInWords(agree, households)}）`;
  return { state: stateOf(passes), detail: passes ? said : `${said}，要超过一半` };
}

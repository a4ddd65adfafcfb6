import { CalendarDate } from '../domain/kernel/calendar-date';
import { nearDay } from '../domain/kernel/near-day';
import { shareInWords } from '../domain/kernel/ratio';
import { meetingKindNames } from '../domain/meeting/meeting-kinds';
import { neededConsent } from '../domain/meeting/needed-consent';
import type { PublicVote } from '../domain/meeting/public-vote';
import type { PublicPlan } from '../domain/plan/public-plan';
import { householdPaths } from '../households/households.paths';
import { meetingPaths } from '../meetings/meetings.paths';
import { FactLine, NumberFigure } from '../platform/web/figures';
import { plansPaths } from '../plans/plans.paths';
import { votePaths } from '../votes/votes.paths';
import { ResidentStage } from './resident-stage';

/** How far the residents are, as lines with where to go on; undefined while nothing was begun. */
export function toResidentFacts(
  stage: ResidentStage,
  code: string,
  today: CalendarDate,
): FactLine[] | undefined {
  const facts = [
    ...toConsent(stage, code, today),
    ...toMeetings(stage, code, today),
    ...stage.running.map((vote) => toVote(vote, code, today)),
    ...toPlan(stage.plan, code, today),
  ];
  return facts.length ? facts : undefined;
}

/** The consent to the plan as one of the big numbers; undefined before anybody was asked. */
export function toConsentNumber({ consent }: ResidentStage): NumberFigure | undefined {
  if (!consent) return undefined;
  const agree = agreeing(consent);
  return {
    term: '同意改造',
    value: `${agree} / ${consent.households}`,
    note: `户，${shareInWords(agree, consent.households)}`,
  };
}

const agreeing = ({ counts }: NonNullable<ResidentStage['consent']>): number =>
  counts.find(({ question }) => question === 'renovation')!.agree;

function toConsent({ consent, track }: ResidentStage, code: string, today: CalendarDate): FactLine[] {
  if (!consent) return [];
  const { households, reached } = consent;
  const agree = agreeing(consent);
  const needed = neededConsent('renovation', { track, households, day: today });
  return [
    {
      term: '改造方案征询',
      value: `${agree} 户同意，${shareInWords(agree, households)}`,
      note: [
        `问到 ${reached} / ${households} 户`,
        needed !== null &&
          (agree >= needed ? `已达到 ${needed} 户` : `离 ${needed} 户还差 ${needed - agree} 户`),
      ]
        .filter(Boolean)
        .join('，'),
      link: householdPaths.index(code),
    },
  ];
}

function toMeetings({ next, meetings }: ResidentStage, code: string, today: CalendarDate): FactLine[] {
  const { openPoints, overduePoints } = meetings;
  return [
    ...(next
      ? [
          {
            term: '下次会议',
            value: `${nearDay(next.plannedOn, today)} ${next.plannedFrom} ${meetingKindNames[next.kind]}`,
            note: next.title,
            link: meetingPaths.show(next.id),
          },
        ]
      : []),
    ...(openPoints
      ? [
          {
            term: '督办事项',
            value: `${openPoints} 件在办`,
            ...(overduePoints && { note: `逾期 ${overduePoints} 件` }),
            link: meetingPaths.points(code),
          },
        ]
      : []),
  ];
}

function toVote({ title, closesOn, total, taken }: PublicVote, code: string, today: CalendarDate): FactLine {
  const share = shareInWords(taken.persons, total.persons);
  return {
    term: '正在表决',
    value: title,
    note: `${nearDay(closesOn, today)} 截止，${taken.persons} / ${total.persons} 人参加，${share}`,
    link: votePaths.index(code),
  };
}

function toPlan(plan: PublicPlan | null, code: string, today: CalendarDate): FactLine[] {
  if (!plan) return [];
  const { version, fixedOn, notice, proposed } = plan;
  const hanging = proposed?.notice ?? (version === null ? notice : null);
  const fixed = version === null ? null : `第 ${version} 版`;
  return [
    {
      term: '改造方案',
      value: fixed ? `${fixed}已定案` : '还没有定案',
      note: [
        fixedOn && nearDay(fixedOn, today),
        hanging &&
          (hanging.endsOn >= today
            ? `公示到 ${nearDay(hanging.endsOn, today)}`
            : `公示已于 ${nearDay(hanging.endsOn, today)} 结束`),
      ]
        .filter(Boolean)
        .join('，'),
      link: plansPaths.index(code),
    },
  ];
}

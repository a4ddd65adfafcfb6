// A fact is what a room can say about a renovation: it is met, it is missing, or it does not apply. Gates ask for facts
// and nothing else, so a room that comes later plugs in by supplying its facts. A fact nobody supplies reads missing.
import type { CalendarDate } from '../kernel/calendar-date';

/** Every fact a gate may ask for, by the room that supplies it. */
export const factCodes = [
  'compound.eligible',
  'compound.four-figures',
  'survey.complete',
  'survey.signed',
  'survey.counts-agree',
  'survey.severe-hazards-controlled',
  'survey.building-safety',
  'meeting.households-reached',
  'meeting.willingness-recorded',
  'meeting.result-published',
  'meeting.representatives-met',
  'meeting.majority-agreed',
  'meeting.plan-agreed',
  'plan.listed',
  'plan.self-funded',
  'plan.items-chosen',
  'plan.drawings',
  'plan.duration-and-impact',
  'plan.management-draft',
  'plan.joint-review',
  'plan.utilities-asked',
  'notice.plan-posted',
  'notice.objections-answered',
  'notice.board-posted',
  'removal.first-area-clear',
  'removal.all-closed',
  'budget.project-approved',
  'budget.approved',
  'budget.within-estimate',
  'budget.funds-available',
  'budget.settlement-approved',
  'budget.final-account',
  'budget.surplus-returned',
  'works.tender-lawful',
  'works.contract-signed',
  'works.supervision-engaged',
  'works.supervisor-independent',
  'works.construction-permit',
  'works.quality-supervision',
  'works.safety-measures',
  'works.demolition-filing',
  'works.wage-protection',
  'works.dust-plan',
  'works.residents-monitor',
  'works.complete',
  'works.technical-files',
  'works.material-reports',
  'works.quality-signed',
  'works.warranty-letter',
  'works.concealed-accepted',
  'works.items-accepted',
  'feedback.no-urgent-open',
  'completion.acceptance-passed',
  'completion.defects-mended',
  'completion.acceptance-filed',
  'completion.fire-accepted',
  'completion.satisfaction-asked',
  'completion.manager-named',
  'completion.handover-signed',
  'completion.warranty-cards',
  'completion.convention',
  'completion.finance-notice',
] as const;

/** The name of a fact; the part before the dot names the room. */
export type FactCode = (typeof factCodes)[number];

/** Is it so, is it not so yet, or does the question not arise? */
export type FactState = 'met' | 'missing' | 'not-applicable';

/** What does a room say? `detail` is one sentence without names of residents; `link` leads to where it is supplied. */
export interface Fact {
  code: FactCode;
  state: FactState;
  detail: string;
  on?: CalendarDate;
  by?: string;
  link?: string;
}

/** What is known about this fact? The first source that has it speaks; if none has, it is missing. */
export function factOf(facts: readonly Fact[], code: FactCode): Fact {
  return facts.find((fact) => fact.code === code) ?? { code, state: 'missing', detail: '还没有记录' };
}

/**
 * The facts of the rooms, filled up with the dated milestones of the street manager. A room that holds records of the
 * matter is believed over a milestone, so a room that holds none must stay silent instead of saying missing.
 */
export function withMilestoneFacts(fromRooms: readonly Fact[], fromMilestones: readonly Fact[]): Fact[] {
  const said = new Set(fromRooms.map(({ code }) => code));
  return [...fromRooms, ...fromMilestones.filter(({ code }) => !said.has(code))];
}

import { Renovation } from '../compounds/renovation.entities';
import { KnownPhoto } from '../domain/disclosure/photos';
import { KnownRenovation } from '../domain/disclosure/renovation';
import { dayInWords } from '../domain/kernel/calendar-date';
import { GateCheck } from '../domain/renovation/gate-checks';
import { gateOf } from '../domain/renovation/gates';
import { StageDates } from '../domain/renovation/stage-line';
import { withRules } from '../domain/rules/rule-book';
import { StoredFile } from '../files/stored-file.entity';
import { dayOf } from '../platform/clock/clock';
import { StageStory } from '../stages/stages.totals';

/** A renovation with nothing but its dates, as the disclosure asks for it. */
export function knownRenovation(renovation: Renovation, dates: readonly StageDates[]): KnownRenovation {
  const { sequence, name, track, stage, state, removal } = renovation;
  const { summary, stateReason, openedOn, closedOn } = renovation;
  return {
    ...{ sequence, name, track, stage, state, removal, summary, stateReason, openedOn, closedOn, dates },
    ...{ delays: [], evidence: [], exceptions: [] },
  };
}

/** A renovation with everything its desk tells: reasons of delays, dated evidence, gates let pass. */
export function toldRenovation(renovation: Renovation, story: StageStory): KnownRenovation {
  return {
    ...knownRenovation(renovation, story.line),
    delays: story.line.map(({ stage, slipReason, slipAnswerable }) => ({
      stage,
      reason: slipReason,
      answerable: slipAnswerable,
    })),
    evidence: story.evidence.flatMap(({ stage, checks }) =>
      checks
        .filter(({ state, on }) => state === 'met' && on !== undefined)
        .map((check) => ({ stage, text: check.text, on: check.on!, note: noteOf(check) })),
    ),
    exceptions: story.overrides.map(({ gate, reason, by, on }) => ({
      text: withRules(gateOf(gate)?.text ?? gate, on),
      reason,
      by,
      on,
    })),
  };
}

/** What the street manager wrote beside the paper; what a room or the system says of itself is not repeated. */
function noteOf({ detail, on, by }: GateCheck): string | null {
  return by === undefined || detail.startsWith(dayInWords(on!)) ? null : detail;
}

/** A stored photo as the disclosure asks for it. */
export const knownPhoto = (file: StoredFile): KnownPhoto => ({
  publicId: file.publicId,
  width: file.width,
  height: file.height,
  caption: file.caption,
  purpose: file.purpose,
  takenOn: dayOf(file.takenAt ?? file.createdAt),
  publishedAt: file.publishedAt,
});

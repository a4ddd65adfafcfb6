// The way of 丰乐路106号院 (case C1) through the law alone: a micro renovation paid by the street, walked by its street
// manager with dated milestones from the survey to the close.
import { squareMetres } from '../kernel/area';
import { tenThousandYuan } from '../kernel/money';
import { completeSurvey } from '../survey/given-survey';
import { surveyFacts } from '../survey/survey-facts';
import { withMilestoneFacts } from './facts';
import { gatesAt } from './gates';
import type { Passage } from './gates/gate';
import { milestoneBlockers, MilestoneDraft, milestoneFact } from './milestone';
import { moveResult } from './move-result';
import { Move, moveBlockers, MoveFacts, moveWarnings } from './moves';
import { firstPosition, Position } from './stages';

const survey = surveyFacts(
  {
    version: 1,
    state: 'signed',
    signedOn: '2026-03-20',
    missing: [],
    hazards: completeSurvey.hazards,
    counts: [],
  },
  '2026-03-20',
  '/compounds/fl106/survey',
);
const beganOn = '2026-03-10';

/** A milestone for every gate that holds a micro renovation at this passage, as the street manager records it. */
const milestonesFor = (passage: Passage, on: string): MilestoneDraft[] =>
  gatesAt(passage, 'micro')
    .filter(({ levels, withoutPermit, fact }) => {
      const holds = levels.micro !== 'warning' && withoutPermit === undefined;
      return holds && fact !== 'works.construction-permit' && !survey.some(({ code }) => code === fact);
    })
    .map(({ code, conditional }) => ({
      gate: code,
      on,
      outcome: conditional && code === 'demolition-filing' ? 'not-applicable' : 'met',
      note: code === 'demolition-filing' ? '由街道和城管执法人员实施，没有发包' : '',
      documents: 1,
    }));

describe('丰乐路106号院', () => {
  const recorded: MilestoneDraft[] = [];
  let position: Position = firstPosition;
  const factsOn = (day: string): MoveFacts => ({
    ...position,
    track: 'micro',
    floorArea: squareMetres(1677),
    estimatedFen: tenThousandYuan(19.8),
    facts: withMilestoneFacts(
      survey,
      recorded.flatMap(
        (milestone) => milestoneFact({ ...milestone, by: '街道项目负责人', link: '/files/1' }) ?? [],
      ),
    ),
    overrides: [],
    reason: '',
    day,
  });

  it.each<[string, Move, Passage[], string, Position]>([
    [
      '2026-03-20',
      'advance',
      ['survey'],
      '居民议事',
      { state: 'active', stage: 'consultation', removal: 'waiting' },
    ],
    [
      '2026-04-26',
      'advance',
      ['consultation'],
      '拆违清障',
      { state: 'active', stage: 'removal', removal: 'open' },
    ],
    [
      '2026-05-18',
      'advance',
      ['removal', 'removal-finish'],
      '施工改造',
      { state: 'active', stage: 'construction', removal: 'finished' },
    ],
    [
      '2026-06-18',
      'advance',
      ['construction'],
      '竣工验收',
      { state: 'active', stage: 'acceptance', removal: 'finished' },
    ],
    [
      '2026-06-30',
      'advance',
      ['acceptance'],
      '移交长效',
      { state: 'active', stage: 'handover', removal: 'finished' },
    ],
    [
      '2026-07-11',
      'close',
      ['handover'],
      '办结',
      { state: 'closed', stage: 'handover', removal: 'finished' },
    ],
  ])('on %s: %s, with %s evidenced, goes to %s', (day, move, passages, _, after) => {
    const drafts = passages.flatMap((passage) => milestonesFor(passage, day));
    if (drafts.length > 0) expect(moveBlockers(move, factsOn(day), 'street-manager')).not.toEqual([]);
    for (const draft of drafts) {
      const renovation = { track: 'micro', state: position.state, beganOn } as const;
      expect(milestoneBlockers(draft, renovation, 'street-manager', day)).toEqual([]);
      recorded.push(draft);
    }
    const facts = factsOn(day);
    expect(moveBlockers(move, facts, 'street-manager')).toEqual([]);
    expect(moveWarnings(move, facts).every(({ level }) => level === 'warning')).toBe(true);
    position = moveResult(move, facts).position;
    expect(position).toEqual(after);
  });

  it('needed no permit, no supervisor and no listing in the district plan', () => {
    const gates = recorded.map(({ gate }) => gate);
    for (const gate of ['construction-permit', 'supervision-engaged', 'plan-listed', 'project-approved']) {
      expect(gates).not.toContain(gate);
    }
  });
});

import type { PreparedFile } from '../files/uploads.service';
import type { StructureEvent, StructureFile } from '../structures/structure.entities';
import { givenCalendar, givenKnown, givenToday } from './given-cases';
import type { StepDraft } from './removal-drafts';
import { countByKind, toStepFacts } from './removal-judging';

const asked = { today: givenToday, calendar: givenCalendar, actorId: 1 };
const agreement = { signedOn: givenToday, identityChecked: true, removeByOn: null, plannedOn: null };
const agree = (way: 'voluntary' | 'assisted', files: StepDraft['files'] = {}): StepDraft => ({
  ...{ step: 'agree', version: 1, happenedOn: givenToday, reason: '', files },
  agreement: { ...agreement, way },
});

describe('which scans stand behind an agreement', () => {
  const files = [{ kind: 'consent', fileId: 5, eventId: 7 } as StructureFile];
  const events = [{ id: 7, step: 'agree', happenedOn: '2026-05-10', way: 'voluntary' } as StructureEvent];
  const sentBack = { ...givenKnown(), files, events, counts: countByKind(files) };
  const scans = (draft: StepDraft) => toStepFacts(sentBack, draft, asked).ways.consent!.files;

  it('a promise to remove it oneself, left from a removal that was sent back, is no request for help', () => {
    expect([scans(agree('voluntary')), scans(agree('assisted'))]).toEqual([1, 0]);
  });

  it('a scan that comes with the form counts for the way it names', () => {
    expect(scans(agree('assisted', { consent: [{} as PreparedFile] }))).toBe(1);
  });
});

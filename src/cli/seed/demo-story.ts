import type { Role } from '../../domain/people/roles';
import type { CalendarDate } from '../../domain/kernel/calendar-date';
import type { NoticeKind, NoticeShot } from '../../domain/meeting/notice';
import type { WishKind } from '../../domain/meeting/wish';
import type { Answerable } from '../../domain/renovation/schedule';
import type { MilestoneOutcome } from '../../domain/renovation/milestone';
import type { Move } from '../../domain/renovation/moves';
import type { StageCode, Track } from '../../domain/renovation/stages';
import type { VisitOutcome, VisitorRole } from '../../domain/survey/door-visit';

/** When? A day of the past as it is told, or days from the day of seeding (-12 = twelve days before), so that what goes on looks alive. */
export type StoryDay = CalendarDate | number;

/** data/demo/cast.json: who signs in, with one documented password, and the firms (none of them real). */
export interface DemoCast {
  password: string;
  firms: { code: string; name: string; shortName: string }[];
  /** `organisation` is a division code or the code of a firm; `shown` accounts are printed at start. */
  people: { login: string; name: string; role: Role; organisation: string; shown?: boolean }[];
}

/** One building: so many units, each with so many doors on every floor. */
export interface DemoBuilding {
  no: string;
  structure: string;
  floors: number;
  units: number;
  doorsPerFloor: number;
  /** A drawing of data/demo/pictures; '#3' behind the name is another view of it. */
  picture?: string;
}

/** What the register knows of a compound, in the words of its form (areas in ㎡). */
export interface DemoRegister {
  code: string;
  name: string;
  /** 12-digit code; street and district follow. */
  community: string;
  facts: Record<string, string | string[]>;
  contacts: { kind: string; title: string; workPhone: string; mayPublish: boolean }[];
  buildings: DemoBuilding[];
}

/** data/demo/stories/*.json: a compound told step by step; every step is made by one of the cast through the rooms' own services. */
export interface DemoStory extends DemoRegister {
  steps: DemoStep[];
}

/** data/demo/compounds.json: a compound that follows the usual course up to where it has got. */
export interface DemoBrief extends DemoRegister {
  course: DemoCourse | null;
}

/** How far the usual course has gone; null for a compound that is only registered. */
export interface DemoCourse {
  track: Track;
  name: string;
  summary: string;
  estimatedYuan: number;
  /** When the renovation was opened; the plan of the six stages runs from here. */
  beganOn: StoryDay;
  /** The stage it has reached, or the end. */
  reached: StageCode | 'closed';
  /** Planned days of the six stages, in order. */
  days: number[];
  /** How many days late (early: negative) each finished stage ended. */
  drift?: number[];
  hazards: DemoHazard[];
  /** Share of doors that were met, of 100. */
  met: number;
  removalBeside?: boolean;
  /** A survey still going on that the community has signed already. */
  signed?: 'community';
  slip?: { stage: StageCode; days: number; reason: string; answerable: Answerable };
  halted?: { on: StoryDay; move: 'pause' | 'cancel'; reason: string };
  override?: { gate: string; reason: string };
  contractor?: string;
  /** Drawings of the yard before, while and after it was worked on, shown to everybody. */
  before?: string;
  during?: string;
  after?: string;
}

/** One finding of the survey; severity 4 names the day by which it is controlled. */
export interface DemoHazard {
  kind: string;
  place: string;
  severity: 1 | 2 | 3 | 4;
  note: string;
  controlBy?: StoryDay;
  picture?: string;
}

interface At {
  on: StoryDay;
  /** Hour and minute of the wall clock, 'HH:mm'; steps without it follow each other by minutes. */
  at?: string;
  /** Login of the person who does it. */
  by: string;
}

/** Doors: '101' where there is one building, '2号楼-1单元-602', or a whole unit '2号楼-1单元'; `pipes` go round from door to door. */
interface VisitStep {
  do: 'visit';
  doors: string[];
  outcome: VisitOutcome;
  visitors: VisitorRole[];
  note?: string;
  pipes?: string[];
}

/** A wish or an objection, heard at a door ('101') or in the office; `notice` is the kind of notice it objects to. */
interface WishStep {
  do: 'wish';
  kind?: WishKind;
  source?: 'door' | 'office';
  door?: string;
  text: string;
  publicText?: string;
  notice?: NoticeKind;
}

/** One step of a story. */
export type DemoStep = At &
  (
    | { do: 'register' }
    | { do: 'open-survey' }
    | { do: 'survey-sheet'; gridHouseholds: string; gridResidents: string; note: string }
    | { do: 'find-hazard'; hazard: DemoHazard }
    | { do: 'control-hazard'; kind: string; note: string }
    | { do: 'photograph'; building: string; picture: string }
    | VisitStep
    | { do: 'sign-survey'; level: 'community' | 'street' }
    | { do: 'open-renovation'; name: string; track: Track; summary: string; estimatedYuan: number }
    | { do: 'engage'; firm: string; role: 'contractor' | 'supervisor' | 'designer' }
    | { do: 'plan'; reason?: string; ends: Record<StageCode, [StoryDay, StoryDay]> }
    | { do: 'expect'; stage: StageCode; endOn: StoryDay; reason: string; answerable?: Answerable }
    | {
        do: 'milestone';
        gates: string[];
        outcome?: MilestoneOutcome;
        note: string;
        paper: string;
        picture?: string;
      }
    | { do: 'override'; gate: string; reason: string }
    | { do: 'move'; move: Move; reason?: string }
    | WishStep
    /** Ends the open wish in which the words of `wish` are. */
    | { do: 'answer-wish'; wish: string; outcome: 'not-adopted' | 'otherwise'; answer: string }
    /** Lets residents read a wish that another room took. */
    | { do: 'show-wish'; wish: string; publicText?: string }
    | { do: 'notice-photo'; notice: NoticeKind; shot: NoticeShot; picture: string }
    | { do: 'photo'; picture: string; caption: string; purpose?: 'document' }
  );

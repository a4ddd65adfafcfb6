import type { Role } from '../../domain/people/roles';
import type { CallOutcome } from '../../domain/meeting/household-call';
import type { HouseholdAnswers } from '../../domain/meeting/household-questions';
import type { DecisionMatter } from '../../domain/meeting/meeting-decisions';
import type { MeetingKind } from '../../domain/meeting/meeting-kinds';
import type { MeetingParty } from '../../domain/meeting/meeting-parties';
import type { MeetingPlace } from '../../domain/meeting/meeting-places';
import type { ActionPointStep } from '../../domain/meeting/action-point';
import type { NoticeKind, NoticePlace, NoticeShot } from '../../domain/meeting/notice';
import type { OwnersMatter } from '../../domain/meeting/matters';
import type { SeenFault } from '../../domain/meeting/vote-ballots';
import type { AreaSource, OwnerKind } from '../../domain/meeting/vote-roster';
import type { CountRole, VoteForm } from '../../domain/meeting/vote-sheet';
import type { WishKind } from '../../domain/meeting/wish';
import type { Answerable } from '../../domain/renovation/schedule';
import type { PlanMatter, TreeWork } from '../../domain/plan/plan-item';
import type { ManagementMode } from '../../domain/plan/plan-sheet';
import type { ServiceMethod } from '../../domain/removal/document-service';
import type { HaltKind } from '../../domain/removal/statutory-halts';
import type { StatutoryStepCode } from '../../domain/removal/statutory-steps';
import type { ItemCode } from '../../domain/renovation/items';
import type { MilestoneOutcome } from '../../domain/renovation/milestone';
import type { Move } from '../../domain/renovation/moves';
import type { StageCode, Track } from '../../domain/renovation/stages';
import type { VisitOutcome, VisitorRole } from '../../domain/survey/door-visit';
import type {
  StructureStep,
  PersuadeStep,
  ZoneStep,
  AgreeRemovalStep,
  RemoveStep,
  VerifyRemovalStep,
  OtherRemovalStep,
  OperationStep,
  CarryOutStep,
  PatrolStep,
  PaperStep,
  RemediesStep,
} from './demo-removals';
import type { WorksStep } from './demo-works';
import type { StoryDay } from './story-clock';

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
  /** What happened there beside the usual course. */
  steps?: DemoStep[];
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

/** An item of a plan, as its form is filled in; `permit` is the title of the tree permit that is made as a paper. */
export interface DemoPlanItem {
  code: ItemCode;
  name: string;
  quantity: string;
  unit: string;
  place?: string;
  estimated?: string;
  note?: string;
  matters?: PlanMatter[];
  treeWork?: TreeWork;
  permitNumber?: string;
  permit?: string;
  /** Kinds of findings it mends, words that are in the open wishes it answers, and the answer. */
  hazards?: string[];
  wishes?: string[];
  answer?: string;
}

/** The sheet of a plan. */
interface DemoPlanSheet {
  durationDays: string;
  plannedFromOn?: StoryDay;
  plannedUntilOn?: StoryDay;
  impact: string;
  measures: string;
  managementMode: ManagementMode;
  managementNote?: string;
}

/** Calls for the three answers of consent, for satisfaction or the gate card; doors are named as in a visit. */
interface CallStep {
  do: 'call';
  doors: string[];
  outcome?: CallOutcome;
  answers?: HouseholdAnswers;
  callers: VisitorRole[];
  note?: string;
}

/** A meeting is planned; its notice hangs from this day on where places are named. Later steps find it by its title. */
interface MeetingStep {
  do: 'meeting';
  kind: MeetingKind;
  title: string;
  heldOn: StoryDay;
  from: string;
  to?: string;
  place: MeetingPlace;
  placeNote?: string;
  chair: string;
  recorder: string;
  notice?: NoticePlace[];
  /** Items of its own after the usual ones and the open action points. */
  agenda?: string[];
}

/** What was agreed that somebody does: `firm` is the code of a firm on the renovation. */
export interface DemoPoint {
  text: string;
  party: MeetingParty;
  firm?: string;
  role?: string;
  dueOn: StoryDay;
}

/** A meeting is written down and its minutes finished, on the day it was held unless another is named. */
interface MinutesStep {
  do: 'minutes';
  meeting: string;
  heldOn?: StoryDay;
  from?: string;
  to: string;
  /** How many should have come, how many came, and as what. */
  came: Partial<Record<MeetingParty, [number | null, number, string?]>>;
  /** What was said to the items of the agenda, in their order. */
  said?: string[];
  decisions?: { text: string; matter?: DecisionMatter; yes?: number; no?: number; abstain?: number }[];
  points?: DemoPoint[];
  wishes?: { kind: WishKind; text: string }[];
  minutes: string;
  /** A drawing of the meeting; the sheet is signed at kinds that ask for it. */
  picture?: string;
}

/** What is published of a meeting; the record as it is, masked, unless other words are given. */
interface PublishMinutesStep {
  do: 'publish-minutes';
  meeting: string;
  minutes?: string;
  places?: NoticePlace[];
}

/** What becomes of an action point, found by words in it: finished, dropped, opened again, or its day moved. */
interface PointStep {
  do: 'action-point';
  point: string;
  step: ActionPointStep | 'move';
  note: string;
  dueOn?: StoryDay;
}

/** The owners' roster: ㎡ of every door but the exceptions, groups of doors of one owner, owners of other kinds; doors are named as in a visit. */
interface OwnersStep {
  do: 'owners';
  area: string;
  except?: Record<string, string[]>;
  groups?: Record<string, string[]>;
  kinds?: Partial<Record<OwnerKind, string[]>>;
  source?: AreaSource;
}

/** A vote is prepared: by everybody, or by '1号楼', or by '1号楼-1单元'. Later steps mean the latest vote. */
interface VoteStep {
  do: 'vote';
  title: string;
  matter: OwnersMatter;
  question: string;
  scope?: string;
  form?: VoteForm;
  /** Where it was put up outside this house; else a step posts it. */
  noticePostedOn?: StoryDay;
  opensOn: StoryDay;
  closesOn: StoryDay;
}

/** Ballots as they came, by the doors of their owners; proxies showed a written authorisation. */
interface BallotsStep {
  do: 'ballots';
  yes?: string[];
  no?: string[];
  abstain?: string[];
  invalid?: Partial<Record<SeenFault, string[]>>;
  proxies?: string[];
  receivedOn?: StoryDay;
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
    | CallStep
    | { do: 'publish-consent'; places?: NoticePlace[] }
    | MeetingStep
    | MinutesStep
    | PublishMinutesStep
    | PointStep
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
    /** The first item begins the first version. */
    | { do: 'plan-item'; item: DemoPlanItem }
    | { do: 'change-plan-item'; item: string; change: Partial<DemoPlanItem> }
    | { do: 'remove-plan-item'; item: string; reason: string }
    | { do: 'plan-sheet'; sheet: DemoPlanSheet }
    /** Shown to everybody unless `isPublic` is false. */
    | { do: 'drawing'; picture: string; caption: string; isPublic?: boolean }
    | { do: 'plan-notice'; places?: NoticePlace[]; days?: number }
    | { do: 'fix-plan' }
    | { do: 'new-plan-version'; reason: string }
    | OwnersStep
    | VoteStep
    /** The notice of the vote before it opens, of its result once it is counted. */
    | { do: 'vote-notice'; places?: NoticePlace[]; days?: number }
    | { do: 'open-vote' }
    | BallotsStep
    | { do: 'count-vote'; watchers?: CountRole[]; counters?: CountRole[] }
    | StructureStep
    | PersuadeStep
    | AgreeRemovalStep
    | RemoveStep
    | VerifyRemovalStep
    | OtherRemovalStep
    | { do: 'sign-care'; structure: string | string[]; note: string }
    | OperationStep
    /** Without a name the latest planned removal day is meant. */
    | { do: 'operation-weather'; operation?: string; wind: number; alert?: boolean }
    | { do: 'operation-notice'; operation?: string; part: string; places?: NoticePlace[] }
    | CarryOutStep
    | PatrolStep
    | PaperStep
    | {
        do: 'serve-paper';
        structure: string | string[];
        step: StatutoryStepCode;
        method: ServiceMethod;
        servedOn?: StoryDay;
      }
    | RemediesStep
    /** Without a kind the case goes on again. */
    | { do: 'halt'; structure: string | string[]; kind?: HaltKind; reason: string }
    | { do: 'cancel-operation'; operation?: string; reason: string }
    | { do: 'sketch'; picture: string; caption?: string }
    | ZoneStep
    /** The photos before and after are looked at and made public. */
    | { do: 'release-photos'; structure: string | string[] }
    | { do: 'read-ground' }
    | { do: 'zone-items'; zone: string; items: string[] }
    | { do: 'photo'; picture: string; caption: string; purpose?: 'document' }
    | WorksStep
  );

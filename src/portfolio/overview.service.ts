import { Injectable } from '@nestjs/common';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Renovation } from '../compounds/renovation.entities';
import { WaitingItem } from '../compounds/waiting-work';
import { Frame, Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { LedgerStanding } from '../domain/removal/living-ledger';
import { SurveySummary } from '../domain/survey/survey-summary';
import { LedgerTotals } from '../patrols/ledger.totals';
import { ProgressStanding, ProgressTotals } from '../progress/progress.totals';
import { StageStory, StageTotals } from '../stages/stages.totals';
import { SeenHazard, SurveyTotals } from '../surveys/surveys.totals';
import { AuditLog, LogLine } from './audit-log.service';
import { ResidentStage, ResidentStages } from './resident-stage';
import { Work } from './work.service';

/** Everything the first tab of a compound tells; what the role may not read is not there. */
export interface Overview {
  frame: Frame;
  compound: Compound;
  renovation: Renovation | null;
  story: StageStory | null;
  waiting: WaitingItem[];
  residents?: ResidentStage;
  /** Null where nothing was registered or looked at. */
  ledger?: LedgerStanding | null;
  /** How far the works are; missing before their plan is frozen. */
  works?: ProgressStanding;
  survey?: { summary: SurveySummary | undefined; hazards: SeenHazard[] };
  log?: LogLine[];
}

const shownSteps = 6;

/** Gathers from all rooms where one compound stands. */
@Injectable()
export class Overviews {
  constructor(
    private readonly desk: CompoundDesk,
    private readonly workspace: Workspace,
    private readonly stages: StageTotals,
    private readonly surveys: SurveyTotals,
    private readonly residents: ResidentStages,
    private readonly work: Work,
    private readonly record: AuditLog,
    private readonly ledger: LedgerTotals,
    private readonly progress: ProgressTotals,
  ) {}

  async of(actor: Actor, code: string): Promise<Overview> {
    const { compound, renovation } = await this.desk.current(actor, code);
    return {
      frame: await this.workspace.frame(actor, compound, 'overview'),
      compound,
      renovation,
      story: renovation && (await this.stages.story(compound, renovation)),
      waiting: await this.work.waitingFor(actor, compound.id),
      works: renovation ? (await this.progress.of([renovation.id])).get(renovation.id) : undefined,
      ...(renovation &&
        mayDo(actor.role, 'household.read') && { residents: await this.residents.of(compound, renovation) }),
      ...(mayDo(actor.role, 'removal.read') && {
        ledger: (await this.ledger.signs([compound.id])).get(compound.id) ?? null,
      }),
      ...(mayDo(actor.role, 'survey.read') && { survey: await this.surveyOf(compound.id) }),
      ...(mayDo(actor.role, 'audit.read') && { log: await this.record.lastOf(compound.id, shownSteps) }),
    };
  }

  private async surveyOf(compoundId: number): Promise<Overview['survey']> {
    const summaries = await this.surveys.summaries([compoundId]);
    return { summary: summaries.get(compoundId), hazards: await this.surveys.topHazards(compoundId) };
  }
}

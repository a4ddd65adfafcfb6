import { Injectable, NotFoundException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Compound } from '../compounds/compound.entity';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import {
  SignStep,
  allowedSignSteps,
  signBlockers,
  signStepLabel,
  signedStateAfter,
  surveyEditBlockers,
} from '../domain/survey/sign-off';
import { FileTotals } from '../files/files.totals';
import { Clock } from '../platform/clock/clock';
import { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { SheetPage, toSheet } from './sheet.presenter';
import { OfferedStep, SignPage, toSign } from './signing.presenter';
import { SurveyRecords } from './survey-records';
import { Survey } from './survey.entity';
import { signSteps } from './survey.forms';
import { SurveyDesk } from './surveys.desk';
import { surveyPaths } from './surveys.paths';
import { StartPage, SurveyPage, toStart, toSurvey } from './surveys.presenter';
import { Surveys } from './surveys.service';

/** Gathers what the pages of a survey show. */
@Injectable()
export class SurveyPages {
  constructor(
    private readonly desk: SurveyDesk,
    private readonly people: People,
    private readonly surveys: Surveys,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The latest survey of a compound, or the page from which the first begins. */
  async latest(actor: Actor, code: string, form: FormState): Promise<StartPage | SurveyPage> {
    const { compound, survey } = await this.desk.latestOf(actor, code);
    if (survey) return this.page(actor, compound, survey, form);
    const frame = await this.workspace.frame(actor, compound, 'survey', '摸底');
    return toStart(compound, form, mayDo(actor.role, 'survey.edit'), frame);
  }

  /** One survey, the latest or an earlier one. */
  async one(actor: Actor, id: number, form: FormState): Promise<SurveyPage> {
    const { survey, compound } = await this.desk.find(actor, id);
    return this.page(actor, compound, survey, form);
  }

  /** The sheet to be filled in; what is frozen leads back and says why. */
  async sheet(actor: Actor, id: number): Promise<SheetPage | SeeOther> {
    const { survey, compound } = await this.desk.find(actor, id);
    const [blocker] = surveyEditBlockers(survey.state);
    if (blocker) return seeOther(surveyPaths.index(compound.code), blocker.text);
    return this.sheetAgain(actor, id, () => formState({ ...survey }));
  }

  async sheetAgain(actor: Actor, id: number, stateOf: StateOf, isStale = false): Promise<SheetPage> {
    const { survey, compound } = await this.desk.find(actor, id);
    const frame = await this.workspace.frame(actor, compound, 'survey', '摸底表');
    return toSheet({ compound, survey, isStale }, stateOf(survey), frame);
  }

  /** The page on which a signature is given or taken back. */
  sign(actor: Actor, id: number, step: string): Promise<SignPage> {
    return this.signAgain(actor, id, step, ({ version }) =>
      formState({ step, version, onceKey: randomUUID() }),
    );
  }

  async signAgain(actor: Actor, id: number, step: unknown, stateOf: StateOf): Promise<SignPage> {
    const { survey, compound } = await this.desk.find(actor, id);
    if (!isStep(step)) throw new NotFoundException();
    const records = await this.desk.records(survey, compound);
    const facts = this.surveys.signFacts(records, actor, '');
    const offered: OfferedStep = {
      step,
      label: signStepLabel(step),
      to: signedStateAfter(step),
      // The reason is typed on this page.
      blockers: signBlockers(step, survey.state, actor.role, facts).filter(
        ({ code }) => code !== 'sign.reason',
      ),
    };
    const frame = await this.workspace.frame(actor, compound, 'survey', offered.label);
    return toSign({ compound, records, offered }, stateOf(survey), frame);
  }

  private async page(actor: Actor, compound: Compound, survey: Survey, form: FormState): Promise<SurveyPage> {
    const records = await this.desk.records(survey, compound);
    const facts = this.surveys.signFacts(records, actor, '');
    const all = await this.desk.all(compound.id);
    const mayEdit = mayDo(actor.role, 'survey.edit');
    const view = {
      records,
      photos: await this.files.byId(photoIdsOf(records)),
      missing: facts.missing,
      steps: allowedSignSteps(survey.state, actor.role, facts),
      names: await this.people.names([survey.communitySignedBy, survey.streetSignedBy]),
      all,
      today: this.clock.today(),
      mayEdit: mayEdit && !surveyEditBlockers(survey.state).length,
      mayBeginAgain: mayEdit && survey.id === all[0].id && survey.state === 'signed',
    };
    const isLatest = survey.id === all[0].id;
    const last = isLatest ? '摸底' : `第 ${survey.number} 次摸底`;
    return toSurvey(view, form, await this.workspace.frame(actor, compound, 'survey', last));
  }
}

const isStep = (step: unknown): step is SignStep => (signSteps as readonly unknown[]).includes(step);

const photoIdsOf = ({ hazards, buildings }: SurveyRecords): number[] =>
  [...hazards, ...buildings].flatMap(({ photoIds }) => photoIds);

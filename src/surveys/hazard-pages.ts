import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { People } from '../access/people.service';
import { Compound } from '../compounds/compound.entity';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { surveyEditBlockers } from '../domain/survey/sign-off';
import { FileTotals } from '../files/files.totals';
import { KeptFile } from '../files/kept-files';
import { filesOf } from '../files/photo-on-page';
import { Clock } from '../platform/clock/clock';
import { StateOf } from '../platform/web/answer-to';
import { FormState, formState } from '../platform/web/form';
import { SeeOther, seeOther } from '../platform/web/page';
import { HazardFormPage, toHazardForm } from './hazard-form.presenter';
import { HazardPage, hazardFacts, hazardName, toHazard } from './hazards.presenter';
import { FoundHazard } from './survey-records';
import { noSurvey } from './survey-refusals';
import { SurveyDesk } from './surveys.desk';
import { surveyPaths } from './surveys.paths';
import { WithdrawalPage, toHazardWithdrawal } from './withdrawal.presenter';

/** Gathers what the pages of a finding show. */
@Injectable()
export class HazardPages {
  constructor(
    private readonly desk: SurveyDesk,
    private readonly people: People,
    private readonly compounds: CompoundDesk,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The compound a finding is to be written down in, if it lies in the person's scope. */
  compound(actor: Actor, code: string): Promise<Compound> {
    return this.compounds.find(actor, code);
  }

  find(actor: Actor, id: number) {
    return this.desk.hazard(actor, id);
  }

  /** The empty form; where nothing can be written down it leads back and says why. */
  async new(actor: Actor, code: string, form: FormState): Promise<HazardFormPage | SeeOther> {
    const { survey } = await this.desk.latestOf(actor, code);
    const [blocker] = survey ? surveyEditBlockers(survey.state) : [noSurvey];
    if (blocker) return seeOther(surveyPaths.index(code), blocker.text);
    return this.newAgain(actor, code, form, []);
  }

  async newAgain(actor: Actor, code: string, form: FormState, kept: KeptFile[]): Promise<HazardFormPage> {
    const compound = await this.compounds.find(actor, code);
    const parts = {
      title: `登记隐患 · ${compound.name}`,
      heading: '登记隐患',
      action: surveyPaths.createHazard(code),
      isNew: true,
      form,
      kept,
      latest: [],
      backLink: surveyPaths.hazards(code),
    };
    return toHazardForm(parts, [], this.clock.today(), await this.frame(actor, compound, '登记隐患'));
  }

  async show(actor: Actor, id: number, stateOf: StateOf): Promise<HazardPage> {
    const { hazard, survey, compound } = await this.desk.hazard(actor, id);
    const latest = await this.desk.latest(compound.id);
    const mayEdit = mayDo(actor.role, 'survey.edit');
    const view = {
      compound,
      hazard,
      photos: await this.files.byId(hazard.photoIds),
      today: this.clock.today(),
      mayEdit: mayEdit && !surveyEditBlockers(survey.state).length,
      mayControl: mayEdit && latest?.id === survey.id,
      recordedBy: await this.nameOf(hazard.recordedBy),
    };
    return toHazard(view, stateOf(hazard), await this.frame(actor, compound, hazardName(hazard)));
  }

  /** The form of a finding; what is frozen leads back and says why. */
  async edit(actor: Actor, id: number): Promise<HazardFormPage | SeeOther> {
    const { hazard, survey } = await this.desk.hazard(actor, id);
    const [blocker] = surveyEditBlockers(survey.state);
    if (blocker) return seeOther(surveyPaths.hazard(id), blocker.text);
    return this.editAgain(actor, id, formState({ ...hazard, onceKey: randomUUID() }), [], false);
  }

  async editAgain(
    actor: Actor,
    id: number,
    form: FormState,
    kept: KeptFile[],
    wasStale: boolean,
  ): Promise<HazardFormPage> {
    const { hazard, compound } = await this.desk.hazard(actor, id);
    const parts = {
      title: `修改隐患 · ${compound.name}`,
      heading: `修改隐患：${hazardName(hazard)}`,
      action: surveyPaths.hazard(id),
      isNew: false,
      form,
      kept,
      latest: wasStale ? await this.storedFacts(hazard) : [],
      backLink: surveyPaths.hazard(id),
    };
    const photos = filesOf(hazard.photoIds, await this.files.byId(hazard.photoIds));
    return toHazardForm(parts, photos, this.clock.today(), await this.frame(actor, compound, '修改隐患'));
  }

  async withdrawal(actor: Actor, id: number, stateOf: StateOf): Promise<WithdrawalPage> {
    const { hazard, compound } = await this.desk.hazard(actor, id);
    const recordedBy = await this.nameOf(hazard.recordedBy);
    const frame = await this.frame(actor, compound, '作废隐患');
    return toHazardWithdrawal({ compound, hazard, recordedBy }, stateOf(hazard), frame);
  }

  private async storedFacts(hazard: FoundHazard) {
    const facts = hazardFacts(hazard, await this.nameOf(hazard.recordedBy));
    return [...facts, { term: '情况说明', value: hazard.description ?? '—' }];
  }

  private frame(actor: Actor, compound: Compound, last: string) {
    return this.workspace.frame(actor, compound, 'survey', last);
  }

  private async nameOf(id: number): Promise<string> {
    return (await this.people.names([id])).get(id) ?? '';
  }
}

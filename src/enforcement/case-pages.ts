import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Frame } from '../compounds/workspace';
import { Workspace } from '../compounds/workspace';
import type { Blocker } from '../domain/kernel/blocker';
import type { Actor } from '../domain/people/actor';
import { lawsuitOutcomeNames, reconsiderationOutcomeNames } from '../domain/removal/remedy-clock';
import { hearingAskedNames, viewsStatedNames } from '../domain/removal/statutory-case';
import { haltKindNames, haltSources } from '../domain/removal/statutory-halts';
import { caseBlockers, unbegunBlockers } from '../domain/removal/statutory-recording';
import { Clock } from '../platform/clock/clock';
import type { StateOf } from '../platform/web/answer-to';
import type { FactLine, Option } from '../platform/web/figures';
import { FormState, formState } from '../platform/web/form';
import { toOptions } from '../platform/web/options';
import { SeeOther, seeOther } from '../platform/web/page';
import type { StructureHead } from '../structures/structure-head.presenter';
import { structurePaths } from '../structures/structures.paths';
import { settingOf, standingOf, toStatutoryCase } from './case-records';
import { firstVersion } from './case-standings';
import { CaseAtPlace, EnforcementDesk } from './enforcement.desk';
import { haltEndNames } from './enforcement.forms';
import { enforcementPaths } from './enforcement.paths';
import { haltAbout } from './halt-words';
import { caseHead } from './paper-pages';
import { standingInWords } from './standing-words';

interface CasePage extends Frame {
  title: string;
  structure: StructureHead;
  form: FormState;
  action: string;
  backLink: string;
}

/** Hearing, views, reconsideration, lawsuit and publication (views/enforcement/remedies). */
export interface RemediesPage extends CasePage {
  /** What is stored now, where somebody else was faster. */
  latest: FactLine[];
  hearings: Option[];
  views: Option[];
  reconsiderations: Option[];
  lawsuits: Option[];
}

/** A halt to be written down (views/enforcement/halt-form). */
export interface HaltFormPage extends CasePage {
  kinds: Option[];
}

/** The end of a halt (views/enforcement/halt-end). */
export interface HaltEndPage extends CasePage {
  heading: string;
  facts: FactLine[];
  steps: Option[];
}

/** Gathers what the pages of a case show beside its papers. */
@Injectable()
export class CasePages {
  constructor(
    private readonly desk: EnforcementDesk,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The form as it is stored; where nothing can be written down it leads back and says why. */
  async remedies(actor: Actor, id: number): Promise<RemediesPage | SeeOther> {
    const found = await this.desk.find(actor, id);
    const [blocker] = blockersOf(found);
    if (blocker) return seeOther(structurePaths.show(id), blocker.text);
    const stored = standingOf(found.records) ?? {
      ...{ hearing: 'not-asked', views: 'none', version: firstVersion },
    };
    return this.remediesPage(actor, found, formState({ ...stored }), false);
  }

  async remediesAgain(actor: Actor, id: number, stateOf: StateOf, wasStale: boolean): Promise<RemediesPage> {
    const found = await this.desk.find(actor, id);
    const now = standingOf(found.records) ?? { version: firstVersion };
    return this.remediesPage(actor, found, stateOf(now), wasStale);
  }

  async newHalt(actor: Actor, id: number): Promise<HaltFormPage | SeeOther> {
    const found = await this.desk.find(actor, id);
    const [blocker] = blockersOf(found);
    if (blocker) return seeOther(structurePaths.show(id), blocker.text);
    const values = { fromOn: this.clock.today(), onceKey: randomUUID() };
    return this.haltPage(actor, found, formState(values));
  }

  async haltAgain(actor: Actor, id: number, form: FormState): Promise<HaltFormPage> {
    return this.haltPage(actor, await this.desk.find(actor, id), form);
  }

  async haltEnd(actor: Actor, id: number, stateOf: StateOf): Promise<HaltEndPage> {
    const found = await this.desk.halt(actor, id);
    const { halt } = found;
    return {
      ...(await this.casePage(actor, found, '恢复或撤回', stateOf(halt))),
      heading: haltKindNames[halt.kind],
      facts: [
        { term: '起止', value: haltAbout(halt) },
        { term: '原因和依据', value: halt.reason },
      ],
      steps: toOptions(haltEndNames),
      action: enforcementPaths.haltEnds(id),
    };
  }

  private async remediesPage(
    actor: Actor,
    found: CaseAtPlace,
    form: FormState,
    wasStale: boolean,
  ): Promise<RemediesPage> {
    const { structure, records } = found;
    const stored = standingInWords(toStatutoryCase(structure, records), standingOf(records));
    return {
      ...(await this.casePage(actor, found, '听证、复议、诉讼', form)),
      latest: wasStale ? stored.map((value, at) => ({ term: `第 ${at + 1} 项`, value })) : [],
      hearings: toOptions(hearingAskedNames),
      views: toOptions(viewsStatedNames),
      reconsiderations: toOptions(reconsiderationOutcomeNames),
      lawsuits: toOptions(lawsuitOutcomeNames),
      action: enforcementPaths.remedies(structure.id),
    };
  }

  private async haltPage(actor: Actor, found: CaseAtPlace, form: FormState): Promise<HaltFormPage> {
    return {
      ...(await this.casePage(actor, found, '中止、终结、协议', form)),
      kinds: toOptions(haltKindNames).map((option) => ({
        ...option,
        hint: haltSources[option.value as keyof typeof haltSources],
      })),
      action: enforcementPaths.createHalt(found.structure.id),
    };
  }

  private async casePage(actor: Actor, found: CaseAtPlace, last: string, form: FormState) {
    const { compound, structure } = found;
    return {
      ...(await this.workspace.frame(actor, compound, 'removals', last)),
      title: `${last} · ${compound.name}`,
      structure: caseHead(found),
      form,
      backLink: structurePaths.show(structure.id),
    };
  }
}

const blockersOf = (found: CaseAtPlace): Blocker[] => [
  ...caseBlockers(settingOf(found)),
  ...unbegunBlockers(toStatutoryCase(found.structure, found.records)),
];

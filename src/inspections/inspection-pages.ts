import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Organisations } from '../access/organisations.service';
import { People } from '../access/people.service';
import { CompoundDesk } from '../compounds/compounds.desk';
import { Workspace } from '../compounds/workspace';
import { inspectionKindNames, roundAddBlockers } from '../domain/construction/inspection';
import { worksOpenBlockers } from '../domain/construction/blocked';
import type { Actor } from '../domain/people/actor';
import { FileTotals } from '../files/files.totals';
import type { KeptFile } from '../files/kept-files';
import { Clock } from '../platform/clock/clock';
import { FormState, formState } from '../platform/web/form';
import { isKeyOf } from '../platform/web/options';
import { SeeOther, seeOther } from '../platform/web/page';
import { firmOf } from '../works/works.desk';
import { CheckSites } from './check-sites';
import { FindingDesk } from './findings.desk';
import {
  FindingFormPage,
  firstInspection,
  InspectionFormPage,
  toFindingForm,
  toInspectionForm,
} from './inspection-form.presenter';
import { InspectionPage, toInspection } from './inspection.presenter';
import { inspectionPaths } from './inspections.paths';
import { NoticeSheetPage, toNoticeSheets } from './notice-sheet.presenter';

/** Gathers what the pages of rounds show. */
@Injectable()
export class InspectionPages {
  constructor(
    private readonly compounds: CompoundDesk,
    private readonly sites: CheckSites,
    private readonly desk: FindingDesk,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly files: FileTotals,
    private readonly workspace: Workspace,
    private readonly clock: Clock,
  ) {}

  /** The form with what is usual; where nothing may be written it leads back and says why. */
  async new(actor: Actor, code: string, kind: string): Promise<InspectionFormPage | SeeOther> {
    const { renovation } = await this.compounds.current(actor, code);
    const [blocker] = worksOpenBlockers(renovation, '登记检查');
    if (blocker) return seeOther(inspectionPaths.checks(code), blocker.text);
    const chosen = isKeyOf(inspectionKindNames, kind) ? kind : 'quality';
    const first = firstInspection(actor.role, this.clock.today(), chosen);
    return this.newAgain(actor, code, formState({ ...first, onceKey: randomUUID() }), []);
  }

  async newAgain(actor: Actor, code: string, form: FormState, kept: KeptFile[]): Promise<InspectionFormPage> {
    const { compound, renovation } = await this.compounds.current(actor, code);
    const items = renovation ? (await this.sites.of(actor, renovation)).visible : [];
    const view = { compound, items, kept, role: actor.role, today: this.clock.today() };
    return toInspectionForm(view, form, await this.workspace.frame(actor, compound, 'checks', '登记检查'));
  }

  async show(actor: Actor, id: number): Promise<InspectionPage> {
    const found = await this.desk.inspection(actor, id);
    const { inspection, compound, renovation } = found;
    const names = await this.people.names([inspection.recordedBy]);
    const adding = { role: actor.role, firmId: firmOf(actor) };
    const view = {
      ...{ ...found, recordedBy: names.get(inspection.recordedBy) ?? '', now: this.clock.wallMoment() },
      mayAdd: roundAddBlockers(adding, inspection, renovation.state).length === 0,
    };
    return toInspection(view, await this.workspace.frame(actor, compound, 'checks', '检查记录'));
  }

  /** The form of one more finding; who may not add leads back and is told why. */
  async newFinding(actor: Actor, id: number): Promise<FindingFormPage | SeeOther> {
    const { inspection, renovation } = await this.desk.inspection(actor, id);
    const adding = { role: actor.role, firmId: firmOf(actor) };
    const [blocker] = roundAddBlockers(adding, inspection, renovation.state);
    if (blocker) return seeOther(inspectionPaths.inspection(id), blocker.text);
    return this.findingAgain(actor, id, formState({ severity: 'general', onceKey: randomUUID() }), []);
  }

  async findingAgain(actor: Actor, id: number, form: FormState, kept: KeptFile[]): Promise<FindingFormPage> {
    const { inspection, compound, site } = await this.desk.inspection(actor, id);
    const frame = await this.workspace.frame(actor, compound, 'checks', '登记问题');
    return toFindingForm({ compound, inspection, items: site.visible, kept }, form, frame);
  }

  /** The notices of a round, for the firms it concerns. */
  async sheets(actor: Actor, id: number): Promise<NoticeSheetPage> {
    const found = await this.desk.inspection(actor, id);
    const firmIds = [...new Set(found.site.contracts.map(({ organisationId }) => organisationId))];
    const firms = await this.organisations.byIds(firmIds);
    return toNoticeSheets({
      ...found,
      firms: new Map(firms.map((firm) => [firm.id, firm.name])),
      photos: await this.files.byId(found.findings.flatMap(({ before }) => before.slice(0, 1))),
    });
  }
}

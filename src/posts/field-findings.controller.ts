import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, NotFoundException, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Allow, CurrentSignIn, OnSite, SignedIn } from '../access/allow';
import { KeptFilesField } from '../files/kept-files.field';
import { Files } from '../files/files.service';
import type { KeptFile } from '../files/kept-files';
import { Findings } from '../inspections/findings.service';
import { OpenFinding, OpenFindings } from '../inspections/open-findings';
import { Clock } from '../platform/clock/clock';
import { OnceKey, Text, Version } from '../platform/web/fields';
import { FormState, Posted, asForm, formState } from '../platform/web/form';
import { refusedForm } from '../platform/web/form-again';
import { Answer, Page, refused, seeOther } from '../platform/web/page';
import { FieldDesk, OnSitePerson } from './field.desk';
import { FieldFindingPage, toFieldFinding } from './field-finding.presenter';
import { fieldPaths } from './field.paths';

/** How something was mended. */
class MendingForm {
  @Text({ label: '怎样整改的', max: 500, multiline: true, optional: true }) reason?: string;
  @KeptFilesField() photosKept: string[];
  @OnceKey() onceKey: string;
  @Version() version: number;
}

/** What was found on the site, as whoever mends it sees it on a phone. */
@Controller()
export class FieldFindingsController {
  constructor(
    private readonly desk: FieldDesk,
    private readonly open: OpenFindings,
    private readonly findings: Findings,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  @Get('/m/findings/:id')
  @Allow('post.write')
  @OnSite()
  @Page('field/finding')
  async show(
    @CurrentSignIn() person: SignedIn,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<FieldFindingPage> {
    const finding = await this.find(person, id);
    return this.page(finding, formState({ onceKey: randomUUID(), version: finding.version }));
  }

  @Post('/m/findings/:id/mendings')
  @Allow('post.write')
  @OnSite()
  @Page('field/finding')
  async mend(
    @CurrentSignIn() person: SignedIn,
    @Param('id', ParseIntPipe) id: number,
    @Body(asForm(MendingForm)) form: Posted<MendingForm>,
  ): Promise<Answer<FieldFindingPage>> {
    await this.find(person, id);
    const photos = await this.files.receive(form, 'photos', 'photo', person.actor);
    const errors = [...form.errors, ...photos.errors];
    if (errors.length) {
      return refused(this.page(await this.find(person, id), formState(form.raw, errors), photos.kept));
    }
    const { reason = '', onceKey, version } = form.value;
    const mending = { happenedOn: this.clock.today(), reason, onceKey, version };
    const outcome = await this.findings.mend(person.actor, id, mending, photos.taken);
    if (outcome.ok) return seeOther(fieldPaths.finding(id), '整改已提交，等另一家单位复查');
    const finding = await this.find(person, id);
    return refused(this.page(finding, refusedForm(form.raw, outcome.blockers, finding), photos.kept));
  }

  /** A finding about an item of one of this person's contracts, or about none. */
  private async find(person: OnSitePerson, id: number): Promise<OpenFinding> {
    const contracts = await this.desk.contracts(person);
    const open = await this.open.ofContracts(contracts.map(({ contract }) => contract.id));
    const finding = [...open.values()].flat().find((one) => one.id === id);
    if (!finding) throw new NotFoundException();
    return finding;
  }

  private page(finding: OpenFinding, form: FormState, kept: readonly KeptFile[] = []): FieldFindingPage {
    return toFieldFinding(finding, { today: this.clock.today(), kept }, form);
  }
}

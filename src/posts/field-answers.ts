import { Injectable } from '@nestjs/common';
import type { Blocker } from '../domain/kernel/blocker';
import { Files } from '../files/files.service';
import type { KeptFile } from '../files/kept-files';
import { FieldError, Posted } from '../platform/web/form';
import { Answer, JsonAnswer, refused, seeOther } from '../platform/web/page';
import type { MissingPhotosAnswer, PhotoAnswer, PostAnswer, RefusedAnswer } from './field-api';
import { OnSitePerson } from './field.desk';
import { FieldPhotoForm, FieldPostForm } from './field.forms';
import { fieldPaths } from './field.paths';
import { ReportPage } from './field-report.presenter';
import { FieldReportPages } from './field-report-pages';
import { Posting } from './posting.service';
import { PostingPhotos } from './posting-photos';

/** Answers to what the phone sends, to its script and to a plain form (field-api.ts). */
@Injectable()
export class FieldAnswers {
  constructor(
    private readonly posting: Posting,
    private readonly photos: PostingPhotos,
    private readonly files: Files,
    private readonly reports: FieldReportPages,
  ) {}

  /** One photo before its post. */
  async photo(person: OnSitePerson, form: Posted<FieldPhotoForm>): Promise<JsonAnswer> {
    const upload = form.files.find(({ field }) => field === 'photo');
    if (form.errors.length || !upload) return refusedInJson(form.errors, [], { lacksFile: !upload });
    const known = await this.photos.known(person, form.value);
    if (known) return photoAnswer('repeat', form.value.uuid);
    const prepared = await this.files.accept(upload, 'photo');
    if (!prepared.ok) return refusedInJson([], prepared.blockers);
    const outcome = await this.photos.keep(person, form.value, prepared.value);
    return outcome.ok ? photoAnswer(outcome.value, form.value.uuid) : refusedInJson([], outcome.blockers);
  }

  /** A post from the script. */
  async inJson(person: OnSitePerson, form: Posted<FieldPostForm>): Promise<JsonAnswer> {
    if (form.errors.length) return refusedInJson(form.errors, []);
    const { outcome, refusal } = await this.posting.send(person, form.value);
    if (outcome.ok) {
      const { state, id, warnings } = outcome.value;
      const answer: PostAnswer = {
        ...{ state, id, uuid: form.value.uuid, link: fieldPaths.post(id) },
        warnings: warnings.map(({ text }) => text),
      };
      return new JsonAnswer(state === 'sent' ? 201 : 200, answer);
    }
    if (refusal.missing.length) {
      const blockers = outcome.blockers.map(({ text }) => text);
      const answer: MissingPhotosAnswer = { missingPhotos: refusal.missing, blockers };
      return new JsonAnswer(409, answer);
    }
    return refusedInJson([], outcome.blockers, { of: refusal.of ?? undefined });
  }

  /** A post from the plain form, its photos in it. Refused, the form stands again with everything in it. */
  async inPage(person: OnSitePerson, form: Posted<FieldPostForm>): Promise<Answer<ReportPage>> {
    const photos = await this.files.receive(form, 'photos', 'photo', person.actor);
    const errors = [...form.errors, ...photos.errors];
    if (errors.length) return this.again(person, form, { errors, kept: photos.kept });
    const { outcome } = await this.posting.send(person, form.value, photos.taken);
    if (!outcome.ok) {
      return this.again(person, form, { blockers: outcome.blockers, kept: photos.kept });
    }
    const { state, id, warnings } = outcome.value;
    const said = state === 'repeat' ? '这份日报已经收到过，没有重复' : '日报已提交，等确认';
    return seeOther(fieldPaths.post(id), [said, ...warnings.map(({ text }) => text)].join('。'));
  }

  private async again(
    person: OnSitePerson,
    { raw, value }: Posted<FieldPostForm>,
    refusal: { errors?: FieldError[]; blockers?: Blocker[]; kept: KeptFile[] },
  ): Promise<Answer<ReportPage>> {
    const { errors = [], blockers = [], kept } = refusal;
    const asked = {
      contractId: Number(value.contractId) || 0,
      on: typeof value.workedOn === 'string' ? value.workedOn : '',
      pointId: 0,
    };
    return refused(await this.reports.report(person, asked, { raw, errors, blockers, kept }));
  }
}

const photoAnswer = (state: PhotoAnswer['state'], uuid: string): JsonAnswer => {
  const answer: PhotoAnswer = { state, uuid };
  return new JsonAnswer(state === 'kept' ? 201 : 200, answer);
};

function refusedInJson(
  errors: readonly FieldError[],
  blockers: readonly Blocker[],
  { lacksFile = false, of }: { lacksFile?: boolean; of?: number } = {},
): JsonAnswer {
  const said = [
    ...errors.map(({ field, message }) => ({ code: `form.${field}`, text: message })),
    ...(lacksFile ? [{ code: 'form.photo', text: '没有收到照片，请重新拍一张' }] : []),
    ...blockers,
  ];
  const answer: RefusedAnswer = {
    blockers: said.map(({ text }) => text),
    codes: said.map(({ code }) => code),
    ...(of !== undefined && { of }),
  };
  return new JsonAnswer(422, answer);
}

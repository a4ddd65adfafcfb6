import { documentPurposes } from '../domain/files/file-purposes';
import { Choice, OnceKey, Text, Tick, Version } from '../platform/web/fields';
import { KeptFilesField } from './kept-files.field';

/** Photos or documents that are uploaded; the files are beside the fields. */
export class UploadForm {
  @Choice({ label: '用途', of: documentPurposes }) purpose: (typeof documentPurposes)[number];
  @Text({ label: '说明', max: 60, optional: true }) caption?: string;
  @KeptFilesField() filesKept: string[];
  @OnceKey() onceKey: string;
}

/** A photo that is made public: its words, and that nobody is recognisable. */
export class PublishForm {
  @Text({ label: '照片说明', max: 60, optional: true }) caption?: string;
  @Tick() unrecognisable: boolean;
  @Version() version: number;
}

/** Why a public photo is taken back. */
export class WithdrawForm {
  @Text({ label: '撤下原因', max: 200 }) reason: string;
  @Version() version: number;
}

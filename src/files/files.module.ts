import { Global, Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { FileBytes } from './file-bytes.service';
import { FileController } from './file.controller';
import { FileHolds } from './file-holds';
import { FileIntake } from './file-intake.service';
import { FileSights } from './file-sights';
import { FilesController } from './files.controller';
import { FilesDesk } from './files.desk';
import { Files } from './files.service';
import { FileTotals } from './files.totals';
import { OnceWithFiles } from './once-with-files';
import { OrphanSweep } from './orphan-sweep.service';
import { StoredFile } from './stored-file.entity';
import { Uploads } from './uploads.service';

/** The one pipeline for every photo and document. Needs FILE_PLACES from the floor above. */
@Global()
@Module({
  imports: recordsOf(StoredFile),
  controllers: [FilesController, FileController],
  providers: [
    FileBytes,
    FileHolds,
    FileIntake,
    Files,
    FilesDesk,
    FileSights,
    FileTotals,
    OnceWithFiles,
    OrphanSweep,
    Uploads,
  ],
  exports: [FileBytes, FileHolds, Files, FilesDesk, FileSights, FileTotals, OnceWithFiles],
})
export class FilesModule {}

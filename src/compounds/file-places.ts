import { Global, Injectable, Module } from '@nestjs/common';
import { Actor } from '../domain/people/actor';
import { FILE_PLACES, FilePlace, FilePlaces, PlaceFrame } from '../files/file-places';
import { filesPaths } from '../files/files.paths';
import { Compound } from './compound.entity';
import { CompoundDesk } from './compounds.desk';
import { Workspace } from './workspace';

/** Tells the files room which compounds a person may see, and frames its page as a tab of the workspace. */
@Injectable()
export class CompoundFilePlaces implements FilePlaces {
  constructor(
    private readonly desk: CompoundDesk,
    private readonly workspace: Workspace,
  ) {
    workspace.register({
      key: 'files',
      label: '资料',
      link: filesPaths.index,
      action: 'file.read',
      position: 80,
      group: 'compound',
    });
  }

  find(actor: Actor, code: string): Promise<Compound> {
    return this.desk.find(actor, code);
  }

  findById(actor: Actor, id: number): Promise<Compound> {
    return this.desk.findById(actor, id);
  }

  async frame(actor: Actor, place: FilePlace, last?: string): Promise<PlaceFrame> {
    const compound = await this.desk.findById(actor, place.id);
    return this.workspace.frame(actor, compound, 'files', last);
  }
}

/** What the files room needs from the floor above it. */
@Global()
@Module({ providers: [{ provide: FILE_PLACES, useClass: CompoundFilePlaces }], exports: [FILE_PLACES] })
export class FilePlacesModule {}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FilePurpose } from '../domain/files/file-purposes';
import type { Actor } from '../domain/people/actor';
import { structureKinds } from '../domain/removal/structure-kinds';
import { Files } from '../files/files.service';
import type { PreparedFile } from '../files/uploads.service';
import { StructureFile, StructureFileKind } from './structure.entities';
import type { StructureAtPlace } from './structures.desk';

const about: Record<StructureFileKind, { purpose: FilePurpose; words: string }> = {
  before: { purpose: 'structure', words: '拆除前' },
  after: { purpose: 'structure', words: '拆除后' },
  waste: { purpose: 'structure', words: '拆除后清运' },
  consent: { purpose: 'removal-paper', words: '签字文书' },
  inventory: { purpose: 'removal-paper', words: '物品清单' },
  document: { purpose: 'removal-paper', words: '依据文件' },
};

/** Photos and papers of structures; the captions of photos may become public, so they say kind and moment only. */
@Injectable()
export class StructureFiles {
  constructor(private readonly files: Files) {}

  /** Gives these files to a structure, inside a unit of work; with the step they came with, if they came with one. */
  async attach(
    tx: EntityManager,
    actor: Actor,
    { structure, compound }: Pick<StructureAtPlace, 'structure' | 'compound'>,
    files: readonly PreparedFile[],
    kind: StructureFileKind,
    eventId: number | null = null,
  ): Promise<void> {
    const { purpose, words } = about[kind];
    const caption = `${structureKinds[structure.kind].suspected}，${words}`;
    for (const prepared of files) {
      const belonging = { compoundId: compound.id, purpose, actor, caption };
      const { id: fileId } = await this.files.attach(tx, prepared, belonging);
      await tx.insert(StructureFile, {
        ...{ structureId: structure.id, fileId, kind, eventId, droppedOn: null },
      });
    }
  }
}

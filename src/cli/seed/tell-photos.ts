import { Outcome, done } from '../../domain/kernel/outcome';
import { FilesDesk } from '../../files/files.desk';
import { StructureDesk } from '../../structures/structures.desk';
import { granted } from './granted';
import { structureOf } from './tell-structures';
import { Moment, StepOf } from './telling';

/** Looks at the photos before and after of structures and lets everybody see them. */
export async function releasePhotos(
  moment: Moment,
  step: StepOf<'release-photos'>,
): Promise<Outcome<unknown>> {
  const { app, actor } = moment;
  const structures = await Promise.all([step.structure].flat().map((words) => structureOf(moment, words)));
  const rows = await app.get(StructureDesk).files(structures.map(({ id }) => id));
  for (const { fileId, kind } of rows) {
    if (kind !== 'before' && kind !== 'after') continue;
    const file = await app.get(FilesDesk).find(actor, fileId);
    const { caption, version } = file.file;
    const publication = { caption, unrecognisable: true, version };
    granted(await app.get(FilesDesk).publish(actor, file, publication), caption);
  }
  return done(undefined);
}

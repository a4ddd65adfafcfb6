import { INestApplicationContext } from '@nestjs/common';
import { UserAccount } from '../../src/access/entities';
import { papersTo } from '../../src/domain/removal/given-removal';
import { StatutoryStepCode } from '../../src/domain/removal/statutory-steps';
import {
  StatutoryPaper,
  StatutoryPaperFile,
  StatutoryStanding,
} from '../../src/enforcement/enforcement.entities';
import { StoredFile } from '../../src/files/stored-file.entity';
import { write } from './portfolio';
import { insert } from './rows';

/** The papers of the story of the law up to this step, with their scans, without walking the forms. */
export async function givenPapers(
  app: INestApplicationContext,
  { compoundId, structureId }: { compoundId: number; structureId: number },
  upTo: StatutoryStepCode = 'announced',
): Promise<void> {
  await write(app, async (tx) => {
    const { id: userId } = await tx.findOneByOrFail(UserAccount, { login: 'manager' });
    const at = '2026-03-13T02:00:00.000Z';
    for (const { service, carries, files, ...told } of papersTo(upTo)) {
      const paperId = await insert(tx, StatutoryPaper, {
        ...{ ...told, structureId, round: 0, carries: carries.join(','), recordedBy: userId, recordedAt: at },
        ...{ serviceMethod: service?.method ?? null, servedOn: service?.servedOn ?? null },
      });
      const kinds = [...Array<'paper'>(files).fill('paper'), ...(service ? (['proof'] as const) : [])];
      for (const kind of kinds) {
        const name = `${structureId}-${told.step}-${kind}`;
        const fileId = await insert(tx, StoredFile, {
          ...{ publicId: name.slice(-22), storedName: name.slice(-32), kind: 'document', bytes: 1 },
          ...{ originalName: '文书.pdf', mediaType: 'application/pdf', sha256: 'x', compoundId },
          ...{ purpose: 'removal-paper', caption: '', uploadedBy: userId, createdAt: at },
        });
        await insert(tx, StatutoryPaperFile, { paperId, fileId, kind });
      }
    }
    await insert(tx, StatutoryStanding, { structureId, round: 0, conclusion: 'must-remove' });
  });
}

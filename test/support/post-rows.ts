import { randomUUID } from 'node:crypto';
import { INestApplicationContext } from '@nestjs/common';
import { Files } from '../../src/files/files.service';
import type { PreparedFile } from '../../src/files/uploads.service';
import { PostPhoto, PostRecord, PostValueRecord } from '../../src/posts/post.entities';
import { photo } from '../fixtures/files/photos';
import { actorOf } from './actors';
import { write } from './portfolio';
import { insert } from './rows';

interface Where {
  compoundId: number;
  renovationId: number;
}

/** What a post of a test says; it is sent by the foreman's own account unless it says otherwise. */
export interface GivenPost {
  contractId: number;
  workedOn: string;
  values?: { itemId: number; value: number; reason?: string }[];
  by?: string;
  photos?: number;
  row?: Partial<PostRecord>;
}

/** A post as it lies there once it was sent at six in the evening of its day, without walking the phone. */
export async function givenPostRow(
  app: INestApplicationContext,
  where: Where,
  { contractId, workedOn, values = [], by = 'builder', photos = 0, row = {} }: GivenPost,
): Promise<number> {
  const actor = await actorOf(app, by);
  const prepared: PreparedFile[] = [];
  for (let at = 0; at < photos; at += 1) {
    const bytes = await photo('jpeg', { width: 640 + at, gps: true });
    const taken = await app.get(Files).accept({ name: '现场.jpg', declaredType: 'image/jpeg', bytes });
    if (!taken.ok) throw new Error(taken.blockers[0].text);
    prepared.push(taken.value);
  }
  const sentAt = `${workedOn}T10:00:00.000Z`;
  return write(app, async (tx) => {
    const id = await insert(tx, PostRecord, {
      ...{ ...where, uuid: randomUUID(), contractId, workedOn, kind: 'work', workers: 9, weather: 'sunny' },
      ...{ holdups: [], effects: [], sentence: '', state: 'sent', fingerprint: randomUUID() },
      ...{ postedBy: actor.userId, sentAt },
      postedFirmId: actor.role === 'contractor' ? actor.organisationId : null,
      ...row,
    });
    for (const { itemId, value, reason = '' } of values) {
      await tx.insert(PostValueRecord, { postId: id, itemId, value, reason });
    }
    for (const [position, file] of prepared.entries()) {
      const belonging = { compoundId: where.compoundId, purpose: 'post' as const, actor };
      const { id: fileId } = await app.get(Files).attach(tx, file, belonging);
      await tx.insert(PostPhoto, {
        ...{ uuid: randomUUID(), contractId, postId: id, fileId, position, sentBy: actor.userId, sentAt },
      });
    }
    return id;
  });
}

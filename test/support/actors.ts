import { INestApplicationContext } from '@nestjs/common';
import { Organisations } from '../../src/access/organisations.service';
import { People } from '../../src/access/people.service';
import { Actor } from '../../src/domain/people/actor';

/** Who acts when this login of the cast is signed in, for rooms that are asked without a page. */
export async function actorOf(app: INestApplicationContext, login: string): Promise<Actor> {
  const { id, name, role, organisationId } = (await app.get(People).all()).find(
    (one) => one.login === login,
  )!;
  const [organisation] = await app.get(Organisations).byIds([organisationId]);
  return { userId: id, name, role, organisationId, organisationName: organisation.name };
}

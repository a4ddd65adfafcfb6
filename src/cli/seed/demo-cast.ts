import { INestApplicationContext } from '@nestjs/common';
import { Organisations } from '../../access/organisations.service';
import { People } from '../../access/people.service';
import type { Actor } from '../../domain/people/actor';
import { granted } from './granted';
import type { DemoCast } from './demo-story';

/** The people of the demo as the services know them, and where they belong. */
export interface Cast {
  actor(login: string): Actor;
  organisationId(code: string): number;
  /** The login of the community worker of this community; the street manager where there is none. */
  workerOf(communityCode: string): string;
  /** The street manager and the district officer above this community. */
  managerOf(communityCode: string): string;
  officerOf(communityCode: string): string;
}

/** Makes the firms and accounts of the demo, all with the one documented password. */
export async function makeCast(app: INestApplicationContext, demo: DemoCast): Promise<Cast> {
  const organisations = app.get(Organisations);
  const people = app.get(People);
  const firms = demo.firms.map((firm) => ({ ...firm, kind: 'firm' as const }));
  granted(await organisations.load(firms), 'firms');
  const all = new Map((await organisations.all()).map((one) => [one.code, one]));
  const actors = new Map<string, Actor>();
  for (const { login, name, role, organisation: code } of demo.people) {
    const organisation = all.get(code)!;
    const person = { login, name, role, organisationId: organisation.id };
    const { id } = granted(await people.create(null, person), login);
    granted(await people.setPassword(id, demo.password, false), login);
    const { organisationId } = person;
    actors.set(login, { userId: id, name, role, organisationId, organisationName: organisation.name });
  }
  const loginAt = (code: string, role: string) =>
    demo.people.find((one) => one.organisation === code && one.role === role)?.login;
  const managerOf = (community: string) => loginAt(`${community.slice(0, 9)}000`, 'street-manager')!;
  return {
    actor: (login) => actors.get(login)!,
    organisationId: (code) => all.get(code)!.id,
    workerOf: (community) => loginAt(community, 'community-worker') ?? managerOf(community),
    managerOf,
    officerOf: (community) => loginAt(`${community.slice(0, 6)}000000`, 'district-officer')!,
  };
}

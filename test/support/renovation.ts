import { INestApplicationContext } from '@nestjs/common';
import { Organisations } from '../../src/access/organisations.service';
import { Compounds } from '../../src/compounds/compounds.service';
import { Renovation, RenovationParty } from '../../src/compounds/renovation.entities';
import { StageFacts } from '../../src/compounds/stage-facts';
import { Fact, FactCode } from '../../src/domain/renovation/facts';
import { firstPosition } from '../../src/domain/renovation/stages';
import { places } from './cast';
import { write } from './portfolio';
import { insert } from './rows';
import { sampleCompound } from './sample-compound';

/** 丰乐路106号院 with a micro renovation of 19.8 万元 just opened and a builder on it, without walking the forms. */
export async function openedRenovation(
  app: INestApplicationContext,
  change: Partial<Renovation> = {},
): Promise<{ compoundId: number; renovationId: number }> {
  const row = await sampleCompound(app);
  const builder = await app.get(Organisations).byCode(places.builder);
  return write(app, async (tx) => {
    const compoundId = await app.get(Compounds).insert(tx, row);
    const renovationId = await insert(tx, Renovation, {
      ...firstPosition,
      compoundId,
      sequence: 1,
      name: '丰乐路106号院微改造',
      track: 'micro',
      isCurrent: true,
      estimatedFen: 19_800_000,
      openedOn: '2026-03-01',
      ...change,
    });
    const fromOn = '2026-03-01';
    await tx.insert(RenovationParty, {
      renovationId,
      organisationId: builder!.id,
      role: 'contractor',
      fromOn,
    });
    return { compoundId, renovationId };
  });
}

/** The renovation is over since this day: its rooms take nothing more. */
export const closeRenovation = (app: INestApplicationContext, id: number, on: string): Promise<unknown> =>
  write(app, (tx) => tx.update(Renovation, { id }, { state: 'closed', closedOn: on }));

/** How the facts of a renovation stand at its gates, by code; a fact nobody supplies is not there. */
export async function factStates(
  app: INestApplicationContext,
  place: { compoundId: number; renovationId: number },
): Promise<Partial<Record<FactCode, Fact['state']>>> {
  const facts = await app.get(StageFacts).gather(place);
  return Object.fromEntries(facts.map(({ code, state }) => [code, state]));
}

/** A room that is asked before all others and says what the test wants it to say. */
export class SpokenFacts {
  private readonly met = new Set<FactCode>();

  constructor(app: INestApplicationContext) {
    const rooms = app.get(StageFacts);
    const gather = rooms.gather.bind(rooms);
    rooms.gather = async (question) => [...this.facts(), ...(await gather(question))];
  }

  say(...codes: FactCode[]): void {
    codes.forEach((code) => this.met.add(code));
  }

  private facts(): Fact[] {
    return [...this.met].map((code) => ({ code, state: 'met', detail: '已办', link: '/work' }));
  }
}

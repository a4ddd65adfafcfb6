import { Injectable, OnModuleInit } from '@nestjs/common';
import { CompoundSign, CompoundSigns } from '../compounds/compound-signs';
import type { Actor } from '../domain/people/actor';
import { mayDo } from '../domain/people/permissions';
import { Clock } from '../platform/clock/clock';
import { lookedInWords, signMark } from './ledger-words';
import { LedgerTotals } from './ledger.totals';

/** The signs beside the compounds of the register, for those who may read of removals. */
@Injectable()
export class LedgerSigns implements OnModuleInit {
  constructor(
    private readonly signs: CompoundSigns,
    private readonly ledger: LedgerTotals,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.signs.register((actor, compoundIds) => this.of(actor, compoundIds));
  }

  private async of(actor: Actor, compoundIds: readonly number[]): Promise<Map<number, CompoundSign>> {
    if (!mayDo(actor.role, 'removal.read')) return new Map();
    const today = this.clock.today();
    const standings = await this.ledger.signs(compoundIds);
    return new Map(
      [...standings].map(([id, one]) => [id, { mark: signMark(one), note: lookedInWords(one, today) }]),
    );
  }
}

import { Global, Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { Compound } from './compound.entity';
import { CompoundDesk } from './compounds.desk';
import { CompoundContact } from './contact.entity';
import { Building, Dwelling } from './door.entities';
import { Renovation, RenovationParty } from './renovation.entities';
import { StageFacts } from './stage-facts';
import { Workspace } from './workspace';

/** The hub: the register of compounds, their doors and renovations; every other room builds on it. */
@Global()
@Module({
  imports: recordsOf(Compound, CompoundContact, Building, Dwelling, Renovation, RenovationParty),
  providers: [CompoundDesk, StageFacts, Workspace],
  exports: [CompoundDesk, StageFacts, Workspace],
})
export class CompoundsModule {}

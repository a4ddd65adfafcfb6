import { Global, Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { Compound } from './compound.entity';
import { CompoundsController } from './compounds.controller';
import { CompoundDesk } from './compounds.desk';
import { CompoundFacts } from './compounds.facts';
import { CompoundList } from './compounds.list';
import { CompoundSigns } from './compound-signs';
import { Compounds } from './compounds.service';
import { CompoundContact } from './contact.entity';
import { ContactsController } from './contacts.controller';
import { Contacts } from './contacts.service';
import { Building, Dwelling } from './door.entities';
import { DoorLayers } from './door-layers';
import { DoorUses } from './door-uses';
import { DoorsController } from './doors.controller';
import { Doors } from './doors.service';
import { PostedNotices } from './posted-notices';
import { Previews } from './previews';
import { PublicAddress } from './public-address';
import { PublishedPhones } from './published-phones';
import { Renovation, RenovationParty } from './renovation.entities';
import { RenovationsController } from './renovations.controller';
import { Renovations } from './renovations.service';
import { StageFacts } from './stage-facts';
import { WaitingWork } from './waiting-work';
import { Workspace } from './workspace';

/** The hub: the register of compounds, their doors and renovations; every other room builds on it. */
@Global()
@Module({
  imports: recordsOf(Compound, CompoundContact, Building, Dwelling, Renovation, RenovationParty),
  controllers: [CompoundsController, DoorsController, ContactsController, RenovationsController],
  providers: [
    CompoundDesk,
    CompoundFacts,
    CompoundList,
    CompoundSigns,
    Compounds,
    Contacts,
    Doors,
    DoorLayers,
    DoorUses,
    PostedNotices,
    PublicAddress,
    Previews,
    PublishedPhones,
    Renovations,
    StageFacts,
    WaitingWork,
    Workspace,
  ],
  exports: [
    CompoundDesk,
    CompoundSigns,
    Compounds,
    Contacts,
    Doors,
    DoorLayers,
    DoorUses,
    PostedNotices,
    PublicAddress,
    Previews,
    PublishedPhones,
    Renovations,
    StageFacts,
    WaitingWork,
    Workspace,
  ],
})
export class CompoundsModule {}

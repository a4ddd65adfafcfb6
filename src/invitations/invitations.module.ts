import { Module, OnModuleInit } from '@nestjs/common';
import { CompoundsModule } from '../compounds/compounds.module';
import { recordsOf } from '../platform/database/database.module';
import { WorkLinks } from '../works/work-links';
import { WorksModule } from '../works/works.module';
import { EnterController } from './enter.controller';
import { Entering } from './entering';
import { InvitationRecord, PhoneRecord } from './invitation.entities';
import { InvitationPages } from './invitation-pages';
import { InvitationsController } from './invitations.controller';
import { Invitations } from './invitations.service';
import { invitationsPaths } from './invitations.paths';
import { SitePhones } from './site-phones';

/** A foreman's link, QR and PIN for one contract; the phones that came by them. */
@Module({
  imports: [...recordsOf(InvitationRecord, PhoneRecord), CompoundsModule, WorksModule],
  controllers: [InvitationsController, EnterController],
  providers: [Entering, InvitationPages, Invitations, SitePhones],
  exports: [Invitations, SitePhones],
})
export class InvitationsModule implements OnModuleInit {
  constructor(private readonly links: WorkLinks) {}

  onModuleInit(): void {
    this.links.registerContract({
      ...{ label: '邀请现场填报', action: 'post.invite', link: ({ id }) => invitationsPaths.ofContract(id) },
      isOffered: ({ role, state }) => role === 'contractor' && state === 'running',
    });
  }
}

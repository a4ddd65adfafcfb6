import { Module, OnModuleInit } from '@nestjs/common';
import { DoorLayers } from '../compounds/door-layers';
import { DoorUses } from '../compounds/door-uses';
import { PostedNotices } from '../compounds/posted-notices';
import { Workspace } from '../compounds/workspace';
import { recordsOf } from '../platform/database/database.module';
import { WishChanges } from './wish-changes.service';
import { DoorWishes } from './door-wishes';
import { WishEntry, WishRecord } from './wish.entities';
import { WishPages } from './wish-pages';
import { WishSteps } from './wish-steps';
import { WishesController } from './wishes.controller';
import { WishDesk } from './wishes.desk';
import { wishPaths } from './wishes.paths';
import { Wishes } from './wishes.service';
import { WishTotals } from './wishes.totals';
import { WishesWaiting } from './wishes.waiting';

/** What residents wish or object to, and what became of it. */
@Module({
  imports: recordsOf(WishRecord, WishEntry),
  controllers: [WishesController],
  providers: [DoorWishes, WishChanges, WishDesk, WishPages, Wishes, WishesWaiting, WishSteps, WishTotals],
  exports: [WishChanges, WishDesk, Wishes, WishSteps, WishTotals],
})
export class WishesModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly doorUses: DoorUses,
    private readonly layers: DoorLayers,
    private readonly notices: PostedNotices,
    private readonly desk: WishDesk,
    private readonly doorWishes: DoorWishes,
  ) {}

  onModuleInit(): void {
    this.workspace.register({
      key: 'wishes',
      label: '居民意见',
      link: (code) => wishPaths.index(code),
      action: 'wish.read',
      position: 25,
      group: 'residents',
    });
    this.doorUses.register(async (tx, dwellingId) =>
      (await tx.existsBy(WishRecord, { dwellingId })) ? '居民意见' : undefined,
    );
    this.layers.registerHistory(this.doorWishes);
    this.notices.registerObjections({
      toNotice: async (code, noticeId) => ({
        ...(await this.desk.objectionsTo(noticeId)),
        link: wishPaths.index(code, { notice: noticeId }),
        newLink: wishPaths.new(code, { notice: noticeId }),
      }),
    });
  }
}

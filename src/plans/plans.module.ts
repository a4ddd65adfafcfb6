import { Module, OnModuleInit } from '@nestjs/common';
import { StageFacts } from '../compounds/stage-facts';
import { Workspace } from '../compounds/workspace';
import { NoticeSubjects } from '../notices/notice-subjects';
import { NoticesModule } from '../notices/notices.module';
import { recordsOf } from '../platform/database/database.module';
import { VotesModule } from '../votes/votes.module';
import { WishSteps } from '../wishes/wish-steps';
import { WishesModule } from '../wishes/wishes.module';
import { ItemPages } from './item-pages';
import { PlanAnswers } from './plan-answers.service';
import { PlanDrawingsController } from './plan-drawings.controller';
import { PlanDrawings } from './plan-drawings.service';
import { PlanFixingController } from './plan-fixing.controller';
import { PlanFixing } from './plan-fixing.service';
import { PlanItemsController } from './plan-items.controller';
import { PlanItems } from './plan-items.service';
import { PlanLineMarks } from './plan-line-marks';
import { PlanLinks } from './plan-links';
import { PlanObjections } from './plan-objections';
import { PlanPages } from './plan-pages';
import { PlanPostingController } from './plan-posting.controller';
import { PlanPosting } from './plan-posting.service';
import { PlanDrawing, PlanItemHazard, PlanItemRecord, PlanItemWish, PlanVersion } from './plan.entities';
import { PlansController } from './plans.controller';
import { PlanDesk } from './plans.desk';
import { PlanFactSource } from './plans.facts';
import { plansPaths } from './plans.paths';
import { Plans } from './plans.service';
import { PlanTotals } from './plans.totals';
import { PlansWaiting } from './plans.waiting';
import { PostingPages } from './posting-pages';
import { WishAdoptionController } from './wish-adoption.controller';
import { WishAdoption } from './wish-adoption.service';

/** The plan of a compound (一院一案): what is done, posted, objected to, fixed, and changed by a later version. */
@Module({
  imports: [
    ...recordsOf(PlanVersion, PlanItemRecord, PlanItemHazard, PlanItemWish, PlanDrawing),
    NoticesModule,
    WishesModule,
    VotesModule,
  ],
  controllers: [
    PlansController,
    PlanItemsController,
    PlanDrawingsController,
    PlanPostingController,
    PlanFixingController,
    WishAdoptionController,
  ],
  providers: [
    ItemPages,
    PlanAnswers,
    PlanDesk,
    PlanDrawings,
    PlanFactSource,
    PlanFixing,
    PlanItems,
    PlanLineMarks,
    PlanLinks,
    PlanObjections,
    PlanPages,
    PlanPosting,
    Plans,
    PlansWaiting,
    PlanTotals,
    PostingPages,
    WishAdoption,
  ],
  exports: [PlanLineMarks, PlanTotals],
})
export class PlansModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly facts: StageFacts,
    private readonly source: PlanFactSource,
    private readonly subjects: NoticeSubjects,
    private readonly wishSteps: WishSteps,
  ) {}

  onModuleInit(): void {
    this.workspace.register({
      key: 'plan',
      label: '方案',
      link: (code) => plansPaths.index(code),
      action: 'plan.read',
      position: 40,
      group: 'residents',
    });
    this.facts.register(this.source);
    this.subjects.register({
      kinds: ['plan'],
      tab: 'plan',
      label: '看这一版方案',
      link: (versionId) => plansPaths.version(versionId),
    });
    this.wishSteps.register({ label: '列入改造方案', link: plansPaths.adopt, action: 'plan.edit' });
  }
}

import { Module, OnModuleInit } from '@nestjs/common';
import { DoorLayers } from '../compounds/door-layers';
import { DoorUses } from '../compounds/door-uses';
import { StageFacts } from '../compounds/stage-facts';
import { Workspace } from '../compounds/workspace';
import { NoticeSubjects } from '../notices/notice-subjects';
import { NoticesModule } from '../notices/notices.module';
import { recordsOf } from '../platform/database/database.module';
import { WishesModule } from '../wishes/wishes.module';
import { CallPages } from './call-pages';
import { CallsController } from './calls.controller';
import { Calls } from './calls.service';
import { ConsentLayers } from './consent-layers';
import { ConsentResult, ConsentResultCount } from './consent-result.entities';
import { ConsentResults } from './consent-results';
import { EveningSheetPages } from './evening-sheet-pages';
import { EveningSheetsController } from './evening-sheets.controller';
import { EveningSheets } from './evening-sheets.service';
import { HouseholdAnswerRecord, HouseholdCallRecord } from './household-call.entities';
import { HouseholdPages } from './household-pages';
import { HouseholdsController } from './households.controller';
import { HouseholdDesk } from './households.desk';
import { HouseholdFactSource } from './households.facts';
import { householdPaths } from './households.paths';
import { HouseholdTotals } from './households.totals';
import { HouseholdsWaiting } from './households.waiting';
import { PublicationController } from './publication.controller';

/** The households: asked door by door, shown door by door, and what they say together. */
@Module({
  imports: [
    ...recordsOf(HouseholdCallRecord, HouseholdAnswerRecord, ConsentResult, ConsentResultCount),
    NoticesModule,
    WishesModule,
  ],
  controllers: [HouseholdsController, CallsController, EveningSheetsController, PublicationController],
  providers: [
    CallPages,
    Calls,
    ConsentLayers,
    ConsentResults,
    EveningSheetPages,
    EveningSheets,
    HouseholdDesk,
    HouseholdFactSource,
    HouseholdPages,
    HouseholdsWaiting,
    HouseholdTotals,
  ],
  exports: [HouseholdTotals],
})
export class HouseholdsModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly facts: StageFacts,
    private readonly doorUses: DoorUses,
    private readonly doorLayers: DoorLayers,
    private readonly subjects: NoticeSubjects,
    private readonly source: HouseholdFactSource,
    private readonly layers: ConsentLayers,
  ) {}

  onModuleInit(): void {
    this.workspace.register({
      key: 'households',
      label: '住户',
      link: (code) => householdPaths.index(code),
      action: 'household.read',
      position: 15,
      group: 'residents',
    });
    this.facts.register(this.source);
    for (const layer of this.layers.all()) this.doorLayers.register(layer);
    this.doorUses.register(async (tx, dwellingId) =>
      (await tx.existsBy(HouseholdCallRecord, { dwellingId })) ? '意愿征询记录' : undefined,
    );
    this.subjects.register({
      kinds: ['consent-result'],
      tab: 'households',
      label: '看征询结果',
      link: (_, code) => householdPaths.publication(code),
    });
  }
}

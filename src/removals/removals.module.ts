import { Module, OnModuleInit } from '@nestjs/common';
import { StageFacts } from '../compounds/stage-facts';
import { Workspace } from '../compounds/workspace';
import { EnforcementModule } from '../enforcement/enforcement.module';
import { PersuasionModule } from '../persuasion/persuasion.module';
import { PlansModule } from '../plans/plans.module';
import { recordsOf } from '../platform/database/database.module';
import { StructuresModule } from '../structures/structures.module';
import { ZonesModule } from '../zones/zones.module';
import { CareSignOffs } from './care-sign-offs.service';
import { CasePages } from './case-pages';
import { RemovalCases } from './removal-cases';
import { RemovalPages } from './removal-pages';
import { RemovalSteps } from './removal-steps.service';
import { RemovalCheck } from './removal.entities';
import { RemovalsController } from './removals.controller';
import { RemovalFactSource } from './removals.facts';
import { removalsPaths } from './removals.paths';
import { RemovalTotals } from './removals.totals';
import { RemovalsWaiting } from './removals.waiting';
import { StepPages } from './step-pages';
import { StepRows } from './step-rows.service';
import { StructureStepsController } from './structure-steps.controller';

/** Removals: the case of a structure, the ways to remove it, what came of it, and who verified it. */
@Module({
  imports: [
    ...recordsOf(RemovalCheck),
    ...[StructuresModule, PersuasionModule, EnforcementModule, ZonesModule, PlansModule],
  ],
  controllers: [RemovalsController, StructureStepsController],
  providers: [
    ...[CareSignOffs, CasePages, RemovalCases, RemovalFactSource, RemovalPages, RemovalSteps],
    ...[RemovalsWaiting, RemovalTotals, StepPages, StepRows],
  ],
  exports: [RemovalCases, RemovalSteps, RemovalTotals],
})
export class RemovalsModule implements OnModuleInit {
  constructor(
    private readonly workspace: Workspace,
    private readonly facts: StageFacts,
    private readonly source: RemovalFactSource,
  ) {}

  onModuleInit(): void {
    this.workspace.register({
      key: 'removals',
      label: '拆除对象',
      link: (code) => removalsPaths.index(code),
      action: 'removal.read',
      position: 45,
      group: 'removal',
    });
    this.facts.register(this.source);
  }
}

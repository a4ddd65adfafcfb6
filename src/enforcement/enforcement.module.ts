import { Module, OnModuleInit } from '@nestjs/common';
import { kindLockBlockers } from '../domain/removal/statutory-recording';
import { isIdentified } from '../domain/removal/statutory-case';
import { recordsOf } from '../platform/database/database.module';
import { IdentifiedStructures } from '../structures/identified-structures';
import { StructureLocks } from '../structures/structure-locks';
import { StructuresModule } from '../structures/structures.module';
import { CasePages } from './case-pages';
import { CaseStandings } from './case-standings';
import { CasesController } from './cases.controller';
import { EnforcementColumns } from './enforcement-columns';
import { EnforcementDesk } from './enforcement.desk';
import { StatutoryHalt, StatutoryPaper, StatutoryPaperFile, StatutoryStanding } from './enforcement.entities';
import { EnforcementWaiting } from './enforcement.waiting';
import { Halts } from './halts.service';
import { PaperPages } from './paper-pages';
import { PaperRows } from './paper-rows';
import { PapersController } from './papers.controller';
import { Papers } from './papers.service';
import { PrintsController } from './prints.controller';
import { StatutoryCases } from './statutory-cases';

/** The statutory case against a structure: papers, service, halts, remedies, and the clock. */
@Module({
  imports: [
    ...recordsOf(StatutoryPaper, StatutoryPaperFile, StatutoryHalt, StatutoryStanding),
    StructuresModule,
  ],
  controllers: [PapersController, CasesController, PrintsController],
  providers: [
    CasePages,
    CaseStandings,
    EnforcementColumns,
    EnforcementDesk,
    EnforcementWaiting,
    Halts,
    PaperPages,
    PaperRows,
    Papers,
    StatutoryCases,
  ],
  exports: [EnforcementColumns, Papers, StatutoryCases],
})
export class EnforcementModule implements OnModuleInit {
  constructor(
    private readonly identified: IdentifiedStructures,
    private readonly locks: StructureLocks,
    private readonly cases: StatutoryCases,
    private readonly desk: EnforcementDesk,
  ) {}

  onModuleInit(): void {
    this.identified.register(async (structures, from) => {
      const cases = await this.cases.of(structures, from);
      return new Set([...cases].filter(([, known]) => isIdentified(known)).map(([id]) => id));
    });
    this.locks.register(async (tx, structureId) => {
      const records = (await this.desk.records([structureId], tx)).get(structureId)!;
      return kindLockBlockers(records.papers.filter(({ withdrawnOn }) => withdrawnOn === null).length);
    });
  }
}

import { Global, Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { AuditEntry } from './audit-entry.entity';
import { AuditTrail } from './audit.service';
import { LastSteps } from './last-steps';

@Global()
@Module({
  imports: recordsOf(AuditEntry),
  providers: [AuditTrail, LastSteps],
  exports: [AuditTrail, LastSteps],
})
export class AuditModule {}

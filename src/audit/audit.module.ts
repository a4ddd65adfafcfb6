import { Global, Module } from '@nestjs/common';
import { recordsOf } from '../platform/database/database.module';
import { AuditEntry } from './audit-entry.entity';
import { AuditTrail } from './audit.service';

@Global()
@Module({
  imports: recordsOf(AuditEntry),
  providers: [AuditTrail],
  exports: [AuditTrail],
})
export class AuditModule {}

import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { recordsOf } from '../platform/database/database.module';
import { SHELL } from '../platform/web/shell';
import { AccessGuard } from './access.guard';
import { Account } from './account.service';
import { AccountController } from './account.controller';
import { CsrfTokens } from './csrf';
import { OnceKeyRecord, Organisation, Session, SignInFailure, UserAccount } from './entities';
import { OnceKeys } from './once-keys';
import { Organisations } from './organisations.service';
import { Passwords } from './passwords';
import { People } from './people.service';
import { PeopleController } from './people.controller';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';
import { SignInController } from './sign-in.controller';
import { StaffShell } from './staff-shell';

/** Who may come in and what they may do; closed unless a route opens itself. */
@Global()
@Module({
  imports: recordsOf(Organisation, UserAccount, Session, SignInFailure, OnceKeyRecord),
  controllers: [SignInController, AccountController, PeopleController],
  providers: [
    Account,
    CsrfTokens,
    OnceKeys,
    Organisations,
    Passwords,
    People,
    Sessions,
    SignIn,
    { provide: SHELL, useClass: StaffShell },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [CsrfTokens, OnceKeys, Organisations, Passwords, People, Sessions, SHELL],
})
export class AccessModule {}

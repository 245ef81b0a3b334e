import { type DynamicModule, Module } from '@nestjs/common';
import { DirectoryModule } from '@rollcall/directory';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { OktaSyncModule, RegistrationLedgerModule } from '@rollcall/okta-sync';
import { PasskeysModule } from '@rollcall/passkeys';
import { type AppConfig, PlatformModule } from '@rollcall/platform';
import { SignInAdminModule } from '@rollcall/sign-in';
import { TenancyModule } from '@rollcall/tenancy';

/** A process with only the background work. Operators can run more of these processes as the load grows. */
@Module({})
export class WorkerModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(config),
        TenancyModule,
        DirectoryIntegrationModule,
        RegistrationLedgerModule,
        DirectoryModule,
        PasskeysModule,
        OktaSyncModule,
        SignInAdminModule,
      ],
    };
  }
}

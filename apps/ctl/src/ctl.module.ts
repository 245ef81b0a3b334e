import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { CredentialsModule } from '@rollcall/credentials';
import { DirectoryModule } from '@rollcall/directory';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { OktaSyncModule, RegistrationLedgerModule } from '@rollcall/okta-sync';
import { PasskeysModule } from '@rollcall/passkeys';
import { type AppConfig, graphqlOptions, PlatformModule } from '@rollcall/platform';
import { RequestLogModule } from '@rollcall/scim';
import { SignInAdminModule } from '@rollcall/sign-in';
import { TenancyModule } from '@rollcall/tenancy';

/** The admin API without an HTTP server and without schedules: only requested work runs here. */
@Module({})
export class CtlModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: CtlModule,
      imports: [
        PlatformModule.forRoot(config),
        GraphQLModule.forRoot(graphqlOptions(config)),
        TenancyModule,
        DirectoryIntegrationModule,
        CredentialsModule,
        RegistrationLedgerModule,
        DirectoryModule,
        PasskeysModule,
        OktaSyncModule,
        SignInAdminModule,
        RequestLogModule,
      ],
    };
  }
}

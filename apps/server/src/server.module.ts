import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { CredentialsModule } from '@rollcall/credentials';
import { DirectoryModule } from '@rollcall/directory';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { OktaSyncModule, RegistrationLedgerModule } from '@rollcall/okta-sync';
import { PasskeysModule } from '@rollcall/passkeys';
import { type AppConfig, graphqlOptions, HealthModule, PlatformModule } from '@rollcall/platform';
import { ScimModule } from '@rollcall/scim';
import { SignInModule } from '@rollcall/sign-in';
import { TenancyModule } from '@rollcall/tenancy';

/** All HTTP endpoints; also the background work, unless WORKER=off. */
@Module({})
export class ServerModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        PlatformModule.forRoot(config),
        GraphQLModule.forRoot(graphqlOptions(config)),
        HealthModule,
        TenancyModule,
        DirectoryIntegrationModule,
        CredentialsModule,
        RegistrationLedgerModule,
        DirectoryModule,
        ScimModule,
        PasskeysModule,
        OktaSyncModule,
        SignInModule,
      ],
    };
  }
}

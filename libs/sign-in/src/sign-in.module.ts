import { type MiddlewareConsumer, Module, type NestModule, RequestMethod } from '@nestjs/common';
import { DirectoryModule } from '@rollcall/directory';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { PasskeysModule } from '@rollcall/passkeys';
import { TenancyModule } from '@rollcall/tenancy';
import { SignInFiguresRepository } from './figures/sign-in-figures.repository.js';
import { SignInFiguresResolver } from './figures/sign-in-figures.resolver.js';
import { SignInFieldsResolver } from './graphql/sign-in-fields.resolver.js';
import { SignInLoaders } from './graphql/sign-in-loaders.js';
import { SignInResolver } from './graphql/sign-in.resolver.js';
import { SignInsResolver } from './graphql/sign-ins.resolver.js';
import { SignInKeyRepository } from './keys/sign-in-key.repository.js';
import { SignInKeys } from './keys/sign-in-keys.js';
import { SignInEventRepository } from './log/sign-in-event.repository.js';
import { SignInLog } from './log/sign-in-log.js';
import { SignInMetrics } from './log/sign-in-metrics.js';
import { SignInAssets } from './page/sign-in-assets.js';
import { SignInAttempts } from './page/sign-in-attempts.js';
import { SignInFlows } from './page/sign-in-flow.js';
import { SignInController } from './page/sign-in.controller.js';
import { RegistrationRechecks } from './people/registration-rechecks.js';
import { SignedInPersonRepository } from './people/signed-in-person.repository.js';
import { OidcMiddleware } from './provider/oidc.middleware.js';
import { ProviderFactory } from './provider/provider-factory.js';
import { ProviderRegistry } from './provider/provider-registry.js';
import { CodeIssuer } from './records/code-issuer.js';
import { RecordPurge } from './records/record-purge.js';
import { SignInRecordRepository } from './records/sign-in-record.repository.js';
import { SignInRepository } from './settings/sign-in.repository.js';
import { SignInService } from './settings/sign-in.service.js';

/** The OpenID provider of each integration. Needs global providers of RegistrationLedger and RegistrationReporter. */
@Module({
  imports: [TenancyModule, DirectoryIntegrationModule, DirectoryModule, PasskeysModule],
  controllers: [SignInController],
  providers: [
    SignInRepository,
    SignInService,
    SignInKeyRepository,
    SignInKeys,
    SignInRecordRepository,
    CodeIssuer,
    RecordPurge,
    SignedInPersonRepository,
    RegistrationRechecks,
    ProviderFactory,
    ProviderRegistry,
    SignInAssets,
    SignInFlows,
    SignInAttempts,
    SignInEventRepository,
    SignInLog,
    SignInMetrics,
    SignInLoaders,
    SignInResolver,
    SignInFieldsResolver,
    SignInsResolver,
    SignInFiguresRepository,
    SignInFiguresResolver,
  ],
  exports: [SignInService, SignInKeys, RecordPurge, RegistrationRechecks],
})
export class SignInModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(OidcMiddleware).forRoutes({ path: 'oidc/*path', method: RequestMethod.ALL });
  }
}

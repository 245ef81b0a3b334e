import { type MiddlewareConsumer, Module, type NestModule, RequestMethod } from '@nestjs/common';
import { DirectoryModule } from '@rollcall/directory';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { PasskeysModule } from '@rollcall/passkeys';
import { TenancyModule } from '@rollcall/tenancy';
import { SignInLog } from './log/sign-in-log.js';
import { SignInMetrics } from './log/sign-in-metrics.js';
import { SignInAssets } from './page/sign-in-assets.js';
import { SignInAttempts } from './flow/sign-in-attempts.js';
import { SignInFlows } from './flow/sign-in-flow.js';
import { SignInController } from './flow/sign-in.controller.js';
import { PasskeyJudge } from './flow/passkey-judge.js';
import { MeController } from './me/me.controller.js';
import { OwnPasskeys } from './me/own-passkeys.js';
import { OwnSignIn } from './me/own-sign-in.js';
import { PersonSessionRepository } from './person-sessions/person-session.repository.js';
import { PersonSessions } from './person-sessions/person-sessions.js';
import { RegistrationRechecks } from './people/registration-rechecks.js';
import { OidcMiddleware } from './provider/oidc.middleware.js';
import { ProviderFactory } from './provider/provider-factory.js';
import { ProviderRegistry } from './provider/provider-registry.js';
import { CodeIssuer } from './records/code-issuer.js';
import { RecordPurge } from './records/record-purge.js';
import { SignInRecordRepository } from './records/sign-in-record.repository.js';
import { EnrollablePeople } from './self-enrollment/enrollable-people.js';
import { EnrollmentFlows } from './self-enrollment/enrollment-flows.js';
import { OktaSignIns } from './self-enrollment/okta-sign-in.js';
import { SelfEnrollmentController } from './self-enrollment/self-enrollment.controller.js';
import { SignInAdminModule } from './sign-in-admin.module.js';

/** The OpenID provider of each integration. The application must provide RegistrationLedger and RegistrationReporter globally. */
@Module({
  imports: [TenancyModule, DirectoryIntegrationModule, DirectoryModule, PasskeysModule, SignInAdminModule],
  controllers: [SignInController, MeController, SelfEnrollmentController],
  providers: [
    SignInRecordRepository,
    CodeIssuer,
    RecordPurge,
    RegistrationRechecks,
    ProviderFactory,
    ProviderRegistry,
    SignInAssets,
    SignInFlows,
    PasskeyJudge,
    SignInAttempts,
    OwnPasskeys,
    OwnSignIn,
    PersonSessionRepository,
    PersonSessions,
    EnrollablePeople,
    EnrollmentFlows,
    OktaSignIns,
    SignInLog,
    SignInMetrics,
  ],
  exports: [SignInAdminModule, RecordPurge, RegistrationRechecks],
})
export class SignInModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(OidcMiddleware).forRoutes({ path: 'oidc/*path', method: RequestMethod.ALL });
  }
}

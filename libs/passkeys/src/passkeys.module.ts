import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { DirectoryModule } from '@rollcall/directory';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { TenancyModule } from '@rollcall/tenancy';
import { BatchExecution } from './batches/batch-execution.js';
import { EnrollmentBatchWorker } from './batches/enrollment-batch-worker.js';
import { EnrollmentBatchRepository } from './batches/enrollment-batch.repository.js';
import { EnrollmentBatches } from './batches/enrollment-batches.js';
import { IdentityLock } from './bindings/identity-lock.js';
import { PasskeyBinder } from './bindings/passkey-binder.js';
import { PasskeyRepository } from './bindings/passkey.repository.js';
import { PasskeyTraitsRepository } from './bindings/passkey-traits.repository.js';
import { PasskeyService } from './bindings/passkey.service.js';
import { AttestationVerifier } from './ceremony/attestation-verifier.js';
import { CeremonyFinish } from './ceremony/ceremony-finish.js';
import { CeremonyProgress } from './ceremony/ceremony-progress.js';
import { CeremonyStart } from './ceremony/ceremony-start.js';
import { OrganisationNames } from './ceremony/organisation-names.js';
import { EnrollmentLinks } from './enrollments/enrollment-links.js';
import { EnrollmentRepository } from './enrollments/enrollment.repository.js';
import { EnrollmentService } from './enrollments/enrollment.service.js';
import { Invitations } from './enrollments/invitations.js';
import { EnrollmentBatchResolver } from './graphql/enrollment-batch.resolver.js';
import { EnrollmentResolver } from './graphql/enrollment.resolver.js';
import { IdentityEnrollmentResolver } from './graphql/identity-enrollment.resolver.js';
import { IdentityPasskeysResolver } from './graphql/identity-passkeys.resolver.js';
import { OpenEnrollmentsLoader } from './graphql/open-enrollments-loader.js';
import { PasskeyResolver } from './graphql/passkey.resolver.js';
import { PasskeysLoader } from './graphql/passkeys-loader.js';
import { BodyLimitMiddleware } from './page/body-limit.middleware.js';
import { EnrollmentPageController } from './page/enrollment-page.controller.js';
import { EnrollmentController } from './page/enrollment.controller.js';
import { PageAssets } from './page/page-assets.js';
import { RelatedOriginsController } from './page/related-origins.controller.js';
import { PasskeyUses } from './sign-in/passkey-uses.js';

/** The application must provide RegistrationLedger and RegistrationReporter globally. Tests provide fakes. */
@Module({
  imports: [TenancyModule, DirectoryIntegrationModule, DirectoryModule],
  controllers: [EnrollmentPageController, EnrollmentController, RelatedOriginsController],
  providers: [
    BatchExecution,
    EnrollmentBatches,
    EnrollmentBatchRepository,
    EnrollmentBatchResolver,
    EnrollmentBatchWorker,
    IdentityLock,
    PasskeyBinder,
    PasskeyRepository,
    PasskeyTraitsRepository,
    PasskeyService,
    OrganisationNames,
    AttestationVerifier,
    CeremonyStart,
    CeremonyFinish,
    CeremonyProgress,
    EnrollmentLinks,
    EnrollmentRepository,
    EnrollmentService,
    Invitations,
    PageAssets,
    EnrollmentResolver,
    PasskeyResolver,
    IdentityEnrollmentResolver,
    IdentityPasskeysResolver,
    OpenEnrollmentsLoader,
    PasskeysLoader,
    PasskeyUses,
  ],
  exports: [EnrollmentService, OrganisationNames, PasskeyService, PasskeyUses],
})
export class PasskeysModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(BodyLimitMiddleware).forRoutes(EnrollmentController);
  }
}

import { Module } from '@nestjs/common';
import { DirectoryModule } from '@rollcall/directory';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { TenancyModule } from '@rollcall/tenancy';
import { EventHookController } from './event-hooks/event-hook.controller.js';
import { EventHookRepository } from './event-hooks/event-hook.repository.js';
import { EventHooks } from './event-hooks/event-hooks.js';
import { DriftIdentityResolver } from './graphql/drift-identity.resolver.js';
import { EventHookResolver } from './graphql/event-hook.resolver.js';
import { IdentityRegistrationResolver } from './graphql/identity-registration.resolver.js';
import { IntegrationHealthResolver } from './graphql/integration-health.resolver.js';
import { ReconciliationResolver } from './graphql/reconciliation.resolver.js';
import { RegistrationHistoryResolver } from './graphql/registration-history.resolver.js';
import { RegistrationCountsResolver } from './graphql/registration-counts.resolver.js';
import { RegistrationLoaders } from './graphql/registration-loaders.js';
import { RegistrationTrendsResolver } from './graphql/registration-trends.resolver.js';
import { RetryRegistrationsResolver } from './graphql/retry-registrations.resolver.js';
import { ServiceAppResolver } from './graphql/service-app.resolver.js';
import { AttributeCreator } from './health/attribute-creator.js';
import { CurrentChecks } from './health/current-checks.js';
import { HeldChanges } from './directory-changes/held-changes.js';
import { HeldRegistrationsResolver } from './graphql/held-registrations.resolver.js';
import { HeldRegistrations } from './ledger/held-registrations.js';
import { Doctor } from './health/doctor.js';
import { HealthCheckScheduler } from './health/health-check-scheduler.js';
import { DoctorVisitsRepository } from './health/doctor-visits.repository.js';
import { OktaOrgIdentity } from './health/okta-org-identity.js';
import { LocalChecks } from './health/local-checks.js';
import { PauseLifter } from './health/pause-lifter.js';
import { RegistrationHistory } from './history/registration-history.js';
import { SyncFiguresRepository } from './metrics/sync-figures.repository.js';
import { SyncMetrics } from './metrics/sync-metrics.js';
import { OktaTargetModule } from './okta/okta-target.module.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { RegistrationRetrier } from './registration/registration-retrier.js';
import { TrendsModule } from './trends/trends.module.js';
import { WebhooksModule } from '@rollcall/webhooks';
import { WriteBackModule } from './write-back/write-back.module.js';

/**
 * Registration sync: its admin API, and the worker. The worker runs only in processes whose configuration enables it.
 * Needs RegistrationLedgerModule.
 */
@Module({
  imports: [
    TenancyModule,
    DirectoryIntegrationModule,
    DirectoryModule,
    OktaTargetModule,
    WriteBackModule,
    ReconciliationModule,
    WebhooksModule,
    TrendsModule,
  ],
  controllers: [EventHookController],
  providers: [
    AttributeCreator,
    CurrentChecks,
    Doctor,
    HealthCheckScheduler,
    DoctorVisitsRepository,
    EventHookRepository,
    EventHooks,
    HeldChanges,
    HeldRegistrations,
    HeldRegistrationsResolver,
    OktaOrgIdentity,
    LocalChecks,
    PauseLifter,
    RegistrationRetrier,
    RegistrationLoaders,
    SyncFiguresRepository,
    SyncMetrics,
    DriftIdentityResolver,
    EventHookResolver,
    IdentityRegistrationResolver,
    IntegrationHealthResolver,
    ReconciliationResolver,
    RegistrationCountsResolver,
    RegistrationHistory,
    RegistrationHistoryResolver,
    RegistrationTrendsResolver,
    RetryRegistrationsResolver,
    ServiceAppResolver,
  ],
  exports: [Doctor, ReconciliationModule, RegistrationRetrier],
})
export class OktaSyncModule {}

import { type DynamicModule, Global, Module, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { AuditChain } from './audit/audit-chain.js';
import { AuditChainRepository } from './audit/audit-chain.repository.js';
import { AuditChainer } from './audit/audit-chainer.js';
import { AuditRetention } from './audit/audit-retention.js';
import { AuditRetentionRepository } from './audit/audit-retention.repository.js';
import { AuditTrail } from './audit/audit-trail.js';
import { Clock } from './clock/clock.js';
import { DatabaseClock } from './database/database-clock.js';
import { AppConfig } from './config/app-config.js';
import { DatabaseModule } from './database/database.module.js';
import { Searches } from './database/searches.js';
import { ComplexityPlugin } from './graphql/complexity-plugin.js';
import { InputValidationPipe } from './validation/input-validation.pipe.js';
import { Drain } from './health/drain.js';
import { NameResolver, SystemNameResolver } from './http/name-resolver.js';
import { OutboundHttp } from './http/outbound-http.js';
import { Metrics } from './metrics/metrics.js';
import { MetricsServer } from './metrics/metrics-server.js';
import { KeyCheck } from './secrets/key-check.js';
import { TenantCosts } from './rate-limit/tenant-costs.js';
import { TenantShare } from './rate-limit/tenant-share.js';
import { WorkSlices } from './rate-limit/work-slices.js';
import { KeyRotation } from './secrets/key-rotation.js';
import { SealedColumns } from './secrets/sealed-columns.js';
import { AesGcmSecretBox, SecretBox } from './secrets/secret-box.js';
import { PasskeyCeremonies } from './webauthn/passkey-ceremonies.js';
import { RelyingParty } from './webauthn/relying-party.js';
import { SealedChallenges } from './webauthn/sealed-challenges.js';
import { ProxyTracerProvider, trace } from '@opentelemetry/api';

/** Sends the remaining trace spans before the process ends. */
@Injectable()
class TraceFlush implements OnApplicationShutdown {
  async onApplicationShutdown(): Promise<void> {
    const provider = trace.getTracerProvider();
    const real = provider instanceof ProxyTracerProvider ? provider.getDelegate() : provider;
    // A collector that cannot be reached must not delay the end of the process.
    if ('forceFlush' in real) await (real.forceFlush as () => Promise<void>)().catch(() => undefined);
  }
}

/** Providers that every other module may inject: config, database, clock, secret box, audit trail, WebAuthn. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DatabaseModule],
      providers: [
        { provide: AppConfig, useValue: config },
        { provide: Clock, useClass: DatabaseClock },
        { provide: SecretBox, useClass: AesGcmSecretBox },
        { provide: APP_PIPE, useClass: InputValidationPipe },
        { provide: NameResolver, useClass: SystemNameResolver },
        OutboundHttp,
        AuditTrail,
        AuditChain,
        AuditChainer,
        AuditChainRepository,
        AuditRetention,
        AuditRetentionRepository,
        ComplexityPlugin,
        Drain,
        KeyCheck,
        KeyRotation,
        Metrics,
        MetricsServer,
        PasskeyCeremonies,
        RelyingParty,
        SealedChallenges,
        SealedColumns,
        Searches,
        TenantCosts,
        TenantShare,
        TraceFlush,
        WorkSlices,
      ],
      exports: [
        AppConfig,
        Clock,
        SecretBox,
        AuditTrail,
        AuditChain,
        Drain,
        KeyRotation,
        Metrics,
        OutboundHttp,
        PasskeyCeremonies,
        RelyingParty,
        SealedChallenges,
        SealedColumns,
        Searches,
        TenantCosts,
        TenantShare,
        WorkSlices,
        DatabaseModule,
      ],
    };
  }
}

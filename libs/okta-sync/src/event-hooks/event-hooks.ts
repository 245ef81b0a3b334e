import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import {
  AppConfig,
  AuditTrail,
  Database,
  isId,
  mintToken,
  readToken,
  withoutBearer,
  sameSecret,
  type Caller,
} from '@rollcall/platform';
import { RegistrationRequeuer } from '../ledger/registration-requeuer.js';
import { EventHookRepository } from './event-hook.repository.js';
import { readDelivery } from './hook-delivery.js';
import type { OktaEventHookRow } from './okta-event-hook.row.js';

/** The values that an administrator enters in Okta under Workflow > Event Hooks. */
export interface ConfiguredEventHook {
  url: string;
  /** Value of the Authorization header; shown once. */
  secret: string;
}

/** Okta's event hooks. An event only requeues the people in it. The values in the event are not used, because the worker reads Okta. */
@Injectable()
export class EventHooks {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly repository: EventHookRepository,
    private readonly audit: AuditTrail,
    private readonly config: AppConfig,
    private readonly requeuer: RegistrationRequeuer,
  ) {}

  /** Creates a new secret. The previous secret is refused from now on. @throws NOT_FOUND */
  async configure(caller: Caller, integrationId: string): Promise<ConfiguredEventHook> {
    await this.integrations.get(caller, integrationId);
    const { token, hash, lastFour } = mintToken('hook', caller.tenantId);
    const key = { tenantId: caller.tenantId, integrationId };
    await this.database.transaction(async (tx) => {
      await this.repository.replace(tx, key, hash, lastFour);
      await this.audit.record(tx, caller, {
        action: 'okta_event_hook.configured',
        integrationId,
        detail: { lastFour },
      });
    });
    return { url: this.urlOf(integrationId), secret: token };
  }

  urlOf(integrationId: string): string {
    return `${this.config.publicUrl}/okta/event-hooks/${integrationId}`;
  }

  async find(tenantId: string, integrationId: string): Promise<OktaEventHookRow | undefined> {
    return this.repository.find({ tenantId, integrationId });
  }

  /** Returns the integration if the Authorization header contains the secret of its event hook; otherwise undefined. */
  async authenticate(integrationId: string, authorization: string | undefined): Promise<IntegrationKey | undefined> {
    const presented = readToken(withoutBearer(authorization ?? ''));
    if (presented?.kind !== 'hook' || !isId(integrationId)) return undefined;
    const key = { tenantId: presented.tenantId, integrationId };
    const hook = await this.repository.find(key);
    return hook && sameSecret(hook.secret_hash, presented.hash) ? key : undefined;
  }

  async verified(key: IntegrationKey): Promise<void> {
    await this.repository.markVerified(key);
  }

  /** Requeues the people in events that were not received before. @returns the number of requeued identities */
  async receive(key: IntegrationKey, body: unknown): Promise<number> {
    const events = readDelivery(body);
    return this.database.transaction(async (tx) => {
      const fresh = await this.repository.remember(tx, key, events);
      const people = new Set(events.filter((event) => fresh.has(event.id)).flatMap((event) => event.userIds));
      return people.size === 0 ? 0 : this.requeuer.recheck(tx, key, [...people]);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import {
  DirectoryIntegrationService,
  DirectoryProvider,
  RegistrationSyncService,
} from '@rollcall/directory-integration';
import { AuditTrail, type Caller, Clock, Database, DomainError, isId } from '@rollcall/platform';
import type { OktaApplication } from './okta-sign-in.js';
import type { SelfEnrollmentRow } from './self-enrollment.row.js';
import { SelfEnrollmentRepository } from './self-enrollment.repository.js';

export interface SelfEnrollmentInput {
  integrationId: string;
  clientId: string;
  /** If omitted, the stored secret is kept. It must then be for the same org and client ID. */
  clientSecret?: string | null | undefined;
  /** If omitted, an existing value is not changed; new settings are enabled. */
  enabled?: boolean | null | undefined;
}

/** The settings of self-enrollment for each integration. */
@Injectable()
export class SelfEnrollments {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationService,
    private readonly syncs: RegistrationSyncService,
    private readonly repository: SelfEnrollmentRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND; BAD_USER_INPUT with the name of the invalid field */
  async configure(caller: Caller, input: SelfEnrollmentInput): Promise<SelfEnrollmentRow> {
    const key = { tenantId: caller.tenantId, integrationId: input.integrationId };
    const { clientId } = input;
    const given = input.clientSecret ?? undefined;
    const oktaUrl = await this.oktaUrlOf(key);
    return this.database.transaction(async (tx) => {
      const { id } = await this.integrations.lock(tx, caller, key.integrationId);
      if (oktaUrl === undefined)
        throw DomainError.badInput('Connect the integration to an Okta org first.', 'integrationId');
      const [before] = await this.repository.findMany(key.tenantId, [id], tx);
      const usable = before?.okta_url === oktaUrl && before.client_id === clientId ? before : undefined;
      const clientSecret = given ?? (usable && this.repository.openSecret(usable));
      if (clientSecret === undefined)
        throw DomainError.badInput('Enter the client secret of the application in Okta.', 'clientSecret');
      const enabled = input.enabled ?? before?.enabled ?? true;
      const settings = { enabled, oktaUrl, clientId, clientSecret };
      const row = await this.repository.save(tx, key, settings, this.clock.now());
      await this.audit.record(tx, caller, {
        action: 'self_enrollment.configured',
        integrationId: id,
        subject: { type: 'integration', id },
        detail: { enabled, clientId, oktaUrl, clientSecretChanged: given !== undefined },
      });
      return row;
    });
  }

  findMany(tenantId: string, integrationIds: readonly string[]): Promise<SelfEnrollmentRow[]> {
    return this.repository.findMany(tenantId, integrationIds);
  }

  /**
   * Finds the integration for a visitor of the page.
   * @param integrationId the id in the address; if omitted, the only integration in the installation that has
   * self-enrollment
   * @returns undefined if no integration matches, or the address has no id and several integrations have
   * self-enrollment
   */
  async locate(integrationId: string | undefined): Promise<IntegrationKey | undefined> {
    if (integrationId !== undefined && !isId(integrationId)) return undefined;
    const found = await this.repository.enabledOnes(integrationId ?? null);
    return found.length === 1 ? found[0] : undefined;
  }

  /** @returns undefined if self-enrollment is not enabled, or the integration was later connected to another org */
  async application(key: IntegrationKey): Promise<OktaApplication | undefined> {
    const [row] = await this.repository.findMany(key.tenantId, [key.integrationId]);
    if (!row?.enabled || row.okta_url !== (await this.oktaUrlOf(key))) return undefined;
    return { oktaUrl: row.okta_url, clientId: row.client_id, clientSecret: this.repository.openSecret(row) };
  }

  private async oktaUrlOf({ tenantId, integrationId }: IntegrationKey): Promise<string | undefined> {
    const sync = isId(integrationId) ? await this.syncs.find(tenantId, integrationId) : undefined;
    return sync?.provider === DirectoryProvider.OKTA ? sync.baseUrl : undefined;
  }
}

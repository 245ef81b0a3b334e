import { Injectable, Logger } from '@nestjs/common';
import { type IntegrationKey, RegistrationLedger } from '@rollcall/directory';
import { Clock, Database, nameKey, TokenBuckets } from '@rollcall/platform';
import { SignInMetrics } from '../log/sign-in-metrics.js';

const PER_IDENTITY = 1;
const PER_INTEGRATION = 60;
/**
 * Maximum number of waiting re-checks. Further ones are dropped, because visitors can cause re-checks without signing
 * in.
 */
const MAX_PENDING = 100;

/**
 * Okta sends only people whose attribute is true. If such a person has no usable passkey, their ledger row is requeued:
 * the worker reads the value in Okta and writes the desired value. A process makes at most one re-check per person and
 * minute. A visitor who causes re-checks cannot change a value.
 */
@Injectable()
export class RegistrationRechecks {
  private readonly log = new Logger(RegistrationRechecks.name);
  private readonly identities = new TokenBuckets(PER_IDENTITY);
  private readonly integrations = new TokenBuckets(PER_INTEGRATION);
  private running = Promise.resolve();
  private pending = 0;

  constructor(
    private readonly database: Database,
    private readonly ledger: RegistrationLedger,
    private readonly metrics: SignInMetrics,
    private readonly clock: Clock,
  ) {}

  /** Requests a re-check and returns at once. @param flow id of the interaction */
  request(key: IntegrationKey, identityId: string, flow: string): void {
    this.metrics.countUnusable(flow);
    this.enqueue(() => this.recheck(key, identityId));
  }

  /**
   * Like `request`, but for the person that Okta named. Does nothing if the person does not exist, or can sign in.
   * Returns at once.
   */
  requestByHint(key: IntegrationKey, hint: string, flow: string): void {
    this.enqueue(async () => {
      const identityId = await this.findUnusable(key, hint);
      if (identityId === undefined) return;
      this.metrics.countUnusable(flow);
      await this.recheck(key, identityId);
    });
  }

  /** Resolves when all re-checks that were requested so far are done. */
  settled(): Promise<void> {
    return this.running;
  }

  private enqueue(work: () => Promise<void>): void {
    if (this.pending >= MAX_PENDING) return;
    this.pending += 1;
    this.running = this.running
      .then(work)
      .catch((error: unknown) => this.log.warn(`A registration could not be checked again: ${String(error)}`))
      .finally(() => (this.pending -= 1));
  }

  private async recheck(key: IntegrationKey, identityId: string): Promise<void> {
    const now = this.clock.now().getTime();
    if (this.identities.take(identityId, now) > 0 || this.integrations.take(key.integrationId, now) > 0) return;
    await this.database.transaction((tx) => this.ledger.relink(tx, key, [identityId]));
  }

  private async findUnusable({ tenantId, integrationId }: IntegrationKey, hint: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `select i.id from identities i
       where i.tenant_id = $1 and i.integration_id = $2 and i.user_name_key = $3 and not (i.active and exists (
         select 1 from passkeys p where p.tenant_id = i.tenant_id and p.identity_id = i.id and p.source = 'WEBAUTHN'
           and p.revoked_at is null))`,
      [tenantId, integrationId, nameKey(hint)],
    );
    return row?.id;
  }
}

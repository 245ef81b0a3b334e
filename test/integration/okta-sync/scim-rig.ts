import type { IntegrationKey } from '@rollcall/directory';
import { ScimRegistrationService } from '@rollcall/directory-integration';
import { ReconciliationService } from '@rollcall/okta-sync';
import { systemCaller, type Caller } from '@rollcall/platform';
import { eventually, seedIntegration } from '../../support/index.js';
import { Rig, type RigOptions } from './rig.js';

type Authentication = NonNullable<Parameters<ScimRegistrationService['configure']>[1]['authentication']>;

/** A person who exists in Rollcall and at the SCIM server. */
export interface Both {
  /** The person's id in Rollcall. */
  id: string;
  /** The person's id at the SCIM server. */
  there: string;
}

export interface Reconciled {
  result: Awaited<ReturnType<ReconciliationService['get']>>;
  /** The kind and the id of each difference, sorted. */
  drift: string[];
}

/** A rig that writes registrations to a SCIM server. It has one integration at a time. */
export class ScimRig {
  key: IntegrationKey = { tenantId: '', integrationId: '' };

  private constructor(readonly rig: Rig) {}

  static async start(options: RigOptions = {}): Promise<ScimRig> {
    return new ScimRig(await Rig.start(options));
  }

  get caller(): Caller {
    return systemCaller(this.rig.tenantId, 'test');
  }

  /** Replaces the integration by a new one. */
  async integrate(baseUrl: string, extension: string, authentication: Authentication): Promise<void> {
    const { database, tenantId } = this.rig;
    this.key = { tenantId, integrationId: await seedIntegration(database, tenantId, undefined, 'GENERIC_SCIM') };
    await this.configure(baseUrl, extension, authentication);
    await this.rig.capDirectoryChanges(this.key.integrationId, 1);
  }

  async configure(baseUrl: string, extension: string, authentication: Authentication): Promise<void> {
    const { integrationId } = this.key;
    await this.rig
      .of(ScimRegistrationService)
      .configure(this.caller, { integrationId, baseUrl, extension, authentication });
  }

  /**
   * Adds an identity for the remote user `there`. Both have the external id `e-<name>` and the userName
   * `<name>@example.com`.
   */
  async person(name: string, there: string): Promise<Both> {
    const names = { externalId: `e-${name}`, userName: `${name}@example.com` };
    return { id: await this.rig.person(this.key, { ...names, inOkta: false }), there };
  }

  /** Binds a passkey for each person, and waits until the server has confirmed the writes. */
  async bind(people: readonly Both[]): Promise<void> {
    for (const { id } of people) await this.rig.bind(this.key, id);
    for (const { id } of people) await this.rig.settles(id, { state: 'IN_SYNC', confirmed: true });
  }

  async reconcile(dryRun: boolean, maxChangeRatio?: number): Promise<Reconciled> {
    return reconcile(this.rig, this.key, { dryRun, maxChangeRatio });
  }

  async pausedReason(): Promise<string | null> {
    const [sync] = await this.rig.database.query<{ paused_reason: string | null }>(
      'select paused_reason from registration_syncs where integration_id = $1',
      [this.key.integrationId],
    );
    return sync?.paused_reason ?? null;
  }

  async stop(): Promise<void> {
    await this.rig.stop();
  }
}

/** Starts a reconciliation and waits for its end. */
export async function reconcile(
  rig: Rig,
  { tenantId, integrationId }: IntegrationKey,
  options: { dryRun: boolean; maxChangeRatio?: number | undefined },
): Promise<Reconciled> {
  const caller = systemCaller(tenantId, 'test');
  const service = rig.of(ReconciliationService);
  const { id } = await service.start(caller, { integrationId, ...options });
  const result = await eventually(async () => {
    const row = await service.get(caller, id);
    expect(row.finished_at).not.toBeNull();
    return row;
  });
  const drift = await service.drift(caller, id, { first: 200 });
  return { result, drift: drift.nodes.map((row) => `${row.kind} ${row.identity_id ?? row.okta_user_id}`).sort() };
}

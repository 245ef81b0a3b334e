import { Injectable } from '@nestjs/common';
import { RegistrationSyncListener } from '@rollcall/directory-integration';
import type { Tx } from '@rollcall/platform';
import { REGISTRATION_CHANNEL, wakePayload } from './registration-channel.js';

/** Asks for a sweep of the ledger when an integration's settings change: in the same transaction one row, however many identities. */
@Injectable()
export class SweepListener extends RegistrationSyncListener {
  override async configured(tx: Tx, tenantId: string, integrationId: string): Promise<void> {
    await tx.execute(
      `with asked as (
         insert into registration_sweeps as s (tenant_id, integration_id, target)
         select tenant_id, integration_id, okta_domain || '#' || coalesce(scim ->> 'extension' || ':', '') || attribute
         from registration_syncs
         where tenant_id = $1 and integration_id = $2
         on conflict (tenant_id, integration_id) do update set
           forgetful = (s.forgetful and s.pending) or s.target <> excluded.target,
           target = excluded.target, pending = true, position = null, requested_at = now()
         returning 1
       )
       select pg_notify($3, $4) from asked`,
      [tenantId, integrationId, REGISTRATION_CHANNEL, wakePayload({ tenantId, integrationId }, 'settings')],
    );
  }
}

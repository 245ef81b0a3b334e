import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import type { Tx } from '@rollcall/platform';
import { historyOf } from '../history/history-sql.js';
import { REGISTRATION_CHANNEL, wakePayload } from './registration-channel.js';
import { DUE_STATE } from './requeue.js';

/** Transitions `approve` and `discard` of rows that the safety cap holds. `approve` notifies the workers at commit. */
@Injectable()
export class HeldRegistrations {
  /** Requeues held and discarded rows. The cap does not count them again. @returns the number of rows */
  async approve(tx: Tx, { tenantId, integrationId }: IntegrationKey, actor: string): Promise<number> {
    const [row] = await tx.query<{ approved: number }>(
      `with approved as (
         update registrations r set seq = r.seq + 1, approved_seq = r.seq + 1, attempts = 0, due_at = now(), state = ${DUE_STATE}
         where tenant_id = $1 and integration_id = $2 and state in ('HELD', 'DISCARDED')
         returning identity_id, desired, confirmed
       ), ${historyOf(`select identity_id, 'APPROVED' as kind, desired, confirmed, $3::text as note from approved`)}
       select count(*)::int as approved from approved`,
      [tenantId, integrationId, actor],
    );
    await tx.execute(`select pg_notify($1, $2)`, [REGISTRATION_CHANNEL, wakePayload({ tenantId, integrationId })]);
    return row?.approved ?? 0;
  }

  /** Discards the held changes. The target keeps its values until the directory changes these people again. @returns the number of rows */
  async discard(tx: Tx, { tenantId, integrationId }: IntegrationKey, actor: string): Promise<number> {
    const [row] = await tx.query<{ discarded: number }>(
      `with discarded as (
         update registrations set state = 'DISCARDED', last_error = 'Discarded by ' || $3
         where tenant_id = $1 and integration_id = $2 and state = 'HELD'
         returning identity_id, desired, confirmed
       ), ${historyOf(`select identity_id, 'DISCARDED' as kind, desired, confirmed, $3::text as note from discarded`)}
       select count(*)::int as discarded from discarded`,
      [tenantId, integrationId, actor],
    );
    return row?.discarded ?? 0;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@rollcall/platform';
import { grantSlots, type SlotClaim, type SlotGrant } from './grant-slots.js';

/** Holder of slots: one process, for one Okta org. */
export interface SlotHolder {
  tenantId: string;
  oktaOrg: string;
  holder: string;
}

/** The slots that all processes hold at an Okta org. A lock makes the processes take turns. */
@Injectable()
export class OktaSlotLeaseRepository {
  constructor(private readonly database: Database) {}

  /**
   * Grants and renews the slots of one process. The lease expires by PostgreSQL's clock.
   * @param ask `kept`: slots that the process keeps in any case; `wanted`: slots requested, 0 to return all slots
   * except `kept`
   */
  async lease(
    { tenantId, oktaOrg, holder }: SlotHolder,
    ask: { kept: number; wanted: number },
    leaseMs: number,
  ): Promise<SlotGrant> {
    return this.database.transaction(async (tx) => {
      await tx.execute(`select pg_advisory_xact_lock(hashtextextended($1::text || '/' || $2, 0))`, [tenantId, oktaOrg]);
      const others = await tx.query<SlotClaim>(
        `select slots, wanted from okta_slot_leases
         where tenant_id = $1 and okta_org = $2 and holder <> $3 and expires_at > clock_timestamp()`,
        [tenantId, oktaOrg, holder],
      );
      const grant = grantSlots(ask, others);
      const key = [tenantId, oktaOrg, holder];
      if (grant.slots === 0 && ask.wanted === 0) await tx.execute(DELETE, key);
      else await tx.execute(UPSERT, [...key, grant.slots, ask.wanted, leaseMs]);
      return grant;
    });
  }
}

/** Also deletes expired leases of other processes, because a killed process does not delete its own. */
const DELETE = `delete from okta_slot_leases
  where tenant_id = $1 and okta_org = $2 and (holder = $3 or expires_at < clock_timestamp())`;

const UPSERT = `insert into okta_slot_leases (tenant_id, okta_org, holder, slots, wanted, expires_at)
  values ($1, $2, $3, $4, $5, clock_timestamp() + $6::integer * interval '1 millisecond')
  on conflict (tenant_id, okta_org, holder) do update set
    slots = excluded.slots, wanted = excluded.wanted, expires_at = excluded.expires_at`;

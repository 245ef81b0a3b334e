import { monotonicNow } from '@rollcall/platform';
import { grantSlots, type SlotClaim, type SlotGrant } from './grant-slots.js';
import { OktaSlotLeaseRepository, type SlotHolder } from './okta-slot-lease.repository.js';

/** Leases in memory, shared by replicas that use the same instance. */
export class FakeOktaSlotLeaseRepository extends OktaSlotLeaseRepository {
  readonly rows = new Map<string, SlotClaim & { org: string; expiresAt: number }>();
  calls = 0;
  failure: Error | undefined;

  constructor() {
    super(undefined as never);
  }

  override async lease(
    { tenantId, oktaOrg, holder }: SlotHolder,
    ask: { kept: number; wanted: number },
    leaseMs: number,
  ): Promise<SlotGrant> {
    this.calls += 1;
    if (this.failure) throw this.failure;
    const org = `${tenantId}/${oktaOrg}`;
    const others = [...this.rows].filter(
      ([key, row]) => key !== `${org}/${holder}` && row.org === org && row.expiresAt > monotonicNow(),
    );
    const grant = grantSlots(
      ask,
      others.map(([, row]) => row),
    );
    if (grant.slots === 0 && ask.wanted === 0) this.rows.delete(`${org}/${holder}`);
    else
      this.rows.set(`${org}/${holder}`, {
        org,
        slots: grant.slots,
        wanted: ask.wanted,
        expiresAt: monotonicNow() + leaseMs,
      });
    return grant;
  }
}

/**
 * Maximum number of concurrent requests to one Okta org, over all processes. Okta allows 75; the rest is for the
 * customer's other clients.
 */
export const ORG_SLOTS = 64;

/** The slots that one process holds and requests. */
export interface SlotClaim {
  /** Slots held: the number of requests that the process may have in flight. */
  slots: number;
  /** Slots that the process could use. */
  wanted: number;
}

export interface SlotGrant {
  slots: number;
  /** True if another process has less than its equal share and could use more. */
  contended: boolean;
}

/**
 * Decides how many slots a process gets: up to `wanted`, but never fewer than `kept`. It may get all free slots. But
 * while another process has less than its equal share and could use more, it gets at most an equal share.
 * @param kept slots that the process must not lose
 * @param others claims of the other processes whose leases have not expired
 */
export function grantSlots(
  { kept, wanted }: { kept: number; wanted: number },
  others: readonly SlotClaim[],
  all = ORG_SLOTS,
): SlotGrant {
  const free = Math.max(0, all - others.reduce((sum, { slots }) => sum + slots, 0));
  const share = Math.max(1, Math.floor(all / (others.filter((other) => other.wanted > 0).length + 1)));
  const contended = others.some((other) => other.slots < Math.min(other.wanted, share));
  return { slots: Math.max(kept, Math.min(wanted, free, contended ? share : all)), contended };
}

import type { Decision } from '../target/decision.js';
import { backoffMs, assertNever } from '@rollcall/platform';
import type { Claim, Settlement } from '../ledger/claim.js';

/** The findings of an attempt about the remote user. They are stored whether the attempt succeeds or fails. */
export interface RemoteState {
  oktaUserId: string | null;
  confirmed: boolean | null;
  remoteStateUnknown: boolean;
  /** True if a write of this attempt got no answer. Such a write may still take effect. */
  writeLost: boolean;
}

/** The remote state as the row stores it, before an attempt. */
export function remoteStateOf({ oktaUserId, confirmed, remoteStateUnknown }: Claim): RemoteState {
  return { oktaUserId, confirmed, remoteStateUnknown, writeLost: false };
}

/** The settlement of a row whose remote user has the desired value. Nothing is left to do. */
export function settled(desired: boolean, remote: RemoteState, contacted: boolean): Settlement {
  return {
    state: 'IN_SYNC',
    desired,
    confirmed: remote.confirmed,
    oktaUserId: remote.oktaUserId,
    remoteStateUnknown: false,
    writeLost: false,
    attempts: 0,
    note: null,
    done: true,
    contacted,
    dueInMs: null,
  };
}

/** The settlement of a row that must wait, for example because the quota is used up. The row stays due, and keeps what was learned. */
export function waiting(claim: Claim, desired: boolean, remote: RemoteState): Settlement {
  const { attempts } = claim;
  return { state: 'PENDING', desired, ...remote, attempts, note: null, done: false, contacted: false, dueInMs: 0 };
}

/** The settlement of a row after a failed attempt. @param random a number in [0, 1), which spreads the retries */
export function settlementOf(
  decision: Decision,
  claim: Claim,
  desired: boolean,
  remote: RemoteState,
  random: number,
): Settlement {
  const base = { desired, ...remote, attempts: claim.attempts, note: decision.note, done: false, contacted: false };
  const attempts = claim.attempts + 1;
  switch (decision.action) {
    case 'RETRY':
      return {
        ...base,
        state: 'RETRYING',
        attempts,
        dueInMs: Math.max(decision.minDelayMs, backoffMs(attempts, random)),
      };
    case 'HOLD':
    case 'PAUSE':
    case 'INSPECT_ATTRIBUTE':
      return { ...base, state: 'PENDING', dueInMs: 0 };
    case 'PARK':
      return { ...base, state: 'PARKED', attempts, dueInMs: null };
    case 'SKIP':
      return { ...base, state: 'SKIPPED', attempts: 0, done: true, dueInMs: null };
    case 'UNLINK':
      return {
        ...base,
        state: 'UNLINKED',
        attempts,
        oktaUserId: null,
        confirmed: null,
        remoteStateUnknown: false,
        dueInMs: null,
      };
    default:
      return assertNever(decision);
  }
}

import type { Decision } from '../target/decision.js';
import { backoffMs, assertNever } from '@rollcall/platform';
import type { Claim, Settlement } from './claim.js';

/** What an attempt learnt of Okta before it succeeded or failed. */
export interface Learnt {
  oktaUserId: string | null;
  confirmed: boolean | null;
  unsure: boolean;
}

/** Okta holds the desired value: nothing is owed. */
export function settled(desired: boolean, learnt: Learnt, contacted: boolean): Settlement {
  return {
    state: 'IN_SYNC',
    desired,
    confirmed: learnt.confirmed,
    oktaUserId: learnt.oktaUserId,
    unsure: false,
    attempts: 0,
    note: null,
    done: true,
    contacted,
    dueInMs: null,
  };
}

/** The org's quota is spent: due at once when it is not, with what was learnt so far. */
export function waiting(claim: Claim, desired: boolean, learnt: Learnt): Settlement {
  const { attempts } = claim;
  return { state: 'PENDING', desired, ...learnt, attempts, note: null, done: false, contacted: false, dueInMs: 0 };
}

/** What a ledger row becomes after an attempt that failed; `random` in [0, 1) spreads retries. */
export function settlementOf(
  decision: Decision,
  claim: Claim,
  desired: boolean,
  learnt: Learnt,
  random: number,
): Settlement {
  const base = { desired, ...learnt, attempts: claim.attempts, note: decision.note, done: false, contacted: false };
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
      return { ...base, state: 'UNLINKED', attempts, oktaUserId: null, confirmed: null, unsure: false, dueInMs: null };
    default:
      return assertNever(decision);
  }
}

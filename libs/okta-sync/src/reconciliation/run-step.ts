import type { Drift } from './drift.js';

/** What one step of listing found. */
export interface RunStep {
  drift: Drift[];
  /** Identities registered on both sides. */
  seen: string[];
  /** People looked at. */
  examined: number;
  oktaRequests: number;
  /** Where the next step begins; undefined: the list is through. */
  next: string | undefined;
}

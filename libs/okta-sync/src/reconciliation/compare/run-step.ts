import type { Drift } from '../records/drift.js';
import { joinedRefusals, type Refusals } from '../records/refusals.js';

/** What one step of listing found. */
export interface RunStep {
  drift: Drift[];
  refusals: Refusals;
  /** Number of people compared. */
  examined: number;
  oktaRequests: number;
  /** Where the next step begins; undefined at the end of the list. */
  next: string | undefined;
}

/** Two consecutive steps as one. */
export function joined(first: RunStep | undefined, second: RunStep): RunStep {
  if (!first) return second;
  return {
    drift: [...first.drift, ...second.drift],
    refusals: joinedRefusals(first.refusals, second.refusals),
    examined: first.examined + second.examined,
    oktaRequests: first.oktaRequests + second.oktaRequests,
    next: second.next,
  };
}

import type { Drift } from '../records/drift.js';
import { joinedRefusals, type Refusals } from '../records/refusals.js';

/** The result of one step, which compares a part of a list. */
export interface RunStep {
  drift: Drift[];
  refusals: Refusals;
  /** Number of people compared. */
  examined: number;
  oktaRequests: number;
  /** The position at which the next step begins; undefined at the end of the list. */
  next: string | undefined;
}

/** Combines two consecutive steps. */
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

/** People of a run without data from the target. */
export interface Refusals {
  count: number;
  /** The target's answer about the first of them; null if there is none. */
  first: string | null;
}

export const NO_REFUSALS: Refusals = { count: 0, first: null };

/** Adds refusals that came later. */
export function joinedRefusals(first: Refusals, second: Refusals): Refusals {
  return { count: first.count + second.count, first: first.first ?? second.first };
}

/** People that a list announced but did not return. */
export function notListed(count: number): Refusals {
  return { count, first: count > 0 ? `Its list promised ${count} more people than it named.` : null };
}

/** Why nothing is known about some people; undefined when all were compared. @param label name of the target, the subject of messages */
export function incompleteReason(label: string, { count, first }: Refusals): string | undefined {
  return count > 0
    ? `${label} did not answer for ${count} of the people to compare. ${first ?? ''}`.trimEnd()
    : undefined;
}

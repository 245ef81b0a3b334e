/** People without data from the target during a run. */
export interface Refusals {
  count: number;
  /** The target's answer for the first of these people; null if there is none. */
  first: string | null;
}

export const NO_REFUSALS: Refusals = { count: 0, first: null };

/** Combines refusals with later ones. */
export function joinedRefusals(first: Refusals, second: Refusals): Refusals {
  return { count: first.count + second.count, first: first.first ?? second.first };
}

/** Refusals for people that a list counted but did not return. */
export function notListed(count: number): Refusals {
  return { count, first: count > 0 ? `Its list promised ${count} more people than it named.` : null };
}

/**
 * The message about people who could not be compared; undefined if all were.
 * @param label name of the target, used as the subject of the message
 */
export function incompleteReason(label: string, { count, first }: Refusals): string | undefined {
  return count > 0
    ? `${label} did not answer for ${count} of the people to compare. ${first ?? ''}`.trimEnd()
    : undefined;
}

/** People of a run that the target did not answer for. */
export interface Refusals {
  count: number;
  /** What it said of the first; null when there was none. */
  first: string | null;
}

export const NO_REFUSALS: Refusals = { count: 0, first: null };

/** The second ones met with after the first. */
export function joinedRefusals(first: Refusals, second: Refusals): Refusals {
  return { count: first.count + second.count, first: first.first ?? second.first };
}

/** People that a list promised and did not name. */
export function notListed(count: number): Refusals {
  return { count, first: count > 0 ? `Its list promised ${count} more people than it named.` : null };
}

/** Why nothing is known about some people; undefined when all were compared. @param label how a sentence about the target begins */
export function incompleteReason(label: string, { count, first }: Refusals): string | undefined {
  return count > 0
    ? `${label} did not answer for ${count} of the people to compare. ${first ?? ''}`.trimEnd()
    : undefined;
}

/** People of a run whom the target refused to tell about. */
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

/** Why nothing is known of some people; undefined when everybody was compared. @param label how a sentence about the target begins */
export function untold(label: string, { count, first }: Refusals): string | undefined {
  return count > 0
    ? `${label} refused to tell of ${count} of the people compared. ${first ?? ''}`.trimEnd()
    : undefined;
}

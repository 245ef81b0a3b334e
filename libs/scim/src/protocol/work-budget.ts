import { ScimError } from './errors/scim-error.js';

/** Maximum number of comparisons per request; a million block the process for some tenths of a second. */
const MAX_WORK = 1_000_000;
/** Cost of folding two texts; the unit is one comparison of numbers. */
const COST_OF_TEXTS = 4;
/** Characters of a text that cost as much as one comparison. */
const CHARACTERS = 32;

/**
 * Limits the work of one request, counted per comparison of a filter with a value, so that many filters times many values cannot block the
 * process.
 */
export class WorkBudget {
  constructor(private left = MAX_WORK) {}

  /** @throws ScimError 413 when the request has used up its budget */
  spend(units: number): void {
    this.left -= units;
    if (this.left >= 0) return;
    throw ScimError.payloadTooLarge(
      'The operations, filters and values of this request are too many together. Send fewer operations at once.',
    );
  }

  /** Charges a comparison that folds two texts. @throws ScimError 413 */
  spendOnTexts(one: string, other: string): void {
    this.spend(COST_OF_TEXTS + (one.length + other.length) / CHARACTERS);
  }
}

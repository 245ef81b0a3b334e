import { ScimError } from './errors/scim-error.js';

/** Comparisons of a value; a million take some tenths of a second, in which the process answers no one else. */
const MAX_WORK = 1_000_000;
/** Cost of folding two texts; the unit is one comparison of numbers. */
const COST_OF_TEXTS = 4;
/** Characters of a text that cost as much as one comparison. */
const CHARACTERS = 32;

/** Work that one request may ask for: counted where filters meet values, so that no product of the two blocks the process. */
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

  /** A comparison that folds and reads two texts. @throws ScimError 413 */
  spendOnTexts(one: string, other: string): void {
    this.spend(COST_OF_TEXTS + (one.length + other.length) / CHARACTERS);
  }
}

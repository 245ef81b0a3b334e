/** A violation of a rule by the product. */
export class Violation extends Error {
  override readonly name = 'Violation';

  constructor(
    readonly rule: Rule,
    message: string,
  ) {
    super(`${rule}: ${message}`);
  }
}

export const RULES = [
  'AT_REST',
  'AT_REST_AFTER_RECONCILIATION',
  'SOMEONE_ELSES_USER',
  'NOT_DESIRED',
  'TWO_IN_FLIGHT',
  'WROTE_WHILE_PAUSED',
  'NEVER_ENDS',
  'IN_SYNC_UNKNOWN',
  'CAP',
  'LEASE',
  'LISTS_END',
  'RATE_LIMIT',
  'TAKEOVER',
  'DRIFT',
] as const;

export type Rule = (typeof RULES)[number];

/** Rules that fail a run: all. */
export const ENFORCED: ReadonlySet<Rule> = new Set(RULES);

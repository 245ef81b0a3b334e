import type { ScimApp, ScimClient } from '../integration/scim/scim-app.js';
import type { ObligationId } from './obligations.js';

/** A sentence of a specification, and the test case that proves it. */
export interface Requirement {
  /** The place in the specification, such as `RFC 7644 §3.3`. */
  readonly cite: string;
  /** The sentence of the specification, without the parts that are not tested. */
  readonly says: string;
  /** The obligations (MUST or SHALL) of RFC 7644 that the case tests. Empty for a SHOULD, or for another RFC. */
  readonly keeps?: readonly ObligationId[];
  readonly shows: (client: ScimClient, app: ScimApp) => Promise<void>;
}

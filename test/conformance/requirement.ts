import type { ScimApp, ScimClient } from '../integration/scim/scim-app.js';
import type { ObligationId } from './obligations.js';

/** A sentence of a specification, and the test case that proves it. */
export interface Requirement {
  /** `RFC 7644 §3.3` */
  readonly cite: string;
  /** The sentence, without the parts that are not tested. */
  readonly says: string;
  /** The MUSTs and SHALLs of RFC 7644 that the case proves; none for a SHOULD or another RFC. */
  readonly keeps?: readonly ObligationId[];
  readonly shows: (client: ScimClient, app: ScimApp) => Promise<void>;
}

import { Injectable } from '@nestjs/common';
import type { PatchForm } from './patch-form.js';
import type { ScimServer } from './scim-server.js';
import type { Precondition } from './scim-version.js';

/** How one SCIM server behaves, as its answers have shown. A field is absent until an answer has shown it. */
export interface ScimDialect {
  /** The PATCH form that has worked. */
  patch?: PatchForm;
  /** True if users can be changed only by PUT. */
  noPatch?: true;
  /** True if a read has shown that the server stored a value that was written by PUT. */
  putHolds?: true;
  /** The form in which `If-Match` must be sent. Absent if the server requires no version. */
  precondition?: Precondition;
  /**
   * About changes that are sent without a version: number of refusals in a row, time of the next attempt (monotonic
   * clock), and the wait before it.
   */
  plain?: { refusals: number; again: number; afterMs: number };
  /**
   * Accepted values, by user id, that the server did not show within seconds. Cleared when the server shows one of
   * them. `since`: monotonic clock.
   */
  late?: { since: number; values: Map<string, boolean> };
  /** Milliseconds that passed until the server showed the last late value. */
  lagMs?: number;
  /** By how many users `totalResults` of the last list exceeded the users listed. */
  surplus?: number;
  /** True if `totalResults` of the last search for one userName exceeded the number of matches. */
  totalTooLarge?: boolean;
  /** A userName from the last list. A search for it shows what `totalResults` counts. */
  listed?: string;
  /**
   * `NAMED`: the server returns the attribute if `attributes` contains its name. `WHOLE`: it returns the attribute only
   * in whole resources.
   */
  shows?: 'NAMED' | 'WHOLE';
  /** True if the filter on the attribute has found a user. */
  filterFinds?: true;
  /** Number of server failures in a row in lists with the filter on the attribute. */
  filterFailures?: number;
  /**
   * About the filter on externalId: number of refusals in a row, and number of searches since then that were answered
   * without a request.
   */
  externalIdFilter?: { refusals: number; omitted: number };
  /** Content type, if the server requires one other than application/scim+json. */
  contentType?: string;
}

const MAX_SERVERS = 1_000;

/**
 * What this process has learned about SCIM servers. It is kept in memory only, because learning costs only a few
 * requests, and because servers change.
 */
@Injectable()
export class ScimDialects {
  private readonly known = new Map<string, ScimDialect>();

  /** Returns a mutable object, in which callers record what they learn. */
  of({ integrationId, baseUrl, extension, attribute }: ScimServer): ScimDialect {
    const key = JSON.stringify([integrationId, baseUrl, extension, attribute]);
    const dialect = this.known.get(key) ?? {};
    this.known.delete(key);
    if (this.known.size >= MAX_SERVERS) this.known.delete(this.known.keys().next().value ?? '');
    this.known.set(key, dialect);
    return dialect;
  }

  /** True if a read has shown that this server stored a value that we wrote. */
  hasHeld(server: ScimServer): boolean {
    const { patch, putHolds } = this.of(server);
    return patch !== undefined || putHolds === true;
  }
}

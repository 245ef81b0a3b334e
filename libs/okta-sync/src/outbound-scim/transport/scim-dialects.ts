import { Injectable } from '@nestjs/common';
import type { PatchForm } from './patch-form.js';
import type { ScimServer } from './scim-server.js';
import type { Precondition } from './scim-version.js';

/** What one SCIM server's answers have shown about its dialect; an absent member is not known yet. */
export interface ScimDialect {
  /** The way to set the attribute that was seen to work. */
  patch?: PatchForm;
  /** Users can only be changed by PUT. */
  noPatch?: true;
  /** A read has shown that the server stored a value written by PUT. */
  putHolds?: true;
  /** Changes have to say which version they start from, in this way. */
  precondition?: Precondition;
  /** How many changes without a version were refused in a row, and when one is tried again after two, on the monotonic clock. */
  plain?: { refusals: number; again: number; afterMs: number };
  /** Values by user that the server took and did not show within seconds, since it last showed one. On the monotonic clock. */
  late?: { since: number; values: Map<string, boolean> };
  /** Milliseconds until it showed the last late value. */
  lagMs?: number;
  /** People that the last list promised and did not name. */
  surplus?: number;
  /** totalResults of the last search for one userName counted more than what matched. */
  totalTooLarge?: boolean;
  /** The userName of a user of the last list, for a search that shows how `totalResults` counts. */
  listed?: string;
  /** Where the server shows the attribute: if `attributes` names it, or in whole resources only. */
  shows?: 'NAMED' | 'WHOLE';
  /** The filter on the attribute has found a user. */
  filterFinds?: true;
  /** How often in a row the filter on the attribute made the server fail. */
  filterFailures?: number;
  /** How often in a row a filter on externalId was refused, and how often it was left out since. */
  externalIdFilter?: { refusals: number; omitted: number };
  /** Bodies have to be called so, not application/scim+json. */
  contentType?: string;
}

const MAX_SERVERS = 1_000;

/** What this process has learnt of SCIM servers. A restart forgets it: it costs a few requests to learn, and servers change. */
@Injectable()
export class ScimDialects {
  private readonly known = new Map<string, ScimDialect>();

  /** Mutable: callers record in it what they learn. */
  of({ integrationId, baseUrl, extension, attribute }: ScimServer): ScimDialect {
    const key = JSON.stringify([integrationId, baseUrl, extension, attribute]);
    const dialect = this.known.get(key) ?? {};
    this.known.delete(key);
    if (this.known.size >= MAX_SERVERS) this.known.delete(this.known.keys().next().value ?? '');
    this.known.set(key, dialect);
    return dialect;
  }

  /** Whether a value written to this server was seen to be held. */
  hasHeld(server: ScimServer): boolean {
    const { patch, putHolds } = this.of(server);
    return patch !== undefined || putHolds === true;
  }
}

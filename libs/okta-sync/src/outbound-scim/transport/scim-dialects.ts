import { Injectable } from '@nestjs/common';
import type { PatchForm } from './patch-form.js';
import type { ScimServer } from './scim-server.js';
import type { Precondition } from './scim-version.js';

/** What one SCIM server's answers have shown about its dialect; an absent member is not known yet. */
export interface ScimDialect {
  /** The PATCH form that has worked. */
  patch?: PatchForm;
  /** Users can only be changed by PUT. */
  noPatch?: true;
  /** A read has shown that the server stored a value written by PUT. */
  putHolds?: true;
  /** How `If-Match` must be sent; absent when no version is required. */
  precondition?: Precondition;
  /** Changes without a version: number of consecutive refusals, and when (monotonic clock) the next one is tried. */
  plain?: { refusals: number; again: number; afterMs: number };
  /** Accepted values, by user, that the server did not show within seconds; cleared when it shows one. `since`: monotonic clock. */
  late?: { since: number; values: Map<string, boolean> };
  /** Milliseconds that the server took to show the last late value. */
  lagMs?: number;
  /** Number of people that the last list announced but did not return. */
  surplus?: number;
  /** `totalResults` of the last search for one userName was larger than the number of matches. */
  totalTooLarge?: boolean;
  /** A userName from the last list; searching for it shows what `totalResults` counts. */
  listed?: string;
  /** Where the server shows the attribute: if `attributes` names it, or in whole resources only. */
  shows?: 'NAMED' | 'WHOLE';
  /** The filter on the attribute has found a user. */
  filterFinds?: true;
  /** Number of consecutive server failures with the filter on the attribute. */
  filterFailures?: number;
  /** Filter on externalId: number of consecutive refusals, and of searches that omitted the filter since then. */
  externalIdFilter?: { refusals: number; omitted: number };
  /** Content type that the server requires instead of application/scim+json. */
  contentType?: string;
}

const MAX_SERVERS = 1_000;

/** What this process has learned about SCIM servers. In memory only: learning costs a few requests, and servers change. */
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

  /** Whether a read has shown that this server stored a value that we wrote. */
  hasHeld(server: ScimServer): boolean {
    const { patch, putHolds } = this.of(server);
    return patch !== undefined || putHolds === true;
  }
}

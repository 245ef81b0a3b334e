import { Injectable } from '@nestjs/common';
import type { PatchForm } from './patch-form.js';
import type { ScimServer } from './scim-server.js';
import type { Precondition } from './scim-version.js';

/** How one SCIM server wants to be spoken to, as far as its answers have shown; what is absent is not known yet. */
export interface ScimDialect {
  /** The way to set the attribute that was seen to work. */
  patch?: PatchForm;
  /** Users can only be changed by PUT. */
  noPatch?: true;
  /** A value that was PUT was seen to be held. */
  putHolds?: true;
  /** Changes have to say which version they start from, in this way. */
  precondition?: Precondition;
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
}

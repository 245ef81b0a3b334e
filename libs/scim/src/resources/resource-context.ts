import type { ScimCaller } from '@rollcall/credentials';
import type { Steps } from '@rollcall/platform';
import type { AttributeSelection, CursorKeys, WorkBudget } from '../protocol/index.js';
import type { IntegrationSchema } from '../mapping/integration-schema.js';
import type { ListPlaces } from './list-places.js';

/** The context of a SCIM operation. */
export interface ResourceContext {
  caller: ScimCaller;
  /** SCIM URL of the integration, without a slash at its end. */
  baseUrl: string;
  schemas: IntegrationSchema;
  cursorKeys: CursorKeys;
  places: ListPlaces;
  /** `attributes` and `excludedAttributes` of the request. */
  selection: AttributeSelection;
  /** The request has one of these parameters, empty or not: a PATCH then answers 200 (RFC 7644 §3.5.2). */
  selects: boolean;
  /** Shared by all operations of a bulk request. */
  budget: WorkBudget;
  /** Runs long work in slices, so that other requests are answered in between. */
  inSlices<T>(steps: Steps<T>): Promise<T>;
  /** Only the status and version of the answer are used, as in bulk. */
  withoutBody: boolean;
  ifMatch?: string | undefined;
  ifNoneMatch?: string | undefined;
}

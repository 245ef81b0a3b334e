export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const PATCH_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export interface ScimResource {
  id: string;
  [attribute: string]: unknown;
}

export interface ListResponse {
  totalResults: number;
  startIndex: number;
  itemsPerPage: number;
  Resources: ScimResource[];
}

export interface PatchOperation {
  op: 'add' | 'remove' | 'replace';
  path?: string;
  value?: unknown;
}

export interface Member {
  /** SCIM id of the user. */
  value: string;
  display: string;
}

/** An entry in Okta's "Tasks" list. The message is the `detail` of an error, or says why the response is invalid. */
export class ProvisioningError extends Error {
  constructor(
    message: string,
    readonly status: number | undefined,
    readonly scimType?: string,
  ) {
    super(message);
  }
}

export function patchOf(operations: readonly PatchOperation[]): Record<string, unknown> {
  return { schemas: [PATCH_SCHEMA], Operations: operations };
}

/** Reads a list response as strictly as Okta's importer: counts must be integers, never strings. */
export function readList(body: unknown): ListResponse {
  const list = body as Partial<ListResponse> | null;
  const counts = [list?.totalResults, list?.startIndex, list?.itemsPerPage];
  if (!counts.every((count) => Number.isInteger(count))) {
    throw new ProvisioningError('totalResults, startIndex and itemsPerPage must be integers', undefined);
  }
  return { ...(list as ListResponse), Resources: list?.Resources ?? [] };
}

export function readResource(body: unknown): ScimResource {
  const id: unknown = (body as { id?: unknown } | null)?.id;
  if (typeof id !== 'string' || id === '') throw new ProvisioningError('the answer holds no resource id', undefined);
  return body as ScimResource;
}

import { ifMatchHolds, ifNoneMatchHits, ScimError, weakEtag } from '../protocol/index.js';
import type { ResourceContext } from './resource-context.js';
import type { ScimAnswer } from './scim-answer.js';

/** RFC 7644 §3.14. @throws ScimError 412 when the resource isn't at the version that the client changes */
export function requireVersion({ ifMatch, ifNoneMatch }: ResourceContext, { version }: { version: string }): void {
  if (ifMatch === undefined && ifNoneMatch === undefined) return;
  const etag = weakEtag(version);
  if (ifMatchHolds(ifMatch, etag) && !ifNoneMatchHits(ifNoneMatch, etag)) return;
  throw ScimError.preconditionFailed(
    `The resource has changed: its version is ${etag}. Read it again before changing it.`,
  );
}

/** RFC 7232 §4.1: 304 carries the ETag. */
export function notModified({ version }: { version: string }): ScimAnswer {
  return { status: 304, etag: weakEtag(version) };
}

export function isConditional({ ifMatch, ifNoneMatch }: ResourceContext): boolean {
  return ifMatch !== undefined || ifNoneMatch !== undefined;
}

/** Deletes the version that was checked; if another change comes between check and deletion, it checks again. */
export async function deleteAtVersion(
  context: ResourceContext,
  get: () => Promise<{ version: string }>,
  remove: (version: string | undefined) => Promise<boolean>,
): Promise<void> {
  for (let gone = false; !gone;) {
    if (!isConditional(context)) gone = await remove(undefined);
    else {
      const current = await get();
      requireVersion(context, current);
      gone = await remove(current.version);
    }
  }
}

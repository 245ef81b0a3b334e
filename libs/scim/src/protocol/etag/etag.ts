const TAG = /(?:W\/)?"([^"]*)"/g;

/** RFC 7644 §3.14: meta.version and the ETag header are the same weak entity tag. */
export function weakEtag(version: string | number | bigint): string {
  return `W/"${version}"`;
}

/** True without a header. Uses weak comparison, as RFC 7644 §3.14 defines for If-Match. */
export function ifMatchHolds(header: string | undefined, etag: string): boolean {
  return header === undefined || names(header, etag);
}

/** True when If-None-Match names the tag: a GET answers 304, a write 412. False without a header. */
export function ifNoneMatchHits(header: string | undefined, etag: string): boolean {
  return header !== undefined && names(header, etag);
}

function names(header: string, etag: string): boolean {
  if (header.trim() === '*') return true;
  const opaque = opaqueOf(etag);
  for (const [, tag] of header.matchAll(TAG)) if (tag === opaque) return true;
  return header.trim() === opaque;
}

function opaqueOf(etag: string): string {
  return etag.slice(etag.indexOf('"') + 1, etag.lastIndexOf('"'));
}

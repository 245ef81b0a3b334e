/** RFC 7644 §3.14: meta.version and the ETag header are the same weak entity tag. */
export function weakEtag(version: string | number): string {
  return `W/"${version}"`;
}

/** True without a header. Tags are compared weakly, as RFC 7644 §3.14 shows for If-Match. */
export function ifMatchHolds(_header: string | undefined, _etag: string): boolean {
  throw new Error('not written yet');
}

/** True when If-None-Match names the tag: a GET answers 304, a write 412. False without a header. */
export function ifNoneMatchHits(_header: string | undefined, _etag: string): boolean {
  throw new Error('not written yet');
}

import { pageHeaders } from '@rollcall/passkeys';

/** Allows only scripts with the nonce, no framing, and keeps the flow's address out of caches and referrers. */
export function signInHeaders(nonce?: string): Record<string, string> {
  return pageHeaders(nonce === undefined ? `'none'` : `'nonce-${nonce}'`, 'get');
}

import { pageHeaders } from '@rollcall/passkeys';

/**
 * Headers that allow only scripts with the nonce, forbid framing, and keep the flow's address out of caches and
 * referrers.
 */
export function signInHeaders(nonce?: string): Record<string, string> {
  return pageHeaders(nonce === undefined ? `'none'` : `'nonce-${nonce}'`, 'get');
}

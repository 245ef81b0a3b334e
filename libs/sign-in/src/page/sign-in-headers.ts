import { pageHeaders } from '@rollcall/passkeys';

/** Only scripts with the nonce run, no other site frames the page, and the address of the flow stays out of caches and referrers. */
export function signInHeaders(nonce?: string): Record<string, string> {
  return pageHeaders(nonce === undefined ? `'none'` : `'nonce-${nonce}'`, 'get');
}

/** Only scripts with the nonce run, no other site frames the page, and the address of the flow stays out of caches and referrers. */
export function pageHeaders(nonce?: string): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      `default-src 'none'`,
      `script-src ${nonce === undefined ? `'none'` : `'nonce-${nonce}'`}`,
      `style-src 'self'`,
      `connect-src 'self'`,
      `img-src data:`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-ancestors 'none'`,
      `require-trusted-types-for 'script'`,
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'publickey-credentials-get=(self)',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex',
  };
}

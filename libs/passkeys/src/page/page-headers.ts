const PRIVATE: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

export const JSON_HEADERS: Readonly<Record<string, string>> = {
  ...PRIVATE,
  'content-type': 'application/json; charset=utf-8',
};

/**
 * Headers of a page on which a person creates or uses a passkey.
 * @param script where the page's scripts may come from, as a source of the content security policy
 * @param ceremony `create` if the page creates passkeys, `get` if it uses them
 */
export function pageHeaders(script: string, ceremony: 'create' | 'get'): Record<string, string> {
  return {
    ...PRIVATE,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      `default-src 'none'`,
      `script-src ${script}`,
      `style-src 'self'`,
      `connect-src 'self'`,
      `img-src data:`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-ancestors 'none'`,
      `require-trusted-types-for 'script'`,
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': `publickey-credentials-${ceremony}=(self)`,
    'x-frame-options': 'DENY',
  };
}

/**
 * Headers of the enrollment page. Only our own scripts run, no site can frame the page, and caches and referrers do not
 * get the token.
 */
export const PAGE_HEADERS = pageHeaders(`'self'`, 'create');

export const ASSET_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
};

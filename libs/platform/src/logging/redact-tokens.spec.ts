import fc from 'fast-check';
import { redactTokens } from './redact-tokens.js';
import { mintToken, type TokenKind } from '../secrets/token.js';

const TENANT = '01900000-0000-7000-8000-000000000000';
const KINDS: TokenKind[] = ['admin', 'session', 'scim', 'access', 'enroll', 'client', 'secret', 'hook'];

it.each(KINDS)('replaces a token of kind %s at any position', (kind) => {
  const { token } = mintToken(kind, TENANT);
  fc.assert(
    fc.property(
      fc.constantFrom('', '?access_token=', '/Users/', '"', 'a '),
      fc.constantFrom('', '&x=1', '"', ' '),
      (before, after) => {
        const redacted = redactTokens(before + token + after);
        expect(redacted).toBe(`${before}${token.slice(0, 3)}_…${after}`);
      },
    ),
  );
});

it('replaces the beginning of a token, the root token and a webhook secret', () => {
  const { token } = mintToken('scim', TENANT);
  expect(redactTokens(`x ${token.slice(0, 40)}`)).toBe('x rcs_…');
  expect(redactTokens('rcr_Zm9vYmFyYmF6cXV4-_x')).toBe('rcr_…');
  expect(redactTokens('whsec_Zm9vYmFy+/=')).toBe('whsec_…');
});

it('does not change other texts', () => {
  for (const text of ['', 'userName eq "…"', 'src_attribute', 'rcs_', 'rcs_short', 'members_of_staff'])
    expect(redactTokens(text)).toBe(text);
});

import fc from 'fast-check';
import { fromBase62, toBase62 } from './base62.js';
import { mintToken, readToken } from './token.js';

const kinds = fc.constantFrom('admin', 'session', 'scim', 'access', 'enroll', 'client', 'secret', 'hook' as const);

test('readToken returns kind, tenant and hash of a token from mintToken', () => {
  fc.assert(
    fc.property(kinds, fc.uuid(), (kind, tenantId) => {
      const minted = mintToken(kind, tenantId);
      expect(readToken(minted.token)).toEqual({ kind, tenantId, hash: minted.hash });
      expect(minted.token.endsWith(minted.lastFour)).toBe(true);
    }),
  );
});

test('a token with one changed character is refused without a database query', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(77), fc.constantFrom(...'0aZ9x'), (tenantId, at, character) => {
      const { token } = mintToken('scim', tenantId);
      fc.pre(token[at] !== character);
      expect(readToken(token.slice(0, at) + character + token.slice(at + 1))).toBeUndefined();
    }),
  );
});

test('base 62 restores any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      expect(fromBase62(toBase62(Buffer.from(bytes), 22), 16)).toEqual(Buffer.from(bytes));
    }),
  );
});

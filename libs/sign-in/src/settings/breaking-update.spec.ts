import type { JsonWebKey } from 'node:crypto';
import { breakingUpdate } from './breaking-update.js';

const ONE = 'https://acme.okta.com/oauth2/v1/authorize/callback';
const TWO = 'https://id.acme.example/oauth2/v1/authorize/callback';
const rsa = (n: string) => ({ kty: 'RSA', n, e: 'AQAB' });
const client = (redirectUris: string[], keys?: object[]) => ({
  redirectUris,
  clientJwks: keys ? { keys: keys as JsonWebKey[] } : null,
});

it.each([
  ['nothing', client([ONE]), client([ONE])],
  ['another redirect URI', client([ONE]), client([TWO, ONE])],
  ['another key', client([ONE], [rsa('a')]), client([ONE], [rsa('b'), rsa('a')])],
  ['other members of the same key', client([ONE], [rsa('a')]), client([ONE], [{ kid: 'new', ...rsa('a') }])],
])('an update that adds %s breaks nothing', (_what, before, after) => {
  expect(breakingUpdate(before, after)).toBeUndefined();
});

it.each([
  ['a redirect URI is removed', client([ONE, TWO]), client([TWO]), ONE],
  ['the client secret is replaced by a key', client([ONE]), client([ONE], [rsa('a')]), 'refuses the client secret'],
  ['a key is replaced', client([ONE], [rsa('a')]), client([ONE], [rsa('b')]), 'refuses a key'],
  ['the keys are removed', client([ONE], [rsa('a')]), client([ONE]), 'refuses a key'],
])('an update breaks the client when %s', (_what, before, after, reason) => {
  expect(breakingUpdate(before, after)).toContain(reason);
});

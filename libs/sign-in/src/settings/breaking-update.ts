import type { JsonWebKey } from 'node:crypto';
import type { ClientJwks } from './client-jwks.js';

/** The settings on which Okta's identity provider depends. */
interface ClientSettings {
  redirectUris: readonly string[];
  clientJwks: ClientJwks | null;
}

/**
 * Says why Okta could no longer use the client after an update, unless Okta's settings are changed too. An update that
 * only adds redirect URIs or keys breaks nothing.
 * @returns undefined if the update breaks nothing
 */
export function breakingUpdate(before: ClientSettings, after: ClientSettings): string | undefined {
  const removed = before.redirectUris.find((uri) => !after.redirectUris.includes(uri));
  if (removed !== undefined) return `this removes the redirect URI ${removed}, which Okta may use`;
  if (before.clientJwks === null && after.clientJwks === null) return undefined;
  if (before.clientJwks === null) return 'this refuses the client secret, which Okta may use';
  const kept = new Set(after.clientJwks?.keys.map(fingerprint));
  return before.clientJwks.keys.every((key) => kept.has(fingerprint(key)))
    ? undefined
    : 'this refuses a key of the client, which Okta may use';
}

/**
 * The required members of a JWK, in lexicographic order (RFC 7638 §3.2). They are sorted, because the database does not
 * preserve the order of members.
 */
function fingerprint({ crv, e, kty, n, x, y }: JsonWebKey): string {
  return JSON.stringify({ crv, e, kty, n, x, y });
}

import type { Provider } from 'oidc-provider';

interface KeptClient {
  compareClientSecret(given: string): boolean;
  symmetricKeyStore: { add(key: { alg: string; use: 'sig'; kty: 'oct'; k: string }): void };
}

/**
 * Makes the library accept every valid client secret, for client authentication and for signed requests. The library
 * itself supports only one secret.
 */
export async function acceptSecrets(
  provider: Provider,
  clientId: string,
  secrets: readonly string[],
  same: (a: string, b: string) => boolean,
): Promise<void> {
  const client = (await provider.Client.find(clientId)) as unknown as KeptClient;
  client.compareClientSecret = (given) => secrets.reduce((found, secret) => same(secret, given) || found, false);
  for (const secret of secrets.slice(1)) {
    for (const alg of ['HS256', 'HS384', 'HS512']) {
      client.symmetricKeyStore.add({ alg, use: 'sig', kty: 'oct', k: Buffer.from(secret).toString('base64url') });
    }
  }
}

import { createSign, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { OktaSimulator } from '../okta-simulator.js';

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function assertion(clientId: string, audience: string, key: KeyObject, change: Record<string, unknown> = {}): string {
  const expires = Math.floor(Date.now() / 1000) + 300;
  const claims = { iss: clientId, sub: clientId, aud: audience, exp: expires, jti: String(Math.random()), ...change };
  const input = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded(claims)}`;
  return `${input}.${createSign('sha256').update(input).sign(key, 'base64url')}`;
}

describe('OAuth for Okta', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  let simulator: OktaSimulator;
  let clientId: string;

  beforeEach(async () => {
    simulator = await OktaSimulator.start({ registrationAttribute: true });
    const key: JsonWebKey = { ...publicKey.export({ format: 'jwk' }), kid: 'one' };
    clientId = simulator.org.apps.register({
      keys: [key],
      scopes: ['okta.users.manage', 'okta.schemas.read'],
    }).clientId;
  });
  afterEach(() => simulator.stop());

  const token = async (scope: string, key = privateKey, change: Record<string, unknown> = {}) => {
    const endpoint = `${simulator.url}/oauth2/v1/token`;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion(clientId, endpoint, key, change),
    });
    const answer = await fetch(endpoint, { method: 'POST', body });
    return (await answer.json()) as { access_token?: string; error?: string };
  };

  const status = async (path: string, accessToken: string | undefined, method = 'GET'): Promise<number> => {
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    return (await fetch(simulator.url + path, { method, headers, ...(method === 'GET' ? {} : { body: '{}' }) })).status;
  };

  it('issues tokens that allow only the requests of their scopes', async () => {
    const { access_token: users } = await token('okta.users.manage');
    expect(await status('/api/v1/users', users)).toBe(200);
    expect(await status('/api/v1/meta/schemas/user/default', users)).toBe(403);
    const { access_token: schemas } = await token('okta.schemas.read');
    expect(await status('/api/v1/meta/schemas/user/default', schemas)).toBe(200);
    expect(await status('/api/v1/meta/schemas/user/default', schemas, 'POST')).toBe(403);
    simulator.org.apps.revokeTokens();
    expect(await status('/api/v1/users', users)).toBe(401);
  });

  it('refuses foreign keys, wrong audiences, expired assertions, replays and scopes never granted', async () => {
    expect((await token('okta.users.manage', stranger)).error).toBe('invalid_client');
    expect((await token('okta.users.manage', privateKey, { aud: 'elsewhere' })).error).toBe('invalid_client');
    expect((await token('okta.users.manage', privateKey, { exp: 1 })).error).toBe('invalid_client');
    expect((await token('okta.users.manage', privateKey, { jti: 'again' })).error).toBeUndefined();
    expect((await token('okta.users.manage', privateKey, { jti: 'again' })).error).toBe('invalid_client');
    expect((await token('okta.groups.manage')).error).toBe('invalid_scope');
  });
});

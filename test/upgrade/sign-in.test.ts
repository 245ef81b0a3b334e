import type { JSONWebKeySet } from 'jose';
import { AdminApi } from '../e2e/admin-api.js';
import { fleetEnvironment, Replica } from '../replicas/replica.js';
import { addPasskeyOwner, enableSignIn, type PasskeyOwner, SigningIn } from '../replicas/signing-in.js';
import { createDatabase, freePort, type TestDatabase } from '../support/index.js';
import { buildPreviousRelease } from './build-previous-release.js';

let database: TestDatabase;
const replicas: Replica[] = [];

beforeAll(async () => {
  database = await createDatabase('template0');
});
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.end('SIGTERM')));
  await database?.drop();
});

it('people sign in with passkeys that the previous release bound, before the upgrade and during it', async () => {
  const publicUrl = `http://localhost:${await freePort()}`;
  const env = fleetEnvironment(database.url, { PUBLIC_URL: publicUrl });
  const start = async (name: string, dist?: string): Promise<Replica> => {
    const port = String(await freePort());
    const options = { app: 'server', env: { ...env, PORT: port }, ...(dist && { dist }) } as const;
    const replica = new Replica(name, options, `http://localhost:${port}`);
    replicas.push(replica);
    await replica.start();
    return replica;
  };
  const older = await start('previous release', await buildPreviousRelease());
  const admin = new AdminApi(older.url, env.ADMIN_TOKEN);
  const { id: integrationId } = await admin.createIntegration('Okta');
  const { token: scimToken } = await admin.generateBearerToken(integrationId);
  const access = { integrationId, scimToken, adminToken: env.ADMIN_TOKEN };
  const before = await addPasskeyOwner(older.url, access, 'before@rollcall.example', publicUrl);

  const newer = await start('this release');
  // A new process is needed. The previous release does not prepare a statement again if the columns of its result have
  // changed.
  const restarted = await start('previous release, restarted', await buildPreviousRelease());
  const during = await addPasskeyOwner(restarted.url, access, 'during@rollcall.example', publicUrl);
  const target = await enableSignIn(new AdminApi(newer.url, env.ADMIN_TOKEN), integrationId);
  const jwks = (await (await fetch(`${newer.url}/oidc/${integrationId}/jwks`)).json()) as JSONWebKeySet;
  const signIn = (owner: PasskeyOwner) =>
    new SigningIn(
      target,
      owner,
      (url) => new URL(url.pathname + url.search, newer.url),
      () => jwks,
    ).run();
  for (const owner of [before, during]) expect(await signIn(owner)).toBe(jwks.keys[0]?.['kid']);

  // If a server of the previous release revokes a passkey, that takes effect at once.
  const { passkeys } = await admin.ask<{ passkeys: { id: string }[] }>(
    'query ($id: ID!) { identity(id: $id) { passkeys { id } } }',
    { id: before.identityId },
  );
  await admin.revokePasskey(passkeys[0]!.id);
  await expect(signIn(before)).rejects.toThrow(/PASSKEY_REVOKED/);
  await signIn(during);
});

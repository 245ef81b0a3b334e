import { setTimeout as sleep } from 'node:timers/promises';
import type { JSONWebKeySet } from 'jose';
import { AdminApi } from '../e2e/admin-api.js';
import { createDatabase, eventually, freePort, type TestDatabase } from '../support/index.js';
import { fleetEnvironment, Replica } from './replica.js';
import { addPasskeyOwner, enableSignIn, type PasskeyOwner, SigningIn, type SignInTarget, STEPS } from './signing-in.js';

/** Seconds for which the load runs. REPLICAS_SECONDS=600 makes a long run. */
const SECONDS = Number(process.env['REPLICAS_SECONDS'] ?? 12);
const PEOPLE = 8;

jest.setTimeout((SECONDS + 600) * 1000);

let database: TestDatabase;
let replicas: [Replica, Replica, Replica];
let adminToken: string;
let publicUrl: string;
let target: SignInTarget;
let people: PasskeyOwner[];

beforeAll(async () => {
  database = await createDatabase();
  publicUrl = `http://localhost:${await freePort()}`;
  const env = fleetEnvironment(database.url, {
    PUBLIC_URL: publicUrl,
    DRAIN_SECONDS: '0.5',
    GRAPHQL_RATE_LIMIT: '0',
    PAGE_RATE_LIMIT: '0',
    TOKEN_RATE_LIMIT: '0',
  });
  adminToken = env.ADMIN_TOKEN;
  const made: Replica[] = [];
  for (const name of ['server 1', 'server 2', 'server 3']) {
    const port = String(await freePort());
    made.push(new Replica(name, { app: 'server', env: { ...env, PORT: port } }, `http://localhost:${port}`));
  }
  replicas = made as typeof replicas;
  await Promise.all(replicas.map((replica) => replica.start()));

  const { url } = replicas[0];
  const admin = new AdminApi(url, adminToken);
  const { id: integrationId } = await admin.createIntegration('Okta');
  const { token: scimToken } = await admin.generateBearerToken(integrationId);
  target = await enableSignIn(admin, integrationId);
  people = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const userName = `person.${n}@rollcall.example`;
    people.push(await addPasskeyOwner(url, { integrationId, scimToken, adminToken }, userName, publicUrl));
  }
});

afterAll(async () => {
  await Promise.all((replicas ?? []).map((replica) => replica.end('SIGTERM')));
  await database?.drop();
});

const at = ({ url }: Replica, asked: URL): URL => new URL(asked.pathname + asked.search, url);

async function fetchJwks({ url }: Replica): Promise<JSONWebKeySet> {
  return (await (await fetch(`${url}/oidc/${target.integrationId}/jwks`)).json()) as JSONWebKeySet;
}

it.each(STEPS.slice(0, -1))(
  'another replica finishes a sign-in after a kill -9 that follows its step "%s"',
  async (step) => {
    const [dying, other] = replicas;
    const jwks = await fetchJwks(other);
    let current = dying;
    const signingIn = new SigningIn(
      target,
      people[0]!,
      (url) => at(current, url),
      () => jwks,
    );
    await signingIn.run(async (done) => {
      if (done !== step) return;
      await dying.end('SIGKILL');
      current = other;
    });
    expect(dying.process.running).toBe(false);
    await dying.start();
  },
);

it('no sign-in needs more than one retry while replicas are killed and restarted and keys rotate', async () => {
  let jwks = await fetchJwks(replicas[0]);
  const running = { trouble: true };
  const figures = { signIns: 0, retried: 0, killed: 0, stopped: 0, rotations: 0 };
  const signers = new Set<string>();
  const failures: string[] = [];

  /**
   * Signs one person in. @returns undefined on success, or the reason of the failure; `excused` is true if the request
   * went to a replica that was killed
   */
  const attempt = async (person: PasskeyOwner): Promise<{ reason: string; excused: boolean } | undefined> => {
    let asked = { replica: replicas[0] as Replica, began: 0 };
    const reach = (url: URL): URL => {
      const ready = replicas.filter((replica) => replica.ready);
      const replica = ready[Math.floor(Math.random() * ready.length)]!;
      asked = { replica, began: performance.now() };
      return at(replica, url);
    };
    try {
      signers.add(await new SigningIn(target, person, reach, () => jwks).run());
      return undefined;
    } catch (error) {
      const reason = `${asked.replica.name}: ${String((error as Error).cause ?? error)}`;
      return { reason, excused: asked.replica.mayHaveDied(asked.began) };
    }
  };
  const person = async (owner: PasskeyOwner): Promise<void> => {
    while (running.trouble) {
      const failure = await attempt(owner);
      figures.signIns += 1;
      if (!failure) continue;
      figures.retried += 1;
      if (!failure.excused) failures.push(failure.reason);
      const again = await attempt(owner);
      if (again) failures.push(`again, ${again.reason}`);
    }
  };
  const trouble = async (): Promise<void> => {
    const deadline = Date.now() + SECONDS * 1000;
    for (let turn = 0; turn < 4 || Date.now() < deadline; turn += 1) {
      await sleep(500);
      const victim = replicas[turn % replicas.length]!;
      const signal = turn % 2 === 0 ? 'SIGKILL' : 'SIGTERM';
      await victim.end(signal);
      if (signal === 'SIGKILL') figures.killed += 1;
      else figures.stopped += 1;
      if (turn % 2 === 1) await rotate();
      await victim.start();
    }
  };
  /**
   * Publishes a new key and reads the JWKS, as Okta would. Then moves the clock of the keys by an hour, so that the new
   * key signs.
   */
  const rotate = async (): Promise<void> => {
    const ready = replicas.find((replica) => replica.ready)!;
    await new AdminApi(ready.url, adminToken).ask(
      'mutation ($id: ID!) { rotateSignInKey(integrationId: $id) { issuer } }',
      { id: target.integrationId },
    );
    jwks = await fetchJwks(ready);
    await database.database.execute(`update sign_in_keys set signs_at = signs_at - interval '61 minutes'`);
    await database.database.execute(`update sign_in_providers set version = version + 1`);
    figures.rotations += 1;
  };

  await Promise.all([trouble().finally(() => (running.trouble = false)), ...people.map(person)]);
  await eventually(() => replicas.every((replica) => replica.ready));
  process.stdout.write(
    `sign-in: ${figures.signIns} sign-ins at three servers, ${figures.killed} SIGKILL, ${figures.stopped} SIGTERM, ` +
      `${figures.rotations} key rotations (${signers.size} keys signed): ${figures.retried} needed one retry, ${failures.length} failed\n`,
  );
  expect(failures).toEqual([]);
  expect(signers.size).toBeGreaterThanOrEqual(2);
  expect(figures.signIns).toBeGreaterThan(PEOPLE);
});

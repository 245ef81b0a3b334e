import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AdminClient } from '../admin-client.js';
import { type BenchCluster, withClient } from '../bench-database.js';
import { checkout, ChildServer } from '../child-server.js';
import { median, quantile } from '../load.js';
import type { BenchOptions } from '../options.js';
import { startProduct } from '../product-server.js';
import { type SignInTarget, SignInUser } from './sign-in-user.js';
import { milliseconds, printTable, ratio } from '../table.js';

const REDIRECT_URI = 'https://bench.example.com/callback';
/** Number of integrations whose providers are loaded when memory is measured. */
const INTEGRATIONS = 100;

interface EnabledSignIn {
  signIn: { issuer: string; clientId: string };
  clientSecret: string;
}

/**
 * Time from the authorization request to the ID token, without the person's time. Compared with the OpenID library with its in-memory
 * adapter, and with the library plus what a provider of passkey sign-in must also do: durable records and a verified passkey.
 */
export async function signInPart(cluster: BenchCluster, options: BenchOptions): Promise<void> {
  const databaseUrl = await cluster.createDatabase('sign_in');
  const product = await startProduct(databaseUrl, options.nodeOptions);
  const admin = new AdminClient(product.url, product.adminToken);
  const target = await enable(admin, 'Bench');
  const most = Math.max(...options.concurrency);
  const users = await withClient(databaseUrl, async (client) => {
    const made = Array.from({ length: most }, () => new SignInUser(target, uuid()));
    for (const { identityId, passkey } of made) {
      await client.query(
        `with i as (insert into identities (tenant_id, id, integration_id, user_name, active_passkeys)
           select tenant_id, $1::uuid, id, $1::uuid::text, 1 from directory_integrations limit 1 returning tenant_id, id, integration_id)
         insert into passkeys (tenant_id, id, integration_id, identity_id, source, credential_id, public_key)
         select tenant_id, gen_random_uuid(), integration_id, id, 'WEBAUTHN', $2, $3 from i`,
        [identityId, passkey.credentialId, passkey.publicKey],
      );
    }
    return made;
  });
  const bare = await startBare();
  const dutiful = await startBare(await cluster.createDatabase('sign_in_duties'));
  console.log('\n## Sign-in: authorization request to ID token, without the person\n');
  const rows: string[][] = [];
  for (const concurrency of options.concurrency) {
    const plan = { ...options, at: concurrency };
    const [ours, alone, duties] = await interleavedFlows(
      [
        { users, cpuTime: () => product.server.cpuTime(), databaseTime: () => cluster.cpuTime() },
        { users: bare.users, cpuTime: () => bare.server.cpuTime(), databaseTime: () => undefined },
        { users: dutiful.users, cpuTime: () => dutiful.server.cpuTime(), databaseTime: () => cluster.cpuTime() },
      ],
      plan,
    );
    for (const [what, of] of FIGURES) {
      const [own, least, usual] = [of(ours!), of(alone!), of(duties!)];
      const ratios = [least, usual].map((other) => (Number.isNaN(other) ? '' : ratio(own / other)));
      const cells = [own, least, usual].map((value) => (Number.isNaN(value) ? '' : milliseconds(value)));
      rows.push([`${concurrency} at a time, ${what}`, ...cells, ...ratios]);
    }
  }
  printTable(['ms', 'Rollcall', 'library alone', 'with the duties', 'ratio to alone', 'ratio with duties'], rows);
  await tellMemory(admin, product.server);
  for (const user of [...users, ...bare.users, ...dutiful.users]) user.close();
  await bare.server.stop();
  await dutiful.server.stop();
  await product.server.stop();
  await cluster.dropDatabase('sign_in');
  await cluster.dropDatabase('sign_in_duties');
}

async function enable(admin: AdminClient, name: string): Promise<SignInTarget> {
  const integrationId = await admin.createIntegration(name);
  const { signIn, clientSecret } = await admin.ask<EnabledSignIn>(
    'mutation ($input: EnableSignInInput!) { enableSignIn(input: $input) { signIn { issuer clientId } clientSecret } }',
    { input: { integrationId, redirectUris: [REDIRECT_URI] } },
  );
  return { ...signIn, authorize: '/auth', token: '/token', clientSecret, redirectUri: REDIRECT_URI };
}

/** @param databaseUrl if given, the server also does what every provider must do (plain-duties.ts) */
async function startBare(databaseUrl?: string): Promise<{ server: ChildServer; users: SignInUser[] }> {
  const clientSecret = randomBytes(32).toString('hex');
  const script = join(checkout, '.cache/bench/test/bench/sign-in/bare-oidc.js');
  const database = databaseUrl === undefined ? undefined : { DATABASE_URL: databaseUrl };
  const server = await ChildServer.start(script, { CLIENT_SECRET: clientSecret, REDIRECT_URI, ...database }, '/health');
  const target = {
    issuer: `http://localhost:${server.port}`,
    authorize: '/auth',
    token: '/token',
    clientId: 'bench',
    clientSecret,
    redirectUri: REDIRECT_URI,
  };
  const users = Array.from({ length: 64 }, () => new SignInUser(target, uuid()));
  for (const { passkey } of database ? users : []) {
    const body = JSON.stringify({
      credentialId: passkey.credentialId,
      publicKey: passkey.publicKey.toString('base64'),
    });
    await fetch(`${target.issuer}/passkeys`, { method: 'POST', body });
  }
  return { server, users };
}

interface Contender {
  users: readonly SignInUser[];
  /** Processor time so far, in milliseconds: of the server, and of PostgreSQL. */
  cpuTime(): number | undefined;
  databaseTime(): number | undefined;
}

/** Milliseconds of one sign-in. */
interface Flow {
  p50: number;
  p99: number;
  /** CPU time of the server: hardly affected by other load on the machine. */
  cpu: number;
  database: number;
}

const FIGURES: readonly (readonly [string, (flow: Flow) => number])[] = [
  ['median', ({ p50 }) => p50],
  ['p99', ({ p99 }) => p99],
  ['processor time of the server', ({ cpu }) => cpu],
  ['processor time of PostgreSQL', ({ database }) => database],
];

/** Runs the contenders in turn, in several rounds, so that other load on the machine affects all. @returns medians of the rounds */
async function interleavedFlows(
  contenders: readonly Contender[],
  { at, rounds, seconds }: { at: number; rounds: number; seconds: number },
): Promise<Flow[]> {
  const figures = contenders.map((): Flow[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, { users, cpuTime, databaseTime }] of contenders.entries()) {
      const [cpu = NaN, database = NaN] = [cpuTime(), databaseTime()];
      const { count, ...times } = await flows(users.slice(0, at), seconds);
      const each = (now: number | undefined, before: number): number => ((now ?? NaN) - before) / count;
      if (round === 0) continue;
      figures[index]!.push({ ...times, cpu: each(cpuTime(), cpu), database: each(databaseTime(), database) });
    }
  }
  const middle = (runs: readonly Flow[], of: (flow: Flow) => number): number => median(runs.map(of));
  return figures.map((runs) => ({
    p50: middle(runs, ({ p50 }) => p50),
    p99: middle(runs, ({ p99 }) => p99),
    cpu: middle(runs, ({ cpu }) => cpu),
    database: middle(runs, ({ database }) => database),
  }));
}

async function flows(
  users: readonly SignInUser[],
  seconds: number,
): Promise<{ p50: number; p99: number; count: number }> {
  const until = performance.now() + seconds * 1000;
  const took: number[] = [];
  await Promise.all(
    users.map(async (user) => {
      while (performance.now() < until) took.push(await user.signIn());
    }),
  );
  took.sort((a, b) => a - b);
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99), count: took.length };
}

/** Prints resident memory before and after the providers of more integrations are loaded. */
async function tellMemory(admin: AdminClient, server: ChildServer): Promise<void> {
  const before = server.rss();
  for (let index = 0; index < INTEGRATIONS; index += 1) {
    const { issuer } = await enable(admin, `Memory ${index}`);
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
    await answer.arrayBuffer();
  }
  const after = server.rss();
  if (before === undefined || after === undefined) return;
  console.log(
    `\nMemory: ${before} MiB before, ${after} MiB with ${INTEGRATIONS} more integrations in use: ${(((after - before) * 1024) / INTEGRATIONS).toFixed(0)} KiB each\n`,
  );
}

function uuid(): string {
  return crypto.randomUUID();
}

import { setTimeout as sleep } from 'node:timers/promises';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { AdminClient } from './admin-client.js';
import { type BenchCluster, withClient } from './bench-database.js';
import type { BenchOptions } from './options.js';
import { type ProductServer, startProduct } from './product-server.js';
import { linkPeople, register } from './seed-people.js';
import { printTable, ratio, whole } from './table.js';

const PEOPLE = 100_000;
const REGISTERED = 50_000;
/** 1 % of the people, half in each direction. */
const LACKING = 500;
const STALE = 500;
const PAGE = 200;
const UNLIMITED = 10_000_000;
const ATTRIBUTE = 'byndidRegistered';

interface Run {
  id: string;
  status: string;
  error: string | null;
  examined: number;
  drifted: number;
  repaired: number;
  startedAt: string;
  finishedAt: string | null;
}

/** A reconciliation of many people with little drift: requests against the fewest possible, memory, and time against reading Okta's list alone. */
export async function reconcilePart(cluster: BenchCluster, _options: BenchOptions): Promise<void> {
  const databaseUrl = await cluster.createDatabase('reconcile');
  const requests = { count: 0 };
  const okta = await OktaSimulator.start({
    registrationAttribute: true,
    rateLimits: {
      'POST /users/{id}': UNLIMITED,
      'GET /users': UNLIMITED,
      'GET /users/{id}': UNLIMITED,
      other: UNLIMITED,
    },
    extend: async (app) => void app.addHook('onRequest', async () => void (requests.count += 1)),
  });
  const product = await startProduct(databaseUrl);
  const admin = new AdminClient(product.url, product.adminToken);
  const integrationId = await admin.createIntegration('Bench');
  // While nobody is there: configured later, it would look at everybody anew.
  await admin.configureSync(integrationId, okta.domain, okta.apiToken);
  const people = okta.addPeople(PEOPLE);
  await withClient(databaseUrl, async (client) => {
    const ids = await linkPeople(client, integrationId, people);
    await register(client, integrationId, ids.slice(0, REGISTERED));
  });
  for (const { id } of people.slice(LACKING, REGISTERED + STALE)) okta.setProfile(id, { [ATTRIBUTE]: true });
  await settled(requests);

  const listed = await listThrough(okta);
  requests.count = 0;
  const memory = product.server.rss() ?? 0;
  const { run, peak } = await reconcile(admin, integrationId, product);
  const finished = requests.count;
  await settled(requests);
  const trueSet = okta.trueSet(ATTRIBUTE).length;

  const candidates = LACKING + STALE;
  const floor = Math.ceil((REGISTERED - LACKING + STALE) / PAGE) + 2 * candidates;
  const seconds = (Date.parse(run.finishedAt ?? '') - Date.parse(run.startedAt)) / 1000;
  console.log(
    `\n## Reconciliation of ${whole(PEOPLE)} people, ${whole(REGISTERED)} registered, ${whole(candidates)} of them adrift\n`,
  );
  printTable(
    ['figure', 'is', 'floor', 'ratio', 'goal'],
    [
      ['requests to Okta', whole(requests.count), whole(floor), ratio(requests.count / floor), '≤ 1.05'],
      ['of these after the run ended', whole(requests.count - finished), '', '', ''],
      [
        'seconds, against the raw list-through',
        seconds.toFixed(1),
        listed.toFixed(1),
        ratio(seconds / listed),
        '< 1.5',
      ],
      ['growth of resident memory, MiB', whole(peak - memory), '', '', '< 100'],
      ['drift found', whole(run.drifted), whole(candidates), '', '='],
      ['true in Okta afterwards', whole(trueSet), whole(REGISTERED), '', '='],
    ],
  );
  if (run.error !== null) console.log(`The run ended ${run.status}: ${run.error}`);
  await product.server.stop();
  await okta.stop();
  await cluster.dropDatabase('reconcile');
}

async function reconcile(
  admin: AdminClient,
  integrationId: string,
  { server }: ProductServer,
): Promise<{ run: Run; peak: number }> {
  const { id } = await admin.ask<{ id: string }>(
    'mutation ($input: StartReconciliationInput!) { startReconciliation(input: $input) { id } }',
    { input: { integrationId } },
  );
  for (let peak = server.rss() ?? 0; ; await sleep(100)) {
    const run = await admin.ask<Run>(
      'query ($id: ID!) { reconciliationRun(id: $id) { id status error examined drifted repaired startedAt finishedAt } }',
      { id },
    );
    peak = Math.max(peak, server.rss() ?? 0);
    if (run.finishedAt !== null) return { run, peak };
  }
}

/** Reads the true-set as plainly as can be: page after page. @returns seconds */
async function listThrough({ url, apiToken }: OktaSimulator): Promise<number> {
  const started = performance.now();
  const search = encodeURIComponent(`profile.${ATTRIBUTE} eq true`);
  for (let next: string | undefined = `${url}/api/v1/users?limit=${PAGE}&search=${search}`; next;) {
    const page: Response = await fetch(next, { headers: { authorization: `SSWS ${apiToken}` } });
    await page.json();
    next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
  }
  return (performance.now() - started) / 1000;
}

/** Waits until nothing is asked of Okta any more. */
async function settled(requests: { count: number }): Promise<void> {
  for (let seen = -1; seen !== requests.count;) {
    seen = requests.count;
    await sleep(3000);
  }
}

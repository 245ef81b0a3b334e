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
const WIDTH = 8;
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

  const candidates = LACKING + STALE;
  const listed = await timed(() => listThrough(okta));
  const looked = listed + (await timed(() => readEach(okta, people.slice(0, candidates))));
  const asked = looked + (await timed(() => readEach(okta, people.slice(0, candidates))));
  const memory = product.server.rss() ?? 0;
  const dry = await reconcile(admin, { integrationId, dryRun: true }, product);
  requests.count = 0;
  const { run, peak } = await reconcile(admin, { integrationId }, product);
  const finished = requests.count;
  await settled(requests);
  const trueSet = okta.trueSet(ATTRIBUTE).length;

  const floor = Math.ceil((REGISTERED - LACKING + STALE) / PAGE) + 2 * candidates;
  const [comparing, repairing] = [secondsOf(dry.run), secondsOf(run)];
  console.log(
    `\n## Reconciliation of ${whole(PEOPLE)} people, ${whole(REGISTERED)} registered, ${whole(candidates)} of them adrift\n`,
  );
  printTable(
    ['figure', 'is', 'floor', 'ratio', 'goal'],
    [
      ['requests to Okta', whole(requests.count), whole(floor), ratio(requests.count / floor), '≤ 1.05'],
      ['of these after the run ended', whole(requests.count - finished), '', '', ''],
      [
        'seconds of a dry run, over the list alone',
        comparing.toFixed(1),
        listed.toFixed(1),
        ratio(comparing / listed),
        '',
      ],
      [
        'the same, over its requests sent raw',
        comparing.toFixed(1),
        looked.toFixed(1),
        ratio(comparing / looked),
        '< 1.5',
      ],
      [
        'seconds with repairs, over as many raw',
        repairing.toFixed(1),
        asked.toFixed(1),
        ratio(repairing / asked),
        '< 1.5',
      ],
      ['growth of resident memory, MiB', whole(Math.max(dry.peak, peak) - memory), '', '', '< 100'],
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
  input: { integrationId: string; dryRun?: boolean },
  { server }: ProductServer,
): Promise<{ run: Run; peak: number }> {
  const { id } = await admin.ask<{ id: string }>(
    'mutation ($input: StartReconciliationInput!) { startReconciliation(input: $input) { id } }',
    { input },
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

/** Reads the true-set as plainly as can be: page after page. */
async function listThrough({ url, apiToken }: OktaSimulator): Promise<void> {
  const search = encodeURIComponent(`profile.${ATTRIBUTE} eq true`);
  for (let next: string | undefined = `${url}/api/v1/users?limit=${PAGE}&search=${search}`; next;) {
    const page: Response = await fetch(next, { headers: { authorization: `SSWS ${apiToken}` } });
    await page.json();
    next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
  }
}

/** One GET each, so many at once as the write-back allows itself. */
async function readEach({ url, apiToken }: OktaSimulator, people: readonly { id: string }[]): Promise<void> {
  const rest = [...people];
  const lane = async (): Promise<void> => {
    for (let one = rest.pop(); one; one = rest.pop()) {
      const answer = await fetch(`${url}/api/v1/users/${one.id}`, { headers: { authorization: `SSWS ${apiToken}` } });
      await answer.json();
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, lane));
}

/** @returns seconds */
async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function secondsOf({ startedAt, finishedAt }: Run): number {
  return (Date.parse(finishedAt ?? '') - Date.parse(startedAt)) / 1000;
}

/** Waits until nothing is asked of Okta any more. */
async function settled(requests: { count: number }): Promise<void> {
  for (let seen = -1; seen !== requests.count;) {
    seen = requests.count;
    await sleep(3000);
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { AdminClient } from './admin-client.js';
import { type BenchCluster, withClient } from './bench-database.js';
import { median } from './load.js';
import type { BenchOptions } from './options.js';
import { type ProductServer, startProduct } from './product-server.js';
import type { RawWork } from './raw-okta-client.js';
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

/** Seconds, and what the run with repairs cost. */
interface Round {
  listed: number;
  looked: number;
  asked: number;
  comparing: number;
  repairing: number;
  requests: number;
  late: number;
  run: Run;
}

/** A reconciliation of many people with little drift: requests against the fewest possible, memory, and time against reading Okta's list alone. */
export async function reconcilePart(cluster: BenchCluster, { nodeOptions, rounds }: BenchOptions): Promise<void> {
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
  const product = await startProduct(databaseUrl, nodeOptions);
  const admin = new AdminClient(product.url, product.adminToken);
  const integrationId = await admin.createIntegration('Bench');
  // While nobody is there: configured later, it would look at everybody anew.
  await admin.configureSync(integrationId, okta.domain, okta.apiToken);
  const people = okta.addPeople(PEOPLE);
  await withClient(databaseUrl, async (client) => {
    const ids = await linkPeople(client, integrationId, people);
    await register(client, integrationId, ids.slice(0, REGISTERED));
  });
  for (const { id } of people.slice(LACKING, REGISTERED)) okta.setProfile(id, { [ATTRIBUTE]: true });

  const memory = { before: product.server.rss() ?? 0, peak: 0 };
  // Without the flags of this process, whose preload wants the pipe that stands for messages here.
  const client = fork(join(import.meta.dirname, 'raw-okta-client.js'), { execArgv: [] });
  const seen: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const { id } of people.slice(0, LACKING)) okta.setProfile(id, { [ATTRIBUTE]: false });
    for (const { id } of people.slice(REGISTERED, REGISTERED + STALE)) okta.setProfile(id, { [ATTRIBUTE]: true });
    await settled(requests);
    const candidates = people.slice(0, LACKING + STALE);
    const work = { url: okta.url, apiToken: okta.apiToken, attribute: ATTRIBUTE };
    const ids = candidates.map(({ id }) => id);
    const listed = await raw(client, { ...work, ids: undefined });
    const looked = listed + (await raw(client, { ...work, ids }));
    const asked = looked + (await raw(client, { ...work, ids }));
    const dry = await reconcile(admin, { integrationId, dryRun: true }, product);
    requests.count = 0;
    const { run, peak } = await reconcile(admin, { integrationId }, product);
    const finished = requests.count;
    await settled(requests);
    memory.peak = Math.max(memory.peak, dry.peak, peak);
    seen.push({
      listed,
      looked,
      asked,
      comparing: secondsOf(dry.run),
      repairing: secondsOf(run),
      requests: requests.count,
      late: requests.count - finished,
      run,
    });
  }
  client.kill();
  const trueSet = okta.trueSet(ATTRIBUTE).length;

  const floor = Math.ceil((REGISTERED - LACKING + STALE) / PAGE) + 2 * (LACKING + STALE);
  const of = (figure: (round: Round) => number) => median(seen.map(figure));
  console.log(
    `\n## Reconciliation of ${whole(PEOPLE)} people, ${whole(REGISTERED)} registered, ${whole(LACKING + STALE)} of them adrift (medians of ${rounds})\n`,
  );
  const seconds = (name: string, is: (round: Round) => number, raw: (round: Round) => number, goal: string) => [
    name,
    of(is).toFixed(2),
    of(raw).toFixed(2),
    ratio(of((round) => is(round) / raw(round))),
    goal,
  ];
  const most = (figure: (round: Round) => number) => Math.max(...seen.map(figure));
  printTable(
    ['figure', 'is', 'floor', 'ratio', 'goal'],
    [
      [
        'requests to Okta',
        whole(most((r) => r.requests)),
        whole(floor),
        ratio(most((r) => r.requests) / floor),
        '≤ 1.05',
      ],
      ['of these after the run ended', whole(most((r) => r.late)), '', '', ''],
      seconds(
        'seconds of a dry run, over the list alone',
        (r) => r.comparing,
        (r) => r.listed,
        '< 1.5',
      ),
      seconds(
        'the same, over its requests sent raw',
        (r) => r.comparing,
        (r) => r.looked,
        '< 1.5',
      ),
      seconds(
        'seconds with repairs, over as many raw',
        (r) => r.repairing,
        (r) => r.asked,
        '< 1.5',
      ),
      ['growth of resident memory, MiB', whole(memory.peak - memory.before), '', '', '< 100'],
      [
        'drift found, at least',
        whole(Math.min(...seen.map(({ run }) => run.drifted))),
        whole(LACKING + STALE),
        '',
        '=',
      ],
      ['true in Okta afterwards', whole(trueSet), whole(REGISTERED), '', '='],
    ],
  );
  for (const { run } of seen) if (run.error !== null) console.log(`A run ended ${run.status}: ${run.error}`);
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

/** @returns seconds that it took */
function raw(client: ChildProcess, work: RawWork): Promise<number> {
  client.send(work);
  return new Promise((resolve, reject) => {
    client.once('message', (seconds) => resolve(Number(seconds)));
    client.once('exit', () => reject(new Error('the raw client ended')));
  });
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

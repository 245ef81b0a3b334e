import { setTimeout as sleep } from 'node:timers/promises';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { AdminClient } from './admin-client.js';
import { type BenchCluster, withClient } from './bench-database.js';
import { median } from './load.js';
import type { BenchOptions } from './options.js';
import { added, type Cost, costOf, mean, processorSeconds } from './phase-cost.js';
import { type ProductServer, startProduct } from './product-server.js';
import { RawOkta } from './raw-okta.js';
import { linkPeople, register } from './seed-people.js';
import { printTable, ratio, whole } from './table.js';

const PEOPLE = 100_000;
const REGISTERED = 50_000;
/** Drift of 1 % of the people: LACKING are registered but not true in Okta, STALE are true but not registered. */
const LACKING = 500;
const STALE = 500;
const PAGE = 200;
const UNLIMITED = 10_000_000;
/** Interval of memory readings. */
const LOOK_MS = 50;
/** Interval of polling for the end of a run; each poll costs the product some milliseconds. */
const ASK_MS = 500;
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

/** Costs of the product and of the raw client, and the result of the run with repairs. */
interface Round {
  listed: Cost;
  looked: Cost;
  written: Cost;
  comparing: Cost;
  repairing: Cost;
  requests: number;
  late: number;
  run: Run;
}

/**
 * A reconciliation of many people with little drift. Compares its requests with the fewest possible, and its time with that of a raw
 * client for the same requests; measures memory.
 */
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
  // Configured before people exist, because otherwise every person would be checked again.
  await admin.configureSync(integrationId, okta.domain, okta.apiToken);
  const people = okta.addPeople(PEOPLE);
  await withClient(databaseUrl, async (client) => {
    const ids = await linkPeople(client, integrationId, people);
    await register(client, integrationId, ids.slice(0, REGISTERED));
  });
  for (const { id } of people.slice(LACKING, REGISTERED)) okta.setProfile(id, { [ATTRIBUTE]: true });
  const adrift = [...people.slice(0, LACKING), ...people.slice(REGISTERED, REGISTERED + STALE)].map(({ id }) => id);
  const drift = () => adrift.forEach((id, index) => okta.setProfile(id, { [ATTRIBUTE]: index >= LACKING }));

  const memory = { before: product.server.rss() ?? 0, peak: 0 };
  const raw = new RawOkta();
  const work = { url: okta.url, apiToken: okta.apiToken, attribute: ATTRIBUTE, ids: adrift, lacking: LACKING };
  const seen: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    drift();
    await settled(requests);
    const sent = (kind: 'list' | 'read' | 'write') => costOf(raw, cluster, () => raw.send({ ...work, kind }));
    const listedFirst = await sent('list');
    const looked = await sent('read');
    const written = await sent('write');
    drift();
    const reconciled = async (dryRun: boolean): Promise<{ cost: Cost; run: Run }> => {
      let run: Run | undefined;
      const cost = await costOf(product.server, cluster, async () => {
        const outcome = await reconcile(admin, { integrationId, dryRun }, product);
        memory.peak = Math.max(memory.peak, outcome.peak);
        return secondsOf((run = outcome.run));
      });
      return { cost, run: run as Run };
    };
    const dry = await reconciled(true);
    // The raw list is measured before and after, because the machine's speed varies.
    const listed = mean(listedFirst, await sent('list'));
    requests.count = 0;
    const real = await reconciled(false);
    const finished = requests.count;
    await settled(requests);
    seen.push({
      listed,
      looked: added(listed, looked),
      written: added(listed, looked, written),
      comparing: dry.cost,
      repairing: real.cost,
      requests: requests.count,
      late: requests.count - finished,
      run: real.run,
    });
  }
  raw.stop();
  const trueSet = okta.trueSet(ATTRIBUTE).length;

  const floor = Math.ceil((REGISTERED - LACKING + STALE) / PAGE) + 2 * (LACKING + STALE);
  const of = (figure: (round: Round) => number) => median(seen.map(figure));
  console.log(
    `\n## Reconciliation of ${whole(PEOPLE)} people, ${whole(REGISTERED)} registered, ${whole(LACKING + STALE)} of them adrift (medians of ${rounds})\n`,
  );
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
  const ways = ['listed', 'looked', 'written', 'comparing', 'repairing'] as const;
  const row = (name: string, way: (typeof ways)[number], against?: (typeof ways)[number]): string[] => [
    name,
    ...(['seconds', 'asking', 'simulator', 'postgres'] as const).map((part) => of((r) => r[way][part]).toFixed(2)),
    of((r) => processorSeconds(r[way])).toFixed(2),
    against ? ratio(of((r) => r[way].seconds / r[against].seconds)) : '',
    against ? ratio(of((r) => processorSeconds(r[way]) / processorSeconds(r[against]))) : '',
  ];
  console.log('');
  printTable(
    ['seconds', 'on the clock', 'asking', 'simulator', 'PostgreSQL', 'all three', 'clock', 'all three'],
    [
      row('raw: list', 'listed'),
      row('raw: list, GETs', 'looked'),
      row('raw: list, GETs, writes', 'written'),
      row('dry run, over the list', 'comparing', 'listed'),
      row('dry run, over list and GETs', 'comparing', 'looked'),
      row('repairs, over list, GETs, writes', 'repairing', 'written'),
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
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, server.rss() ?? 0)), LOOK_MS);
  try {
    for (;;) {
      const run = await admin.ask<Run>(
        'query ($id: ID!) { reconciliationRun(id: $id) { id status error examined drifted repaired startedAt finishedAt } }',
        { id },
      );
      if (run.finishedAt !== null) return { run, peak };
      await sleep(ASK_MS);
    }
  } finally {
    clearInterval(watch);
  }
}

function secondsOf({ startedAt, finishedAt }: Run): number {
  return (Date.parse(finishedAt ?? '') - Date.parse(startedAt)) / 1000;
}

/** Waits until no more requests reach Okta. */
async function settled(requests: { count: number }): Promise<void> {
  for (let seen = -1; seen !== requests.count;) {
    seen = requests.count;
    await sleep(3000);
  }
}

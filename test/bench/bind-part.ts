import { setTimeout as sleep } from 'node:timers/promises';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import { AdminClient } from './admin-client.js';
import { type BenchCluster, withClient } from './bench-database.js';
import { quantile } from './load.js';
import type { BenchOptions } from './options.js';
import { startProduct } from './product-server.js';
import { linkPeople } from './seed-people.js';
import { milliseconds, printTable } from './table.js';

/** Idle time before each bind, because a worker that is still awake from the previous bind is faster. */
const IDLE_MS = 100;
const LOST_AFTER_MS = 10_000;

/**
 * Time from a bind (GraphQL recordPasskey) until its write arrives at an idle Okta. Measured from the answer to the bind, which follows
 * the commit, and, as an upper bound, from its request.
 */
export async function bindPart(cluster: BenchCluster, { binds }: BenchOptions): Promise<void> {
  const databaseUrl = await cluster.createDatabase('bind');
  const okta = await OktaSimulator.start({ registrationAttribute: true });
  const product = await startProduct(databaseUrl);
  const admin = new AdminClient(product.url, product.adminToken);
  const integrationId = await admin.createIntegration('Bench');
  await admin.configureSync(integrationId, okta.domain, okta.apiToken);
  const people = okta.addPeople(binds + 1);
  const ids = await withClient(databaseUrl, (client) => linkPeople(client, integrationId, people));

  const arrivals = new Map<string, (at: number) => void>();
  okta.writes.onArrival(({ path }) => arrivals.get(path.split('?')[0]?.split('/').at(-1) ?? '')?.(performance.now()));
  const sinceSent: number[] = [];
  const sinceAnswer: number[] = [];
  for (const [index, person] of people.entries()) {
    await sleep(IDLE_MS);
    const arrival = arrivalOf(arrivals, person.id);
    const sent = performance.now();
    await admin.ask('mutation ($input: RecordPasskeyInput!) { recordPasskey(input: $input) { id } }', {
      input: { identityId: ids[index], externalId: `bench-${index}` },
    });
    const answered = performance.now();
    const arrived = await arrival;
    if (index === 0) continue;
    sinceSent.push(arrived - sent);
    // A write may arrive before the answer to the bind: this counts as 0 ms.
    sinceAnswer.push(Math.max(0, arrived - answered));
  }
  console.log(`\n## Bind to Okta, ${binds} binds, one at a time, Okta idle\n`);
  printTable(
    ['milliseconds until the write arrives', 'median', 'p99', 'goal (median)'],
    [
      ['since the answer to the bind', ...figures(sinceAnswer), '< 50'],
      ['since the request of the bind was sent', ...figures(sinceSent), ''],
    ],
  );
  await product.server.stop();
  await okta.stop();
  await cluster.dropDatabase('bind');
}

function arrivalOf(arrivals: Map<string, (at: number) => void>, userId: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const lost = setTimeout(() => reject(new Error(`no write to ${userId}`)), LOST_AFTER_MS);
    arrivals.set(userId, (at) => {
      clearTimeout(lost);
      resolve(at);
    });
  });
}

function figures(values: number[]): [string, string] {
  values.sort((a, b) => a - b);
  return [milliseconds(quantile(values, 0.5)), milliseconds(quantile(values, 0.99))];
}

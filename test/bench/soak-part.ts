import { type BenchCluster, withClient } from './bench-database.js';
import { load } from './load.js';
import type { BenchOptions } from './options.js';
import { startProduct } from './product-server.js';
import { resetMembers, seedDirectory } from './seed-directory.js';
import { printTable, whole } from './table.js';
import { worksOn } from './works.js';

const USERS = 10_000;
const MEMBERS = 5_000;
const CONCURRENCY = 16;
/** Share of the rounds that the slope leaves out, because the heap of a new server still grows. */
const SETTLING_SHARE = 1 / 3;

interface Reading {
  requests: number;
  rss: number;
}

/** Resident memory over a long mixed load: `--soak N` rounds of every work. */
export async function soakPart(cluster: BenchCluster, options: BenchOptions): Promise<void> {
  const databaseUrl = await cluster.createDatabase('soak');
  const seeded = await withClient(databaseUrl, (client) => seedDirectory(client, USERS, MEMBERS));
  const { server } = await startProduct(databaseUrl, options.nodeOptions);
  const works = worksOn(seeded);
  const readings: Reading[] = [{ requests: 0, rss: server.rss() ?? NaN }];
  let requests = 0;
  for (let round = 0; round < options.soakRounds; round += 1) {
    for (const work of works) {
      if (work.reset === 'members') await withClient(databaseUrl, (client) => resetMembers(client, seeded));
      requests += (await load(server.port, work, CONCURRENCY, options.seconds)).requests;
    }
    readings.push({ requests, rss: server.rss() ?? NaN });
  }
  await server.stop();
  await cluster.dropDatabase('soak');

  console.log(`\n## Memory over ${whole(requests)} requests of every kind, ${CONCURRENCY} at a time\n`);
  const every = Math.max(1, Math.floor(options.soakRounds / 10));
  const shown = readings.filter((_, index) => index % every === 0 || index === readings.length - 1);
  printTable(
    ['requests', 'MiB resident'],
    shown.map(({ requests: sent, rss }) => [whole(sent), whole(rss)]),
  );
  const settled = readings.slice(Math.ceil(readings.length * SETTLING_SHARE));
  console.log(`\nSlope after the first third: ${(slope(settled) * 100_000).toFixed(1)} MiB for each 100,000 requests.`);
}

/** Fits a line by least squares. @returns MiB per request */
function slope(readings: readonly Reading[]): number {
  const mean = (of: (reading: Reading) => number) => readings.reduce((sum, r) => sum + of(r), 0) / readings.length;
  const [x, y] = [mean(({ requests }) => requests), mean(({ rss }) => rss)];
  const covariance = mean(({ requests, rss }) => (requests - x) * (rss - y));
  return covariance / mean(({ requests }) => (requests - x) ** 2);
}

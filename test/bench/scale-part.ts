import { type BenchCluster, withClient } from './bench-database.js';
import { type Contender, interleaved } from './interleaved.js';
import type { BenchOptions } from './options.js';
import { startProduct } from './product-server.js';
import { seedDirectory } from './seed-directory.js';
import { milliseconds, printTable, ratio, whole } from './table.js';
import { PAGED_ON, worksOn } from './works.js';

const SIZES = [10_000, 1_000_000];
const WORKS = ['GET by id', 'userName eq', PAGED_ON, 'PATCH active', 'create'];

/** Compares the server with 10,000 and with 1,000,000 users, each in its own database on one PostgreSQL. */
export async function scalePart(cluster: BenchCluster, options: BenchOptions): Promise<void> {
  const sizes = await Promise.all(SIZES.map((users) => prepare(cluster, users, options)));
  console.log(`\n## SCIM with ${whole(SIZES[1] ?? 0)} users against ${whole(SIZES[0] ?? 0)}\n`);
  const contenders = sizes.map(({ contender }) => contender);
  const rows: string[][] = [];
  for (const name of WORKS.filter((work) => options.chooses(work))) {
    for (const concurrency of options.concurrency) {
      const [small, large] = await interleaved(contenders, name, { ...options, concurrency });
      if (!small || !large) continue;
      const figures = [small, large].flatMap(({ requestsPerSecond, p50 }) => [
        whole(requestsPerSecond),
        milliseconds(p50),
      ]);
      rows.push([
        name,
        String(concurrency),
        ...figures,
        ratio(small.requestsPerSecond / large.requestsPerSecond),
        '≤ 1.2',
      ]);
    }
  }
  printTable(['work', 'at', '10,000: req/s', 'p50 ms', '1,000,000: req/s', 'p50 ms', 'ratio', 'goal'], rows);
  for (const { name, stop } of sizes) {
    await stop();
    await cluster.dropDatabase(name);
  }
}

async function prepare(cluster: BenchCluster, users: number, options: BenchOptions) {
  const name = `users_${users}`;
  const databaseUrl = await cluster.createDatabase(name);
  const seeded = await withClient(databaseUrl, (client) => seedDirectory(client, users, 5_000));
  const { server } = await startProduct(databaseUrl, options.nodeOptions);
  const works = new Map(worksOn(seeded).map((work) => [work.name, work]));
  const contender: Contender = { name, server, works, reset: async () => undefined };
  return { name, contender, stop: () => server.stop() };
}

import { join } from 'node:path';
import type { Client } from 'pg';
import { ChildServer } from './child-server.js';
import { type BenchCluster, withClient } from './bench-database.js';
import { type Contender, interleaved } from './interleaved.js';
import type { BenchOptions } from './options.js';
import { pgbenchFloor } from './pgbench-floor.js';
import { startProduct } from './product-server.js';
import { requireSameAnswers } from './same-answers.js';
import { resetMembers, seedDirectory } from './seed-directory.js';
import { milliseconds, printTable, ratio, whole } from './table.js';
import { worksOn } from './works.js';

const USERS = 10_000;
const MEMBERS = 5_000;
const FIGURES = ['req/s', 'p50 ms', 'p99 ms', 'CPU µs'];
const HEADER = ['work', 'at', ...FIGURES.flatMap((figure) => [figure, 'bare']), 'ratio', 'goal'];

/** Compares SCIM with a bare node:http server that runs the same SQL on the same database; measures memory under this load. */
export async function scimPart(cluster: BenchCluster, options: BenchOptions): Promise<void> {
  const databaseUrl = await cluster.createDatabase('scim');
  await withClient(databaseUrl, (client) => compare(databaseUrl, client, options));
  await cluster.dropDatabase('scim');
}

async function compare(databaseUrl: string, client: Client, options: BenchOptions): Promise<void> {
  const seeded = await seedDirectory(client, USERS, MEMBERS);
  const works = new Map(worksOn(seeded).map((work) => [work.name, work]));
  const reset = async (work: { reset?: 'members' }) => {
    if (work.reset === 'members') await resetMembers(client, seeded);
  };
  const product = await startProduct(databaseUrl, options.nodeOptions);
  const bare = await ChildServer.start(
    join(import.meta.dirname, 'bare-server.js'),
    { DATABASE_URL: databaseUrl, TENANT_ID: seeded.tenantId, BASE_URL: product.url },
    '/health',
  );
  const contenders: Contender[] = [
    { name: 'Rollcall', server: product.server, works, reset },
    { name: 'bare', server: bare, works, reset },
  ];
  await requireSameAnswers(contenders);
  const rss = [product.server.rss()];

  console.log(
    `\n## SCIM, ${whole(USERS)} users, medians of ${options.rounds} interleaved runs of ${options.seconds} s\n`,
  );
  const rows: string[][] = [];
  for (const name of works.keys()) {
    if (!options.chooses(name)) continue;
    for (const concurrency of options.concurrency) {
      const [ours, theirs] = await interleaved(contenders, name, { ...options, concurrency });
      if (!ours || !theirs) continue;
      rows.push([
        name,
        String(concurrency),
        ...[ours, theirs].map(({ requestsPerSecond }) => whole(requestsPerSecond)),
        ...[ours, theirs].map(({ p50 }) => milliseconds(p50)),
        ...[ours, theirs].map(({ p99 }) => milliseconds(p99)),
        ...[ours, theirs].map(({ cpu }) => whole(cpu)),
        ratio(theirs.requestsPerSecond / ours.requestsPerSecond),
        concurrency === 1 ? '≤ 2' : '≤ 1.5',
      ]);
    }
    rss.push(product.server.rss());
  }
  printTable(HEADER, rows);
  const floor = pgbenchFloor(databaseUrl, seeded, 16, options.seconds);
  if (floor !== undefined)
    console.log(`\nFloor: pgbench runs the SQL of "userName eq" ${whole(floor)} times/s with 16 clients.`);
  console.log(
    `Memory of the server, MiB resident: ${rss[0]} after boot, then after each work ${rss.slice(1).join(', ')}.`,
  );
  await Promise.all([product.server.stop(), bare.stop()]);
}

import { connectOrg } from '../e2e/connected-org.js';
import { launchChromium } from '../../apps/okta-simulator/src/demo/chromium.js';
import { seedTrends } from '../support/seed-trends.js';
import type { BenchCluster } from './bench-database.js';
import { measurePage, signInForBench, type PageFigures } from './console-page-figures.js';
import { median } from './load.js';
import type { BenchOptions } from './options.js';
import { startProduct } from './product-server.js';
import { milliseconds, printTable } from './table.js';

const PAGES = [
  ['Overview', '/overview', 'Overview'],
  ['Identities', '/directory/identities', 'Identities'],
] as const;
const PEOPLE = 200;

/** Cost of the first view of a page, in Chromium with a cold cache and a CPU slowed down by a factor of four. */
export async function consolePart(cluster: BenchCluster, { rounds }: BenchOptions): Promise<void> {
  const databaseUrl = await cluster.createDatabase('console');
  const product = await startProduct(databaseUrl);
  const org = await connectOrg(product, 'Acme', { dialect: 'catalog' });
  await org.app.assign(org.okta.addPeople(PEOPLE).map(({ profile }) => String(profile['login'])));
  await seedTrends(databaseUrl, org.integrationId);
  const browser = await launchChromium();
  const rows: string[][] = [];
  for (const [name, path, heading] of PAGES) {
    const runs: PageFigures[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const context = await browser.newContext();
      await signInForBench(context, product);
      runs.push(await measurePage(context, product.url + path, heading));
      await context.close();
    }
    const of = (figure: keyof PageFigures) => median(runs.map((run) => run[figure]));
    rows.push([
      name,
      milliseconds(of('lcp')),
      of('cls').toFixed(3),
      milliseconds(of('tbt')),
      milliseconds(of('longest')),
      String(Math.round(of('bytes') / 1024)),
    ]);
  }
  console.log(`\n## Console, cold cache, processor slowed down 4 times, medians of ${rounds}\n`);
  printTable(['page', 'LCP ms', 'CLS', 'TBT ms', 'longest task ms', 'kB received'], rows);
  console.log('\nGoals: LCP < 2500, CLS < 0.1, TBT < 200.');
  await browser.close();
  await org.okta.stop();
  await product.server.stop();
  await cluster.dropDatabase('console');
}

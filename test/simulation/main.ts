import 'reflect-metadata';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@rollcall/platform';
import { runFolder } from '../support/test-postgres.js';
import { tryMutations } from './mutations/try-mutations.js';
import { readOptions, USAGE, type Options } from './options.js';
import type { SimulatedPostgres } from './harness/simulated-postgres.js';
import { describeFailure, openSimulation, playSeeds } from './play-seeds.js';

/** Root of the checkout; this file runs in .cache/simulation/test/simulation or in a copy of it. */
const ROOT = process.env['SIMULATION_ROOT'] ?? join(import.meta.dirname, '../../../..');

const PROGRESS_EVERY = 500;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    say(USAGE);
    return 0;
  }
  const given = process.env['TEST_POSTGRES_URL'];
  if (given !== undefined) return run(given, options);
  const folder = runFolder();
  const server = await startEmbeddedPostgres({ dataDir: folder, durability: 'test' });
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= server.stop().finally(() => rmSync(folder, { recursive: true, force: true })));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(1)));
  try {
    return await run(server.url, options);
  } finally {
    await stop();
  }
}

function run(url: string, options: Options): Promise<number> {
  return options.mutations ? tryMutations(ROOT, url, options, say) : play(url, options);
}

async function play(url: string, options: Options): Promise<number> {
  const { seeds, steps, rules, skip, untilCaught, within } = options;
  const postgres = await openSimulation(url);
  const single = seeds.from === seeds.to;
  const lines: string[] = [];
  const started = performance.now();
  try {
    const listen = single ? (line: string) => void lines.push(line) : undefined;
    const summary = await playSeeds(postgres, seeds, { steps, rules, listen }, skip, (result) => {
      if (result.seed % PROGRESS_EVERY === 0 && !untilCaught) say(`played up to seed ${result.seed}`);
      if (!result.failure) return performance.now() - started < within * 1000;
      say(
        untilCaught
          ? `caught by seed ${result.seed}: ${result.failure.message}`
          : describeFailure(result, steps, single ? 60 : 0),
      );
      return !untilCaught;
    });
    const { digests, events, writes, failures, reached } = summary;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    for (const [state, times] of [...reached].toSorted()) say(`${String(times).padStart(8)}  ${state}`);
    say(
      `${digests.length} seeds, ${events} events, ${writes} writes in ${seconds} s; failed: ${failures.map(({ seed }) => seed).join(',') || 'none'}`,
    );
    if (options.trace !== undefined) writeFileSync(options.trace, `${lines.join('\n')}\n`);
    if (single) say(`trace ${digests[0]}`);
    const replayed = !options.replay || (await replay(postgres, options, digests));
    return failures.length === 0 && replayed ? 0 : 1;
  } finally {
    await postgres.drop();
  }
}

async function replay(postgres: SimulatedPostgres, options: Options, digests: readonly string[]): Promise<boolean> {
  const { seeds, steps, rules, skip } = options;
  const again = await playSeeds(postgres, seeds, { steps, rules }, skip);
  const same = again.digests.filter((digest, index) => digest === digests[index]).length;
  say(`${same} of ${digests.length} seeds replayed byte for byte`);
  return same === digests.length;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);

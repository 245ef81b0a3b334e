import 'reflect-metadata';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { bindPart } from './bind-part.js';
import { BenchCluster } from './bench-database.js';
import { consolePart } from './console-part.js';
import { readOptions, USAGE } from './options.js';
import { reconcilePart } from './reconcile-part.js';
import { scalePart } from './scale-part.js';
import { scimPart } from './scim-part.js';
import { signInPart } from './sign-in/sign-in-part.js';
import { soakPart } from './soak-part.js';

const parts = [
  ['scim', scimPart],
  ['bind', bindPart],
  ['million', scalePart],
  ['soak', soakPart],
  ['reconcile', reconcilePart],
  ['console', consolePart],
  ['sign-in', signInPart],
] as const;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') return console.log(USAGE);
  console.log(
    `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1)} before the start`,
  );
  const cluster = await BenchCluster.start();
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= cluster.stop());
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(1)));
  try {
    for (const [name, run] of parts) if (options.parts.has(name)) await run(cluster, options);
  } finally {
    await stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

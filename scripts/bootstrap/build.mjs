import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { captured } from './captured.mjs';
import { ExpectedError } from './expected-error.mjs';
import { fingerprint } from './fingerprint.mjs';
import { inRoot } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { node24, toolEnvironment } from './runtime.mjs';

const settings = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', '.swcrc', 'nest-cli.json'];

/**
 * The build targets. If the file or folder `needs` does not exist, this checkout does not have the target.
 * The console must be built after the server, because the build of the server empties dist/.
 */
const targets = {
  server: {
    label: 'Building the server',
    needs: 'nest-cli.json',
    sources: [...settings, 'apps', 'libs', 'migrations', 'ormconfig.ts'],
    skip: ['apps/console'],
    result: 'dist/apps/server/src/main.js',
    stamp: 'dist/.stamp-server',
    run: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
  },
  console: {
    label: 'Building the console',
    needs: 'apps/console/vite.config.ts',
    sources: ['package-lock.json', 'apps/console', 'schema.graphql'],
    skip: [],
    result: 'dist/console/index.html',
    stamp: 'dist/.stamp-console',
    run: ['node_modules/vite/bin/vite.js', 'build', 'apps/console', '--logLevel', 'warn'],
  },
  bench: {
    label: 'Building the benchmarks',
    needs: 'test/bench',
    sources: [...settings, 'apps', 'libs', 'migrations', 'ormconfig.ts', 'test/bench', 'test/support', 'test/e2e'],
    skip: ['apps/console'],
    result: '.cache/bench/test/bench/main.js',
    stamp: '.cache/bench/.stamp',
    run: ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--config', 'scripts/bootstrap/nest-cli.bench.json'],
  },
  simulation: {
    label: 'Building the simulation',
    needs: 'test/simulation',
    sources: [...settings, 'libs', 'migrations', 'test/simulation', 'test/support'],
    skip: [],
    result: '.cache/simulation/test/simulation/main.js',
    stamp: '.cache/simulation/.stamp',
    run: ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--config', 'scripts/bootstrap/nest-cli.simulation.json'],
  },
};

const stampOf = ({ sources, skip }) => fingerprint(sources, skip);

function fresh(target) {
  const stamp = inRoot(target.stamp);
  return existsSync(stamp) && existsSync(inRoot(target.result)) && readFileSync(stamp, 'utf8') === stampOf(target);
}

const chosen = (names) => names.map((name) => targets[name]).filter((target) => existsSync(inRoot(target.needs)));

/** @param {string[]} names keys of `targets`, in the order in which they must be built */
export const built = (names) => chosen(names).every(fresh);

/** @param {string[]} names keys of `targets`, in the order in which they must be built */
export async function build(names) {
  // The build of the server empties dist/. If the console was built before, it is therefore built again, even if this
  // command does not need it.
  const alsoConsole = existsSync(inRoot(targets.console.result)) && !names.includes('console') ? ['console'] : [];
  for (const target of chosen([...names, ...alsoConsole])) {
    if (fresh(target)) continue;
    const before = stampOf(target);
    rmSync(inRoot(target.stamp), { force: true });
    await withProgress(target.label, async () => {
      const { code, said } = await captured(node24(), target.run, { ...toolEnvironment(), NO_COLOR: '1' });
      if (code !== 0) throw new ExpectedError(`${said}\n\nThe build failed (code ${code}): mend what is named above.`);
    });
    mkdirSync(dirname(inRoot(target.stamp)), { recursive: true });
    writeFileSync(inRoot(target.stamp), before);
  }
}

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { captured } from './captured.mjs';
import { ExpectedError } from './expected-error.mjs';
import { inRoot, sha256 } from './paths.mjs';
import { withProgress } from './progress.mjs';

const stamp = inRoot('node_modules', '.rollcall-lock');

// A hash that changes if the packages must be installed again. It includes the platform and the CPU, because a
// node_modules folder from another kind of machine contains the wrong binaries.
const wanted = () => sha256(readFileSync(inRoot('package-lock.json')), process.platform, process.arch);

/** Error codes that npm prints if it cannot reach the registry. */
const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/;

const offline = (code) =>
  `The first start downloads packages and this machine does not reach the npm registry (${code}). ` +
  'Connect it, or set a proxy (npm config set proxy http://…), then run the same command again.';

export function installed() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();
}

/**
 * The environment of npm. Its PATH does not contain node_modules/.bin, because npm deletes the Node there while it
 * runs.
 */
function environment() {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => !/node_modules[\\/]\.bin[\\/]?$/.test(entry));
  return { ...process.env, PATH: path.join(delimiter) };
}

export async function install() {
  const lock = wanted();
  rmSync(stamp, { force: true });
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--fetch-retries=2',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ];
  await withProgress('Installing packages', async () => {
    const { code, said } = await captured('npm', args, environment());
    if (code === 0) return;
    const unreachable = UNREACHABLE.exec(said)?.[0];
    if (unreachable) throw new ExpectedError(offline(unreachable));
    throw new ExpectedError(
      `${said}\n\nnpm ci ended with code ${code}. Check that this machine reaches the npm registry and that ${inRoot('node_modules')} ` +
        'can be written by you, then run the same command again: it starts over from a clean folder.',
    );
  });
  writeFileSync(stamp, lock);
}

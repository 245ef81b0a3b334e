import { build, built } from './build.mjs';
import { install, installed } from './install.mjs';
import { alone } from './machine-lock.mjs';

/**
 * Installs and builds what is stale. Touches no lock when nothing is.
 * @param {string[]} targets names of build targets
 */
export async function makeReady(targets) {
  if (installed() && built(targets)) return;
  await alone(async () => {
    if (!installed()) await install();
    await build(targets);
  });
}

import { build, built } from './build.mjs';
import { install, installed } from './install.mjs';
import { alone } from './machine-lock.mjs';

/**
 * Installs the packages and builds the targets that are out of date. Takes no lock if nothing is out of date.
 * @param {string[]} targets names of build targets
 */
export async function makeReady(targets) {
  if (installed() && built(targets)) return;
  await alone(async () => {
    if (!installed()) await install();
    await build(targets);
  });
}

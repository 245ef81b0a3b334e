import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { ExpectedError } from './expected-error.mjs';
import { inRoot } from './paths.mjs';

const bin = inRoot('node_modules', '.bin');

/** The path of Node 24: the one in node_modules if there is one, or else the running one if it is new enough. */
export function node24() {
  const bundled = inRoot('node_modules', '.bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new ExpectedError(
    `Rollcall needs Node 24 and there is no bundled one for ${process.platform}-${process.arch}: install Node 24 and run the same command again.`,
  );
}

/**
 * The environment of all commands that run after the install. In PATH, the tools and Node 24 of node_modules come
 * first.
 */
export function toolEnvironment() {
  return {
    // With this cache of compiled code, servers and command lines start in three quarters of the time.
    NODE_COMPILE_CACHE: inRoot('.cache', 'compiled'),
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  };
}

import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { ExpectedError } from './expected-error.mjs';
import { inRoot } from './paths.mjs';

const bin = inRoot('node_modules', '.bin');

/** Path of a Node 24: the one that came with the packages, else this one when it is new enough. */
export function node24() {
  const bundled = inRoot('node_modules', '.bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new ExpectedError(
    `Rollcall needs Node 24 and there is no bundled one for ${process.platform}-${process.arch}: install Node 24 and run the same command again.`,
  );
}

/** Environment of everything that runs after the install: tools and Node 24 come first on PATH. */
export function toolEnvironment() {
  return {
    // Servers and command lines start a quarter sooner from compiled code.
    NODE_COMPILE_CACHE: inRoot('.cache', 'compiled'),
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  };
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { root } from './paths.mjs';

function* filesUnder(path, skip) {
  const full = join(root, path);
  if (skip.includes(path) || !existsSync(full)) return;
  if (!statSync(full).isDirectory()) return yield path;
  for (const entry of readdirSync(full).sort()) {
    if (entry !== 'node_modules' && entry !== 'dist') yield* filesUnder(`${path}/${entry}`, skip);
  }
}

/**
 * A hash of file names and contents. Unlike the modification time, it changes only if the sources change.
 * @param {string[]} paths files and folders inside the checkout; a path that does not exist counts as empty
 * @param {string[]} [skip] paths to leave out, with everything below them
 */
export function fingerprint(paths, skip = []) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(path, skip))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

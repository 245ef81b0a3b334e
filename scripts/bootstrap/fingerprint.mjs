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
 * Hash over names and contents, so that a checkout of other sources is distinguished from a mere touch.
 * @param {string[]} paths files and folders inside the checkout; missing ones count as empty
 * @param {string[]} [skip] paths left out, with all below them
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

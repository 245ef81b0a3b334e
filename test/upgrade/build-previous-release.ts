import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The commit whose servers and workers must get along with today's schema, as test/upgrade/previous-release names it. */
export function previousRelease(): string {
  return readFileSync(join(import.meta.dirname, 'previous-release'), 'utf8').trim();
}

/**
 * Builds that commit, once per checkout, with today's packages.
 * @returns the folder of its build
 * @throws when this clone does not hold the commit
 */
export function buildPreviousRelease(): string {
  const commit = previousRelease();
  const cache = join(root, '.cache/previous-release');
  const place = join(cache, commit);
  if (!existsSync(place)) {
    requireCommit(commit);
    mkdirSync(cache, { recursive: true });
    const draft = mkdtempSync(join(cache, 'draft-'));
    try {
      const tree = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1024 ** 3 });
      execFileSync('tar', ['-x', '-C', draft], { input: tree });
      symlinkSync(join(root, 'node_modules'), join(draft, 'node_modules'));
      const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
      execFileSync(process.execPath, [nest, 'build', '--no-type-check'], { cwd: draft, stdio: 'pipe' });
      renameSync(draft, place);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return join(place, 'dist');
}

function requireCommit(commit: string): void {
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root, stdio: 'ignore' });
  } catch {
    throw new Error(
      `This clone does not hold the previous release, commit ${commit} (test/upgrade/previous-release): it is a shallow clone, or no clone. ` +
        'Get the whole history with `git fetch --unshallow` and run the test again.',
    );
  }
}

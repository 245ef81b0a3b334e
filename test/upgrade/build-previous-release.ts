import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { requireCommit } from './require-commit.js';

const root = join(import.meta.dirname, '../..');

/** The commit in test/upgrade/previous-release, whose servers and workers must work with the current schema. */
export function previousRelease(): string {
  return readFileSync(join(import.meta.dirname, 'previous-release'), 'utf8').trim();
}

/**
 * Builds that commit, once per checkout, with today's packages.
 * @returns the folder of its build
 * @throws when this clone does not hold the commit and can't fetch it
 */
export async function buildPreviousRelease(): Promise<string> {
  const commit = previousRelease();
  const cache = join(root, '.cache/previous-release');
  const place = join(cache, commit);
  if (!existsSync(place)) {
    await requireCommit(root, commit);
    mkdirSync(cache, { recursive: true });
    const draft = mkdtempSync(join(cache, 'draft-'));
    try {
      build(commit, draft);
      renameSync(draft, place);
    } catch (error) {
      // Another suite may have built it in the meantime.
      if (!existsSync(place)) throw error;
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return join(place, 'dist');
}

function build(commit: string, folder: string): void {
  const tree = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1024 ** 3 });
  execFileSync('tar', ['-x', '-C', folder], { input: tree });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [nest, 'build', '--no-type-check'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`commit ${commit} does not build:\n${stdout}${stderr}`);
}

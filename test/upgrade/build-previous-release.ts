import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { requireCommit } from './require-commit.js';

const root = join(import.meta.dirname, '../..');

/**
 * The commit in the file test/upgrade/previous-release. Servers and workers of this commit must work with the current
 * schema.
 */
export function previousRelease(): string {
  return readFileSync(join(import.meta.dirname, 'previous-release'), 'utf8').trim();
}

/**
 * Builds the previous release, once per checkout, with the packages that are installed now.
 * @returns the folder of its build
 * @throws if this clone does not have the commit and cannot fetch it
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
      // Another suite may have built it at the same time.
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

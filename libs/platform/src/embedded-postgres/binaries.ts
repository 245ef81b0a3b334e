import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { runAs, type RunUser } from './run-user.js';

/** Where the programs are: `folder/bin/postgres`, `folder/bin/initdb`. */
export interface Binaries {
  folder: string;
  /** e.g. `18.4` */
  version: string;
}

function packaged(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(join(import.meta.dirname, 'binaries.js')).resolve(name);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new EmbeddedPostgresError(`${name} is not installed here: set DATABASE_URL to a PostgreSQL of yours.`);
  }
}

/**
 * Creates the symbolic links of PostgreSQL's libraries. npm packages cannot contain symbolic links; the package's install script creates
 * them, but installations may disable install scripts.
 */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(dirname(folder), target);
    if (existsSync(path)) continue;
    rmSync(path, { force: true });
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // Another process has created the link, or the folder belongs to another user. `probe` finds out whether the programs run.
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

/** Runs the programs as `user`. @returns their version, or the problem if they do not run */
function probe(folder: string, user: RunUser | undefined): { version?: string; problem: string } {
  let problem = '';
  let version: string | undefined;
  for (const program of ['initdb', 'postgres']) {
    const run = spawnSync(join(folder, 'bin', program), ['--version'], { ...runAs(user), encoding: 'utf8' });
    if (run.status !== 0) return { problem: run.error?.message ?? run.stderr.trim() };
    version = /(\d+(?:\.\d+)*)/.exec(run.stdout)?.[1];
  }
  return version ? { version, problem } : { problem: 'no version reported' };
}

/** Whether a folder under /var/tmp is safe to use: it belongs to this user, and no other user may write to it. */
function isOurs(path: string): boolean {
  const found = lstatSync(path);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

/** The copy of the programs in a folder that every account can read. Creates it once per version and user. */
function copied(from: string, version: string, log: (line: string) => void): string {
  const folder = `/var/tmp/rollcall-postgres-${version}-${process.getuid?.() ?? 0}`;
  if (!existsSync(folder)) {
    log(`PostgreSQL's programs are copied to ${folder}: those in ${from} cannot be used as they are`);
    const draft = mkdtempSync(`${folder}.`);
    cpSync(from, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(draft, 'native'));
    spawnSync('/bin/chmod', ['-R', 'u+rwX,go=rX', draft]);
    try {
      renameSync(draft, folder);
    } catch {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  if (!isOurs(folder))
    throw new EmbeddedPostgresError(`${folder} belongs to another user: remove it, or set DATABASE_URL.`);
  return join(folder, 'native');
}

/**
 * Finds programs that `user` can run: those in node_modules with their library links completed, otherwise a copy under /var/tmp. The copy
 * is needed when node_modules belongs to another user, or is below a folder that `user` cannot enter, such as /root.
 */
export function findBinaries(user: RunUser | undefined, log: (line: string) => void): Binaries {
  const folder = packaged();
  linkLibraries(folder);
  const { version } = probe(folder, user);
  if (version) return { folder, version };
  const manifest = JSON.parse(readFileSync(join(dirname(folder), 'package.json'), 'utf8')) as { version: string };
  const copy = copied(folder, manifest.version, log);
  const second = probe(copy, user);
  if (!second.version) {
    throw new EmbeddedPostgresError(
      `The bundled PostgreSQL does not run here (${second.problem}): set DATABASE_URL to one of yours.`,
    );
  }
  return { folder: copy, version: second.version };
}

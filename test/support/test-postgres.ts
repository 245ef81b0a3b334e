import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbeddedPostgres } from '@rollcall/platform';
import { migrationSource } from '../../migrations/index.js';

/**
 * A PostgreSQL server for this test run only. Its database `rollcall` is migrated and is the template of all others, so
 * nothing may connect to it.
 */
export interface TestPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

function copy(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`cp -a ${from} ${to}: ${stderr}`);
}

function hashOf(root: string): string {
  const hash = createHash('sha256');
  for (const path of globSync(['migrations/*.ts', 'libs/platform/src/embedded-postgres/*.ts'], {
    cwd: root,
  }).toSorted()) {
    hash.update(path).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** The data folder of a stopped server whose database is migrated. It is created again when a migration has changed. */
async function template(root: string): Promise<string> {
  const cache = join(root, '.cache/test-postgres');
  const path = join(cache, hashOf(root));
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  const building = runFolder();
  const draft = mkdtempSync(join(cache, 'draft-'));
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: building, durability: 'test' });
    try {
      await migrate(migrationSource(postgres.url));
    } finally {
      await postgres.stop();
    }
    copy(`${building}/.`, draft);
    renameSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(building, { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  }
  return path;
}

/** Creates a folder that PostgreSQL's account can enter. The owner of the checkout may be another account. */
export function runFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** Starts a process that stops the server and removes its folder when this process has ended for any reason. */
export function guard(folder: string): ChildProcess {
  const guardian = spawn(process.execPath, [join(import.meta.dirname, 'postgres-guardian.mjs'), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  guardian.unref();
  return guardian;
}

export async function startTestPostgres(root: string): Promise<TestPostgres> {
  const source = await template(root);
  const folder = runFolder();
  const guardian = guard(folder);
  copy(`${source}/.`, folder);
  chmodSync(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir: folder, durability: 'test' });
  const stop = async () => {
    await postgres.stop();
    const gone = new Promise((resolve) => guardian.once('exit', resolve));
    guardian.ref();
    guardian.stdin?.end();
    await gone;
  };
  return { url: postgres.url, stop };
}

import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Ends the embedded database of a server that was killed. The pid in the data folder is used only if its process really
 * runs in that folder.
 */
export async function endOrphanedPostgres(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'postgres');
  const content = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(content.split('\n', 1)[0]);
  if (!Number.isInteger(pid) || pid <= 1) return;
  if ((await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) !== folder) return;
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

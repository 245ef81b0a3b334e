// Waits until its stdin closes. That happens when the test run ends, even by kill -9. Then it stops the PostgreSQL of
// the run at once and deletes its folder, because its data is no longer needed.
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [folder] = process.argv.slice(2);
const cluster = join(folder, 'postgres');

function postmaster() {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return process.platform !== 'linux' || readlinkSync(`/proc/${pid}/cwd`) === cluster ? pid : undefined;
  } catch {
    return undefined;
  }
}

process
  .on('SIGINT', () => {})
  .on('SIGTERM', () => {})
  .on('SIGHUP', () => {});
process.stdin.resume();
await new Promise((resolve) => process.stdin.once('close', resolve));
const pid = postmaster();
if (pid) process.kill(pid, 'SIGQUIT');
for (let waited = 0; waited < 500 && postmaster(); waited += 1) await sleep(20);
rmSync(folder, { recursive: true, force: true, maxRetries: 10 });

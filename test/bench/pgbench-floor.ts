import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashToken } from '@rollcall/platform';
import type { SeededDirectory } from './seed-directory.js';
import { statements } from './bare-statements.js';

/** Reads per second of pgbench, which runs the two statements of a read without HTTP or JavaScript. Undefined if pgbench is missing. */
export function pgbenchFloor(databaseUrl: string, seeded: SeededDirectory, clients: number, seconds: number) {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-pgbench-'));
  try {
    const script = join(folder, 'read.sql');
    writeFileSync(script, readScript(seeded));
    const args = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-T',
      String(Math.ceil(seconds)),
      '-f',
      script,
      databaseUrl,
    ];
    const { status, stdout, stderr } = spawnSync('pgbench', args, { encoding: 'utf8' });
    const rate = status === 0 ? /tps = ([\d.]+)/.exec(stdout)?.[1] : undefined;
    if (status !== 0) console.error(stderr.split('\n')[0]);
    return rate === undefined ? undefined : Number(rate);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readScript({ tenantId, integrationId, token, userCount }: SeededDirectory): string {
  const scope = { $1: `'${tenantId}'`, $2: `'${integrationId}'` };
  const tokenLookup = bind(statements.token, { ...scope, $2: `'\\x${hashToken(token).toString('hex')}'` });
  const look = bind(statements.byUserName, { ...scope, $3: `('person.' || :n::int || '@rollcall.example')` });
  return `\\set n random(0, ${userCount - 1})\n${tokenLookup};\n${look};\n`;
}

/** Inserts values as literals, because pgbench interprets every `:name` as its own variable. One statement per line. */
function bind(text: string, values: Record<string, string>): string {
  return text
    .replace(/\$\d/g, (name) => values[name] ?? name)
    .replaceAll(':MI:SS', '-MI-SS')
    .replace(/\s+/g, ' ');
}

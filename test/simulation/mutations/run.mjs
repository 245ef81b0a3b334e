import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Applies each planted bug in a copy of the checkout and plays seeds until one of them catches it. Prints a table. */
const root = join(import.meta.dirname, '../../..');
const [only = '', limit = '2000'] = process.argv.slice(2);
const COPIED = ['libs', 'apps', 'migrations', 'test', 'jest.config.mjs', 'tsconfig.json', 'package.json'];

const copy = mkdtempSync(join(tmpdir(), 'rollcall-mutations-'));
for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
for (const name of ['node_modules', 'scripts']) symlinkSync(join(root, name), join(copy, name));
mkdirSync(join(copy, '.cache'));
for (const shared of ['jest', 'swc', 'test-postgres']) {
  mkdirSync(join(root, '.cache', shared), { recursive: true });
  symlinkSync(join(root, '.cache', shared), join(copy, '.cache', shared));
}

const patches = globSync('*.patch', { cwd: import.meta.dirname })
  .toSorted()
  .filter((name) => name.includes(only));
const rows = [];
try {
  for (const name of patches) {
    const file = join(import.meta.dirname, name);
    const row = { name: basename(name, '.patch'), outcome: tryOne(file) };
    rows.push(row);
    console.log(`${row.name}: ${row.outcome}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
const width = Math.max(...rows.map(({ name }) => name.length));
console.log(`\n${'mutation'.padEnd(width)}  outcome`);
for (const { name, outcome } of rows) console.log(`${name.padEnd(width)}  ${outcome}`);
const caught = rows.filter(({ outcome }) => outcome.startsWith('caught')).length;
console.log(`\n${caught} of ${rows.length} caught within ${limit} seeds`);
process.exitCode = caught === rows.length ? 0 : 1;

function tryOne(file) {
  const apply = patch(['-p1', '--forward', '--batch'], file);
  if (apply.status !== 0) return `does not apply: ${apply.stdout.trim().split('\n').at(-1)}`;
  try {
    const jest = [join(copy, 'node_modules/jest/bin/jest.js'), '--selectProjects', 'simulation', '-i'];
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [...jest, '--testMatch', join(copy, 'test/simulation/simulate.ts')],
      {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, SIMULATE_SEEDS: `1..${limit}`, SIMULATE_UNTIL_CAUGHT: '1' },
        maxBuffer: 1 << 28,
      },
    );
    const caught = /caught by seed (\d+): (\w+)/.exec(stdout);
    if (caught) return `caught by seed ${caught[1]} (${caught[2]})`;
    return /seeds, .* 0 failed/.test(stdout) ? 'not caught' : `broken: ${stderr.trim().slice(-300)}`;
  } finally {
    patch(['-p1', '--reverse', '--batch'], file);
  }
}

function patch(args, file) {
  return spawnSync('patch', args, { cwd: copy, input: readFileSync(file), encoding: 'utf8' });
}

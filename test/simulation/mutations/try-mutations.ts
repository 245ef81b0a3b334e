import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { transformFileSync } from '@swc/core';
import type { Options } from '../options.js';

interface Outcome {
  name: string;
  result: string;
  seconds: number;
}

/**
 * Plants each bug in a copy of the compiled product and plays seeds until one catches it. Seeds that fail without any bug are left out.
 * @param root the checkout
 * @returns exit code: 0 when every bug was caught
 */
export async function tryMutations(
  root: string,
  url: string,
  options: Options,
  say: (line: string) => void,
): Promise<number> {
  const copy = mkdtempSync(join(tmpdir(), 'rollcall-mutations-'));
  try {
    cpSync(join(root, '.cache/simulation'), copy, { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, 'package.json'), '{"type":"module"}');
    const failing = playCopy(copy, root, url, options, []);
    const skip = (/failed: ([\d,]+)/.exec(failing)?.[1] ?? '').split(',').filter(Boolean);
    say(`seeds that fail without a planted bug: ${skip.join(', ') || 'none'}`);
    const outcomes: Outcome[] = [];
    const patches = globSync('*.patch', { cwd: join(root, 'test/simulation/mutations') }).toSorted();
    for (const name of patches.filter((each) => each.includes(options.only))) {
      const outcome = plant(join(root, 'test/simulation/mutations', name), copy, root, () =>
        playCopy(copy, root, url, options, ['--until-caught', '--skip', skip.join(',')]),
      );
      outcomes.push({ ...outcome, name: name.replace('.patch', '') });
      say(`${name.replace('.patch', '').padEnd(42)} ${outcome.result} (${outcome.seconds.toFixed(0)} s)`);
    }
    const caught = outcomes.filter(({ result }) => result.startsWith('caught')).length;
    say(`${caught} of ${outcomes.length} caught by seeds ${options.seeds.from} to ${options.seeds.to}`);
    return caught === outcomes.length ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Puts the patched file into the copy while `play` runs. */
function plant(patch: string, copy: string, root: string, play: () => string): Omit<Outcome, 'name'> {
  const started = performance.now();
  const source = /^\+\+\+ b\/(\S+)/m.exec(readFileSync(patch, 'utf8'))?.[1] ?? '';
  const compiled = join(copy, source.replace(/\.ts$/, '.js'));
  const before = readFileSync(compiled);
  const sources = join(copy, 'patched');
  const patched = join(sources, source);
  mkdirSync(dirname(patched), { recursive: true });
  copyFileSync(join(root, source), patched);
  const applied = spawnSync('git', ['apply', patch], { cwd: sources });
  let result = 'does not apply';
  if (applied.status === 0) {
    writeFileSync(compiled, compile(patched, source, root));
    const said = play();
    const [, seed, message = ''] = /caught by seed (\d+): (.*)/.exec(said) ?? [];
    if (seed !== undefined) result = `caught by seed ${seed}: ${message.split(':')[0]}`;
    else result = /failed: none/.test(said) ? 'not caught' : `does not run: ${said.slice(-300)}`;
    writeFileSync(compiled, before);
  }
  return { result, seconds: (performance.now() - started) / 1000 };
}

function compile(file: string, source: string, root: string): string {
  const settings = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8')) as { jsc: object; module: object };
  const { code } = transformFileSync(file, { swcrc: false, jsc: settings.jsc, module: settings.module } as object);
  return code.replaceAll(/from (['"])@rollcall\/([a-z-]+)\1/g, (_, quote: string, lib: string) => {
    const path = relative(dirname(source), `libs/${lib}/src/index.js`);
    return `from ${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
  });
}

function playCopy(copy: string, root: string, url: string, { seeds, steps, rules }: Options, more: string[]): string {
  const args = [
    '--seeds',
    `${seeds.from}..${seeds.to}`,
    '--steps',
    String(steps),
    '--rules',
    [...rules].join(','),
    ...more,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, [join(copy, 'test/simulation/main.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, TEST_POSTGRES_URL: url, SIMULATION_ROOT: root },
    maxBuffer: 1 << 28,
  });
  return `${stdout}${stderr}`;
}

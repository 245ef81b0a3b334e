import { execFile, spawnSync } from 'node:child_process';
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

interface Planted {
  /** The seed that failed. */
  seed?: number;
  result: string;
  seconds: number;
}

interface Outcome extends Planted {
  name: string;
}

/**
 * Plants each bug in a copy of the compiled product and runs seeds until one fails. A seed that also fails without the bug does not count.
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
    const sound = new SoundSeeds((seed) =>
      playCopy(copy, root, url, { ...options, seeds: { from: seed, to: seed } }, []),
    );
    const outcomes: Outcome[] = [];
    const patches = globSync('*.patch', { cwd: join(root, 'test/simulation/mutations') }).toSorted();
    const { only } = options;
    for (const patch of patches.filter((each) => only.length === 0 || only.some((part) => each.includes(part)))) {
      const name = patch.replace('.patch', '');
      const outcome = await tryOne(sound, () =>
        plant(join(root, 'test/simulation/mutations', patch), copy, root, () =>
          playCopy(copy, root, url, options, ['--until-caught', '--skip', [...sound.failing].join(',')]),
        ),
      );
      outcomes.push({ ...outcome, name });
      say(`${name.padEnd(42)} ${outcome.result} (${outcome.seconds.toFixed(0)} s)`);
    }
    const caught = outcomes.filter(({ result }) => result.startsWith('caught')).length;
    say(`${caught} of ${outcomes.length} caught by seeds ${options.seeds.from} to ${options.seeds.to}`);
    return caught === outcomes.length ? 0 : 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Records which seeds pass without a planted bug. Checks a seed only after it has failed with a bug. */
class SoundSeeds {
  readonly failing = new Set<number>();
  private readonly passing = new Set<number>();

  constructor(private readonly play: (seed: number) => Promise<string>) {}

  async has(seed: number): Promise<boolean> {
    if (!this.passing.has(seed) && !this.failing.has(seed))
      ((await this.play(seed)).includes('failed: none') ? this.passing : this.failing).add(seed);
    return this.passing.has(seed);
  }
}

async function tryOne(sound: SoundSeeds, plantAndPlay: () => Promise<Planted>): Promise<Planted> {
  for (;;) {
    const outcome = await plantAndPlay();
    if (outcome.seed === undefined || (await sound.has(outcome.seed))) return outcome;
  }
}

/** Puts the patched file into the copy while `play` runs. */
async function plant(patch: string, copy: string, root: string, play: () => Promise<string>): Promise<Planted> {
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
  let caughtBy: number | undefined;
  if (applied.status === 0) {
    writeFileSync(compiled, compile(patched, source, root));
    const said = await play();
    const [, seed, message = ''] = /caught by seed (\d+): (.*)/.exec(said) ?? [];
    const played = /(\d+) seeds, .*failed: none/.exec(said)?.[1];
    if (seed !== undefined) {
      caughtBy = Number(seed);
      result = `caught by seed ${seed}: ${message.split(':')[0]}`;
    } else result = played === undefined ? `does not run: ${said.slice(-300)}` : `not within ${played} seeds`;
    writeFileSync(compiled, before);
  }
  const seconds = (performance.now() - started) / 1000;
  return caughtBy === undefined ? { result, seconds } : { seed: caughtBy, result, seconds };
}

function compile(file: string, source: string, root: string): string {
  const settings = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8')) as { jsc: object; module: object };
  const { code } = transformFileSync(file, { swcrc: false, jsc: settings.jsc, module: settings.module } as object);
  return code.replaceAll(/from (['"])@rollcall\/([a-z-]+)\1/g, (_, quote: string, lib: string) => {
    const path = relative(dirname(source), `libs/${lib}/src/index.js`);
    return `from ${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
  });
}

/** @returns the output. Asynchronous, so that a signal can end the search. */
function playCopy(copy: string, root: string, url: string, options: Options, more: string[]): Promise<string> {
  const { seeds, steps, rules, within } = options;
  const args = [
    '--seeds',
    `${seeds.from}..${seeds.to}`,
    '--steps',
    String(steps),
    '--rules',
    [...rules].join(','),
    '--within',
    String(within),
    ...more,
  ];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(copy, 'test/simulation/main.js'), ...args],
      { env: { ...process.env, TEST_POSTGRES_URL: url, SIMULATION_ROOT: root }, maxBuffer: 1 << 28 },
      (_error, stdout, stderr) => resolve(`${stdout}${stderr}`),
    );
  });
}

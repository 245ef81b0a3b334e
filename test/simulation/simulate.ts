import { writeFileSync } from 'node:fs';
import type { SimulatedPostgres } from './harness/simulated-postgres.js';
import { DEFAULT_STEPS, describeFailure, openSimulation, playSeeds } from './play-seeds.js';
import { ENFORCED, type Rule } from './world/violation.js';

/** What `npm run simulate` runs; its options arrive in the environment. */
const option = (name: string, otherwise: string): string => process.env[`SIMULATE_${name}`] ?? otherwise;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

describe('npm run simulate', () => {
  let postgres: SimulatedPostgres;
  beforeAll(async () => {
    postgres = await openSimulation();
  }, 120_000);
  afterAll(() => postgres.drop());

  it('finds no seed that breaks a rule', async () => {
    const [from = 1, to = from] = option('SEEDS', '1').split('..').map(Number);
    const steps = Number(option('STEPS', String(DEFAULT_STEPS)));
    const rules = new Set([...ENFORCED, ...(option('RULES', '').split(',').filter(Boolean) as Rule[])]);
    const lines: string[] = [];
    const listen = from === to ? (line: string) => void lines.push(line) : undefined;
    const started = performance.now();
    const untilCaught = option('UNTIL_CAUGHT', '') !== '';
    const summary = await playSeeds(postgres, { from, to }, { steps, rules, listen }, (result) => {
      if (result.failure)
        say(
          untilCaught
            ? `caught by seed ${result.seed}: ${result.failure.message}`
            : describeFailure(result, steps, from === to ? 60 : 0),
        );
      return !(untilCaught && result.failure);
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const count = summary.digests.length;
    say(
      `${count} seeds, ${summary.events} events, ${summary.writes} writes in ${seconds} s; ${summary.failures.length} failed`,
    );
    for (const [state, times] of [...summary.reached].toSorted()) say(`  ${String(times).padStart(6)}  ${state}`);
    if (from === to) {
      say(`trace ${summary.digests[0]}`);
      const file = option('TRACE', '');
      if (file) writeFileSync(file, `${lines.join('\n')}\n`);
    }
    expect(summary.failures.map(({ seed }) => seed)).toEqual([]);
  }, 36_000_000);
});

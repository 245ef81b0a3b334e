import { parseArgs } from 'node:util';
import { inRoot } from './paths.mjs';
import { runCommand } from './run-child.mjs';

const USAGE = `usage: npm run simulate -- [--seed N | --seeds A..B] [--steps M] [--rules RULE,…] [--trace FILE]
       npm run simulate -- --mutations [--only NAME] [--limit 2000]`;

const JEST = 'node_modules/jest/bin/jest.js';
const options = {
  seed: { type: 'string' },
  seeds: { type: 'string' },
  steps: { type: 'string' },
  rules: { type: 'string' },
  trace: { type: 'string' },
  mutations: { type: 'boolean' },
  only: { type: 'string' },
  limit: { type: 'string' },
  help: { type: 'boolean' },
};

/**
 * Plays seeds of the simulation, or looks for the seed that catches each planted bug.
 * @param {string[]} args
 */
export async function simulate(args) {
  const { values } = parseArgs({ args, options });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.mutations)
    return runCommand('test/simulation/mutations/run.mjs', [values.only ?? '', values.limit ?? '2000']);
  const given = {
    SEEDS: values.seeds ?? values.seed ?? '1..100',
    STEPS: values.steps,
    RULES: values.rules,
    TRACE: values.trace,
  };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) process.env[`SIMULATE_${name}`] = value;
  const match = inRoot('test/simulation/simulate.ts');
  return runCommand(JEST, ['--selectProjects', 'simulation', '--testMatch', match, '-i']);
}

import { parseArgs } from 'node:util';
import { DEFAULT_STEPS } from './play-seeds.js';
import { ENFORCED, RULES, type Rule } from './world/violation.js';

export const USAGE = `usage: npm run simulate -- [--seed N | --seeds A..B] [--steps M] [--rules RULE,…|all] [--trace FILE] [--skip N,…] [--until-caught] [--within SECONDS] [--replay]
       npm run simulate -- --mutations [--only TEXT,…] [--seeds A..B] [--within SECONDS] [--rules RULE,…|all]`;

export interface Options {
  seeds: { from: number; to: number };
  steps: number;
  rules: ReadonlySet<Rule>;
  /** Seeds that are left out. */
  skip: ReadonlySet<number>;
  /** File that receives the events of a single seed. */
  trace: string | undefined;
  /** Ends with the first seed that breaks a rule. */
  untilCaught: boolean;
  /** Plays the seeds a second time and compares the traces. */
  replay: boolean;
  mutations: boolean;
  /** Seconds of real time after which no further seed begins, for each mutation. */
  within: number;
  /** Parts of the names of the mutations to try; all when empty. */
  only: readonly string[];
  help: boolean;
}

/** @throws TypeError for an option that does not exist */
export function readOptions(args: string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      seed: text,
      seeds: text,
      steps: text,
      rules: text,
      trace: text,
      skip: text,
      only: text,
      within: text,
      'until-caught': flag,
      replay: flag,
      mutations: flag,
      help: flag,
    },
  });
  const [from = 1, to = from] = (values.seeds ?? values.seed ?? '1..100').split('..').map(Number);
  const named = list(values.rules);
  const rules = named.includes('all') ? RULES : (named as Rule[]);
  return {
    seeds: { from, to },
    steps: Number(values.steps ?? DEFAULT_STEPS),
    rules: new Set([...ENFORCED, ...rules]),
    skip: new Set(list(values.skip).map(Number)),
    trace: values.trace,
    untilCaught: values['until-caught'],
    replay: values.replay,
    mutations: values.mutations,
    within: Number(values.within ?? Number.POSITIVE_INFINITY),
    only: list(values.only),
    help: values.help,
  };
}

function list(text: string | undefined): string[] {
  return (text ?? '').split(',').filter(Boolean);
}

import { parseArgs } from 'node:util';

export interface BenchOptions {
  parts: ReadonlySet<string>;
  rounds: number;
  /** Seconds of one run. */
  seconds: number;
  concurrency: number[];
  /** Binds of the bind part. */
  binds: number;
  /** Rounds of the soak part. */
  soakRounds: number;
  /** Flags for Node of the server under load. */
  nodeOptions: string[];
  chooses(work: string): boolean;
}

export const USAGE = `npm run bench -- [parts] [options]

Parts (default: scim and bind):
  --scim          SCIM requests against a bare node:http server on the same PostgreSQL
  --bind          from the commit of a bind to its write in Okta
  --million       SCIM requests with 1,000,000 users against 10,000 (about ten minutes)
  --soak          resident memory over a long mixed load (about four minutes)
  --reconcile     reconciliation of 100,000 people against the simulator's own list
  --sign-in       authorization request to ID token, against oidc-provider alone with its in-memory adapter
  --console       first sight of the console's pages in a slowed down Chromium
Options:
  --rounds N      interleaved runs of each figure (3)
  --seconds N     length of one run (2)
  --at A,B        concurrencies (16,1)
  --work TEXT     only works whose name holds the text
  --binds N       (100)
  --soak-rounds N rounds of all works (20)
  --profile DIR   writes a CPU profile of the server under load
  --node FLAG     a flag of Node for the server under load, such as --node=--max-semi-space-size=4; may be repeated`;

export function readOptions(args: string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h' },
      scim: { type: 'boolean' },
      bind: { type: 'boolean' },
      million: { type: 'boolean' },
      soak: { type: 'boolean' },
      'soak-rounds': { type: 'string', default: '20' },
      reconcile: { type: 'boolean' },
      console: { type: 'boolean' },
      'sign-in': { type: 'boolean' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '2' },
      at: { type: 'string', default: '16,1' },
      work: { type: 'string', default: '' },
      binds: { type: 'string', default: '100' },
      profile: { type: 'string' },
      node: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.help) return 'help';
  const told = (['scim', 'bind', 'million', 'soak', 'reconcile', 'console', 'sign-in'] as const).filter(
    (part) => values[part],
  );
  return {
    parts: new Set(told.length > 0 ? told : ['scim', 'bind']),
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    concurrency: values.at.split(',').map(Number),
    binds: Number(values.binds),
    soakRounds: Number(values['soak-rounds']),
    nodeOptions: [
      ...values.node,
      ...(values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]),
    ],
    chooses: (work) => work.includes(values.work),
  };
}

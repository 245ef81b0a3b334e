import { proveSeeds } from './simulation-rules.js';

proveSeeds({ from: 101, to: 175 }, 5);

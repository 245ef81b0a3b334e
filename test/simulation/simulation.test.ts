import { proveSeeds } from './simulation-rules.js';

proveSeeds({ from: 1, to: 150 }, 5);

#!/usr/bin/env node
process.argv.splice(2, 0, 'ctl');
await import('./bootstrap.mjs');

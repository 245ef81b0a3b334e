#!/usr/bin/env node
// Entry of every npm script. Runs on Node 20 without dependencies; everything after the install runs on Node 24.
import { commands } from './bootstrap/commands.mjs';

const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
if (!command) {
  console.error(`usage: node scripts/bootstrap.mjs <${Object.keys(commands).join('|')}> [arguments]`);
  process.exit(64);
}
try {
  process.exitCode = await command(args);
} catch (error) {
  console.error(error.expected ? error.message : error);
  process.exitCode = 1;
}

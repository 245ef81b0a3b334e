#!/usr/bin/env node
// Runs every npm script of this project. Until packages are installed it runs on Node 20 without dependencies; then it
// uses Node 24.
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

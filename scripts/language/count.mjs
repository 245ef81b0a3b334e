#!/usr/bin/env node
// Counts the marker words of docs/style.md per thousand words, in comments, docs and messages. Part of `npm run check`.
// Usage: node scripts/language/count.mjs [--list] [paths]. With --list it prints each marker word. Without paths it
// reads all files in git.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARKERS } from './marker-words.mjs';
import { countWords, textsOf } from './texts.mjs';

const root = join(import.meta.dirname, '../..');
const ceilingsFile = join(import.meta.dirname, 'ceilings.json');
const READ = /\.(ts|tsx|mjs|cjs|md|ya?ml|sh|graphql)$|(^|\/)Dockerfile$/;
/** Files to skip: generated files, quoted texts, and the list of marker words itself. */
const SKIPPED = /^(apps\/(?:console|ctl)\/src\/gql\/|scripts\/language\/|docs\/style\.md$|CHANGELOG\.md$|LICENSE$)/;

const args = process.argv.slice(2);
const list = args.includes('--list');
const paths = args.filter((arg) => !arg.startsWith('--'));

function filesOf() {
  const known = execFileSync('git', ['ls-files', '-z', '--', ...paths], { cwd: root, encoding: 'utf8' }).split('\0');
  return known.filter((path) => READ.test(path) && !SKIPPED.test(path));
}

const totals = { comments: { words: 0, hits: 0 }, docs: { words: 0, hits: 0 }, messages: { words: 0, hits: 0 } };
for (const path of filesOf()) {
  for (const { kind, line, text } of textsOf(join(root, path))) {
    totals[kind].words += countWords(text);
    for (const [pattern, instead] of MARKERS)
      for (const { 0: found, index } of text.matchAll(pattern)) {
        totals[kind].hits += 1;
        const at = line + text.slice(0, index).split('\n').length - 1;
        if (list) console.log(`${path}:${at}: ${found.trim()} → ${instead}`);
      }
  }
}

const rate = ({ words, hits }) => (words === 0 ? 0 : Math.ceil((hits / words) * 100_000) / 100);
const rates = Object.fromEntries(Object.entries(totals).map(([kind, total]) => [kind, rate(total)]));
for (const [kind, { words, hits }] of Object.entries(totals))
  console.log(
    `${kind.padEnd(8)} ${String(rates[kind].toFixed(2)).padStart(6)} per thousand (${hits} of ${words} words)`,
  );

if (paths.length === 0) {
  const ceilings = JSON.parse(readFileSync(ceilingsFile, 'utf8'));
  for (const [kind, ceiling] of Object.entries(ceilings))
    if (rates[kind] > ceiling) {
      console.error(`${kind}: ${rates[kind]} per thousand is above ${ceiling} (docs/style.md; --list shows where)`);
      process.exitCode = 1;
    }
  // With --lower, a ceiling is lowered to the rate that was reached. A ceiling never rises.
  const lowered = Object.fromEntries(
    Object.entries(ceilings).map(([kind, ceiling]) => [kind, Math.min(ceiling, rates[kind])]),
  );
  if (process.exitCode !== 1 && args.includes('--lower'))
    writeFileSync(ceilingsFile, `${JSON.stringify(lowered, null, 2)}\n`);
}

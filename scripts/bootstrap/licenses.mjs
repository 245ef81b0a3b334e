import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/**
 * Accepted licenses. They require only that their text is kept, or that changes to the package itself are published.
 */
const FINE = new Set(
  'MIT,ISC,0BSD,BSD-2-Clause,BSD-3-Clause,Apache-2.0,BlueOak-1.0.0,MPL-2.0,CC0-1.0,Zlib,Python-2.0,CC-BY-4.0,Unlicense'.split(
    ',',
  ),
);

/** Packages whose license is not in package.json but in their LICENSE file. */
const BY_FILE = { 'passport-http-bearer': 'MIT', 'passport-strategy': 'MIT', pause: 'MIT' };

/**
 * Word lists that only the spell checker reads, on a developer's machine. They are neither in the product nor in its
 * image.
 */
const WORD_LISTS = { '@cspell/dict-django': 'WTFPL', '@cspell/dict-en-common-misspellings': 'CC BY-SA 4.0' };

/** Evaluates an SPDX expression: all parts of an AND must be accepted, and at least one part of an OR. */
const fine = (expression) =>
  expression
    .replace(/^\((.*)\)$/, '$1')
    .split(/ AND /)
    .every((part) => part.split(/ OR /).some((license) => FINE.has(license.trim())));

const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
const installed = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, { version, license }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    return { name, version, license: license ?? BY_FILE[name] ?? 'none told' };
  });
const refused = installed.filter(({ name, license }) => !fine(license) && WORD_LISTS[name] !== license);
for (const { name, version, license } of refused) console.error(`${name}@${version}: ${license}`);
console.log(`${installed.length} packages, ${refused.length} with a license that needs a look`);
process.exitCode = refused.length === 0 ? 0 : 1;

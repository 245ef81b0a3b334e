import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/** Licenses that ask for no more than their text to be kept, or for changes to the package itself to be shared. */
const FINE = new Set(
  'MIT,ISC,0BSD,BSD-2-Clause,BSD-3-Clause,Apache-2.0,BlueOak-1.0.0,MPL-2.0,CC0-1.0,Zlib,Python-2.0,CC-BY-4.0,Unlicense'.split(
    ',',
  ),
);

/** Named in the package's LICENSE file, not in its package.json. */
const BY_FILE = { 'passport-http-bearer': 'MIT', 'passport-strategy': 'MIT', pause: 'MIT' };

/** Word lists that only the spell checker reads on a developer's machine: nothing of them is in the product or its image. */
const WORD_LISTS = { '@cspell/dict-django': 'WTFPL', '@cspell/dict-en-common-misspellings': 'CC BY-SA 4.0' };

/** SPDX: each part of an AND must be fine, one part of an OR. */
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

import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runTool } from './run-child.mjs';

/**
 * The checks, cheapest first. `script` is the name of a script in package.json; `run` is a command line. A check is
 * skipped if none of its files in `needs` exists.
 */
const steps = [
  { name: 'format', needs: ['.prettierrc', '.prettierrc.json'], script: 'format:check' },
  {
    name: 'lint',
    needs: ['.oxlintrc.json', '.dependency-cruiser.cjs', '.dependency-cruiser.folders.cjs'],
    script: 'lint',
  },
  { name: 'types', needs: ['tsconfig.json'], script: 'typecheck' },
  {
    name: 'types of the console',
    needs: ['apps/console/tsconfig.json'],
    run: 'tsc --noEmit -p apps/console/tsconfig.json',
  },
  {
    name: 'generated types of the console',
    needs: ['apps/console/codegen.ts'],
    run: 'graphql-codegen --config apps/console/codegen.ts --check',
  },
  {
    name: 'generated types of ctl',
    needs: ['apps/ctl/codegen.ts'],
    run: 'graphql-codegen --config apps/ctl/codegen.ts --check',
  },
  { name: 'licenses', needs: ['package-lock.json'], run: 'node scripts/bootstrap/licenses.mjs' },
  { name: 'advisories', needs: ['package-lock.json'], run: 'node scripts/bootstrap/audit.mjs' },
  { name: 'manifests, compose, alert rules', needs: ['deploy'], run: 'node scripts/check-deployment.mjs' },
  { name: 'language', needs: ['docs/style.md'], run: 'node scripts/language/count.mjs' },
  { name: 'spelling', needs: ['cspell.json'], run: 'cspell lint --no-progress --quiet' },
  { name: 'unused code', needs: ['knip.json', 'knip.jsonc', 'knip.ts'], run: 'knip' },
  { name: 'unit tests', needs: ['jest.config.mjs'], run: 'jest --selectProjects unit --silent --passWithNoTests' },
];

/** Runs all checks, even after a failure, and prints a summary. */
export async function check() {
  const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const outcome = [];
  for (const { name, needs, script, run } of steps) {
    if (!needs.some((file) => existsSync(inRoot(file)))) continue;
    console.log(`── ${name}`);
    outcome.push({ name, ok: (await runTool(run ?? scripts[script])) === 0 });
  }
  console.log('');
  for (const { name, ok } of outcome) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  return outcome.every(({ ok }) => ok) ? 0 : 1;
}

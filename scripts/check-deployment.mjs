#!/usr/bin/env node
// Checks the files that operators deploy: Kubernetes manifests, the compose file and the alert rules. Part of `npm run
// check` and `npm test`.
// Usage: node scripts/check-deployment.mjs [root folders of checkouts]
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { composeFaults } from './deployment/compose.mjs';
import { kubernetesFaults, referenceFaults } from './deployment/kubernetes.mjs';
import { buildKustomization } from './deployment/kustomization.mjs';
import { ruleFaults } from './deployment/prometheus.mjs';

/** Runs a tool of the vendor. @returns its error messages; undefined if the tool is not installed */
function tool(command, ...args) {
  const { error, status, stderr, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) return undefined;
  return status === 0 ? [] : [`${stderr}${stdout}`.trim()];
}

async function manifestFaults(kubernetes) {
  const objects = [...buildKustomization(kubernetes), ...buildKustomization(join(kubernetes, 'prometheus-operator'))];
  const faults = (await Promise.all(objects.map(kubernetesFaults))).flat();
  return faults.length > 0 ? faults : referenceFaults(objects);
}

const checksOf = (root) => ({
  'deploy/kubernetes': () => manifestFaults(join(root, 'deploy/kubernetes')),
  'docker-compose.yml': () => composeFaults(join(root, 'docker-compose.yml')),
  'docs/alerts.yml': () => ruleFaults(join(root, 'docs/alerts.yml')),
  'kubectl kustomize': () => tool('kubectl', 'kustomize', join(root, 'deploy/kubernetes')),
  'promtool check rules': () => tool('promtool', 'check', 'rules', join(root, 'docs/alerts.yml')),
  'promtool check config': () =>
    tool('promtool', 'check', 'config', '--syntax-only', join(root, 'deploy/prometheus.yml')),
});

/** Runs all checks on a checkout. Prints one line for each check and one for each error. */
async function run(root) {
  for (const [name, check] of Object.entries(checksOf(root))) {
    let faults;
    try {
      faults = await check();
    } catch (error) {
      faults = [error.message];
    }
    const outcome = faults === undefined ? 'not installed' : faults.length === 0 ? 'ok' : 'FAILED';
    console.log([`${outcome}: ${name}`, ...(faults ?? [])].join('\n  '));
    if (faults?.length > 0) process.exitCode = 1;
  }
}

const given = process.argv.slice(2);
if (given.length === 0) await run(join(import.meta.dirname, '..'));
for (const root of given) {
  console.log(`── ${root}`);
  await run(resolve(root));
}

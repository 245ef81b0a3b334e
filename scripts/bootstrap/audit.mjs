import { spawnSync } from 'node:child_process';
import { root } from './paths.mjs';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: root,
  encoding: 'utf8',
  timeout: 60_000,
});

function report() {
  try {
    return JSON.parse(stdout);
  } catch {
    return {};
  }
}

const { vulnerabilities, error, message } = report();
if (!vulnerabilities) {
  // The registry mirror has no advisories, or there is no network. Nothing was checked, and the message says so.
  console.log(`No advisories could be read: ${message ?? error?.summary ?? 'npm audit gave no report'}`);
} else {
  const grave = Object.values(vulnerabilities).filter(({ severity }) => severity === 'high' || severity === 'critical');
  for (const { name, severity, range } of grave) console.error(`${name} ${range}: ${severity}`);
  console.log(`${Object.keys(vulnerabilities).length} packages with advisories, ${grave.length} grave`);
  process.exitCode = grave.length === 0 ? 0 : 1;
}

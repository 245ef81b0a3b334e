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
  // A mirror without advisories, or no network: nothing is known, and nothing is claimed.
  console.log(`No advisories could be read: ${message ?? error?.summary ?? 'npm audit gave no report'}`);
} else {
  const grave = Object.values(vulnerabilities).filter(({ severity }) => severity === 'high' || severity === 'critical');
  for (const { name, severity, range } of grave) console.error(`${name} ${range}: ${severity}`);
  console.log(`${Object.keys(vulnerabilities).length} packages with advisories, ${grave.length} grave`);
  process.exitCode = grave.length === 0 ? 0 : 1;
}

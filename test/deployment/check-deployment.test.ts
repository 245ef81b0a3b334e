import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

const KUSTOMIZATION = 'deploy/kubernetes/kustomization.yaml';
const SERVER = 'deploy/kubernetes/server.yaml';
const POLICY = 'deploy/kubernetes/network-policy.yaml';

/** Damages to test: a file, a text to replace in it, and the error message that the check must print. */
const DAMAGES = [
  [
    KUSTOMIZATION,
    '      - LOG_LEVEL=info\n',
    '      - LOG_LEVEL=info\n      - LOG_LEVEL=warn\n',
    'repeats the key LOG_LEVEL',
  ],
  [SERVER, 'replicas: 2', 'replica: 2', 'unknown property /spec/replica'],
  [SERVER, 'replicas: 2', 'replicas: two', 'spec/replicas must be integer'],
  [SERVER, 'autoscaling/v2', 'autoscaling/v9', 'has no HorizontalPodAutoscaler in autoscaling/v9'],
  [SERVER, 'service: { name: server,', 'service: { name: web,', 'there is no Service web'],
  [SERVER, 'kind: Deployment, name: server }', 'kind: Deployment, name: web }', 'there is no Deployment web'],
  [
    POLICY,
    '    - from:\n        - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }\n      ports:',
    '    - ports:',
    'ingress rule 2 has no `from`',
  ],
  [POLICY, 'app.kubernetes.io/name: rollcall }', 'app.kubernetes.io/name: rollcal }', 'its selector matches no pod'],
  ['docker-compose.yml', 'restart: unless-stopped', 'restarts: unless-stopped', 'must NOT have additional properties'],
  ['docker-compose.yml', 'migrate: { condition', 'migration: { condition', 'depends on migration, which is no service'],
  [
    'docker-compose.yml',
    "'secrets:/run/secrets/rollcall:ro'",
    "'secret:/run/secrets/rollcall:ro'",
    'mounts secret, which is no volume',
  ],
  ['docs/alerts.yml', 'for: 2m', 'for: 2 minutes', 'is no duration'],
  ['docs/alerts.yml', 'severity: page', 'severity: urgent', 'severity must be one of'],
  ['docs/alerts.yml', 'absent(rollcall_collector_failed)', 'absent(rollcall_collector_failed', 'not PromQL'],
  [
    'docs/alerts.yml',
    'max by (instance, collector)',
    'max by (collector)',
    'names $labels.instance, which the expression drops',
  ],
] as const;

let folder: string;
/**
 * The output of the check for each damaged copy, in the order of DAMAGES. The last output is that of an undamaged copy.
 */
let printed: string[];

function copyTo(copy: string): void {
  mkdirSync(join(copy, 'docs'), { recursive: true });
  for (const path of ['deploy', 'docker-compose.yml', 'docs/alerts.yml'])
    cpSync(join(root, path), join(copy, path), { recursive: true });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-deployment-'));
  const copies = [...DAMAGES, undefined].map((damage, index) => {
    const copy = join(folder, String(index));
    copyTo(copy);
    if (damage) {
      const [path, from, to] = damage;
      const text = readFileSync(join(copy, path), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(copy, path), text.replace(from, to));
    }
    return copy;
  });
  // Without PATH the tools of vendors are not found, so that only the npm packages check the files.
  const script = join(root, 'scripts/check-deployment.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script, ...copies], { encoding: 'utf8', env: {} });
  expect(status).toBe(1);
  printed = stdout.split(/^── .*$/m).slice(1);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('accepts the files as they are', () => {
  expect(printed).toHaveLength(DAMAGES.length + 1);
  expect(printed.at(-1)).not.toContain('FAILED');
});

it.each(DAMAGES.map((damage, index) => [...damage, index] as const))(
  'refuses %s with %j as %j',
  (_path, _from, _to, reason, index) => {
    expect(printed[index]).toContain(reason);
  },
);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { parse, parseAllDocuments } from 'yaml';
import { Environment } from './environment.js';

const read = (path: string) => readFileSync(join(__dirname, '../../../..', path), 'utf8');

/** Variables of the OpenTelemetry SDK, which our configuration does not read. */
const NOT_OURS = /^OTEL_/;
const OPTIONAL =
  'ADMIN_TOKEN DATABASE_URL DATABASE_DIRECT_URL ENCRYPTION_KEYS HOST METRICS_PORT PASSKEY_HOST PUBLIC_URL ADMIN_TOKEN_FILE DATABASE_URL_FILE ENCRYPTION_KEYS_FILE';
const known = new Set([...Object.keys(new Environment()), ...OPTIONAL.split(' ')]);
const unknown = (names: string[]) => names.filter((name) => !known.has(name) && !NOT_OURS.test(name));

interface Service {
  image: string;
  environment?: Record<string, string>;
}

test('docker-compose.yml sets only variables that the processes read, and pins each image', () => {
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };
  const ours = Object.values(services).filter(({ image, environment }) => image.startsWith('rollcall:') && environment);
  expect(ours).toHaveLength(3);
  for (const { environment } of ours) expect(unknown(Object.keys(environment ?? {}))).toEqual([]);
  const images = Object.values(services).map(({ image }) => image);
  expect(images.filter((image) => !/^rollcall:latest$|:v?\d+\.\d+/.test(image))).toEqual([]);
});

interface Container {
  env?: { name: string }[];
  securityContext: object;
}

test('docs/settings.md has an entry for each variable, and for no other', () => {
  const rules = getMetadataStorage().getTargetValidationMetadatas(Environment, '', false, false);
  const rows = [...read('docs/settings.md').matchAll(/^- `([A-Z_]+)`/gm)].map(([, name = '']) => name);
  expect(rows.filter((name) => !NOT_OURS.test(name)).sort()).toEqual(
    [...new Set(rules.map(({ propertyName }) => propertyName))].sort(),
  );
});

test('the Kubernetes manifests set only variables that the processes read, and keep the root file system read-only', () => {
  const { configMapGenerator } = parse(read('deploy/kubernetes/kustomization.yaml')) as {
    configMapGenerator: { literals: string[] }[];
  };
  const shared = configMapGenerator.flatMap(({ literals }) =>
    literals.map((literal) => literal.split('=', 1)[0] ?? ''),
  );
  const containers = ['server', 'worker', 'migrate']
    .flatMap((name) => parseAllDocuments(read(`deploy/kubernetes/${name}.yaml`)))
    .map((document) => document.toJS() as { kind: string; spec: { template: { spec: { containers: Container[] } } } })
    .filter(({ kind }) => kind === 'Deployment' || kind === 'Job')
    .flatMap(({ spec }) => spec.template.spec.containers);
  expect(containers).toHaveLength(3);
  expect(unknown([...shared, ...containers.flatMap(({ env = [] }) => env.map(({ name }) => name))])).toEqual([]);
  for (const { securityContext } of containers) {
    expect(securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
  }
});

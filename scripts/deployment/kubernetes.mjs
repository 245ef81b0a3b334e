import { unreadProperties } from './strict.mjs';

/** Kinds of the Prometheus operator. The Kubernetes API has no schema for them. */
const CUSTOM = new Set(['PodMonitor']);

/** The module of the npm package kubernetes-models that has the classes of an API version. */
const moduleOf = ({ apiVersion, kind }) => `kubernetes-models/${apiVersion}/${kind}`;

/**
 * Checks one object against the schema of the Kubernetes API. Unknown properties are errors too.
 * @param {{ apiVersion: string, kind: string, metadata: { name: string } }} object
 * @returns {Promise<string[]>} one line for each error
 */
export async function kubernetesFaults(object) {
  const name = `${object.kind} ${object.metadata?.name ?? '(unnamed)'}`;
  if (CUSTOM.has(object.kind)) return [];
  const models = await import(moduleOf(object)).catch(() => undefined);
  if (!models) return [`${name}: the Kubernetes API has no ${object.kind} in ${object.apiVersion}`];
  const Model = models[object.kind];
  const faults = [];
  const unknown = unreadProperties(object, (recorded) => {
    try {
      Model.prototype.validate.call(recorded);
    } catch (error) {
      faults.push(...String(error.message).split('\n'));
    }
  });
  return [...faults, ...unknown.map((path) => `unknown property ${path}`)].map((fault) => `${name}: ${fault}`);
}

/**
 * Checks references between objects by name or label. Kubernetes accepts a wrong reference without an error, but the
 * deployment then does not work.
 */
export function referenceFaults(objects) {
  const faults = [];
  const ofKind = (kind) => objects.filter((object) => object.kind === kind);
  const pods = objects.filter(({ kind }) => kind === 'Deployment' || kind === 'Job').map(({ spec }) => spec.template);
  const matches = (selector) =>
    pods.some(({ metadata }) => Object.entries(selector).every(([key, value]) => metadata.labels?.[key] === value));
  for (const { kind, metadata, spec } of objects) {
    const selector =
      kind === 'Service' ? spec.selector : (spec?.selector?.matchLabels ?? spec?.podSelector?.matchLabels);
    if (selector && !matches(selector)) faults.push(`${kind} ${metadata.name}: its selector matches no pod`);
  }
  for (const { metadata, spec } of ofKind('HorizontalPodAutoscaler')) {
    const { kind, name } = spec.scaleTargetRef;
    if (!ofKind(kind).some((object) => object.metadata.name === name))
      faults.push(`HorizontalPodAutoscaler ${metadata.name}: there is no ${kind} ${name}`);
  }
  for (const { metadata, spec } of ofKind('Ingress')) {
    for (const { service } of spec.rules.flatMap(({ http }) => http.paths.map(({ backend }) => backend)))
      if (!ofKind('Service').some((object) => object.metadata.name === service.name))
        faults.push(`Ingress ${metadata.name}: there is no Service ${service.name}`);
  }
  const configMaps = ofKind('ConfigMap').map(({ metadata }) => metadata.name);
  for (const { configMapRef } of pods.flatMap(({ spec }) => spec.containers.flatMap(({ envFrom = [] }) => envFrom)))
    if (configMapRef && !configMaps.includes(configMapRef.name))
      faults.push(`a pod reads ConfigMap ${configMapRef.name}, which does not exist`);
  for (const { metadata, spec } of ofKind('NetworkPolicy'))
    for (const [index, rule] of (spec.ingress ?? []).entries())
      if (!rule.from?.length) faults.push(`NetworkPolicy ${metadata.name}: ingress rule ${index + 1} has no \`from\``);
  return faults;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

const KNOWN = new Set('apiVersion kind namespace resources components configMapGenerator images'.split(' '));

/** Kinds of objects that have no namespace. */
const CLUSTER_WIDE = new Set(['Namespace']);

/**
 * Builds the objects of a kustomization. Supports only the features of `kubectl kustomize` that deploy/kubernetes uses.
 * @param {string} folder
 * @returns {object[]}
 * @throws Error with a message like that of kustomize
 */
export function buildKustomization(folder) {
  const kustomization = parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8'));
  const unknown = Object.keys(kustomization).filter((key) => !KNOWN.has(key));
  if (unknown.length > 0) throw new Error(`kustomization.yaml: this check does not know ${unknown.join(', ')}`);
  const { namespace, resources = [], components = [], configMapGenerator = [], images = [] } = kustomization;
  const objects = [
    ...resources.flatMap((file) => documents(join(folder, file))),
    ...components.flatMap((path) => buildKustomization(join(folder, path))),
    ...configMapGenerator.map(configMap),
  ];
  for (const object of objects) {
    if (namespace && !CLUSTER_WIDE.has(object.kind)) object.metadata.namespace = namespace;
    const { containers = [], initContainers = [] } = object.spec?.template?.spec ?? {};
    for (const container of [...containers, ...initContainers]) {
      const image = images.find(({ name }) => name === container.image);
      if (image) container.image = `${image.newName ?? image.name}:${image.newTag ?? 'latest'}`;
    }
  }
  const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`${twice} is declared twice`);
  return objects;
}

function documents(path) {
  return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => {
    if (document.errors.length > 0) throw new Error(`${path}: ${document.errors[0].message}`);
    return document.toJS();
  });
}

function configMap({ name, literals = [] }) {
  const data = {};
  for (const literal of literals) {
    const end = literal.indexOf('=');
    const key = literal.slice(0, end);
    if (end < 1) throw new Error(`ConfigMap ${name}: ${literal} is not KEY=value`);
    if (Object.hasOwn(data, key)) throw new Error(`ConfigMap ${name} repeats the key ${key}`);
    data[key] = literal.slice(end + 1);
  }
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
}

import { GROUP, type ScimClient, USER } from '../scim-app.js';

/** An attribute as /Schemas declares it. */
export interface Declaration {
  name: string;
  type: 'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'binary' | 'reference' | 'complex';
  multiValued: boolean;
  required: boolean;
  caseExact: boolean;
  mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
  returned: 'always' | 'never' | 'default' | 'request';
  uniqueness: 'none' | 'server' | 'global';
  canonicalValues?: string[];
  subAttributes?: Declaration[];
}

/** An attribute of a resource type, or one of its sub-attributes. */
export interface Declared {
  resource: 'User' | 'Group';
  endpoint: '/Users' | '/Groups';
  /** The extension's schema; undefined for attributes of the core schema. */
  extension: string | undefined;
  attribute: Declaration;
  sub: Declaration | undefined;
  /** The attribute under test. If the entry is for a sub-attribute, this is the sub-attribute. */
  leaf: Declaration;
  /** The path of the attribute, as filters and PATCH requests use it. */
  path: string;
}

/** All attributes of users and groups, as the client reads them from /Schemas and /ResourceTypes. */
export async function declaredAttributes(client: ScimClient): Promise<Declared[]> {
  const list = async <T>(path: string): Promise<T[]> => (await client.send('GET', path)).body['Resources'] as T[];
  const schemas = await list<{ id: string; attributes: Declaration[] }>('/Schemas');
  const types = await list<{ name: 'User' | 'Group'; schema: string; schemaExtensions: { schema: string }[] }>(
    '/ResourceTypes',
  );
  return types.flatMap(({ name: resource, schema, schemaExtensions }) =>
    [schema, ...schemaExtensions.map((extension) => extension.schema)].flatMap((id) => {
      const attributes = schemas.find((each) => each.id === id)?.attributes ?? [];
      const extension = id === schema ? undefined : id;
      return attributes.flatMap((attribute) =>
        [undefined, ...(attribute.subAttributes ?? [])].map((sub) => toDeclared(resource, extension, attribute, sub)),
      );
    }),
  );
}

function toDeclared(
  resource: Declared['resource'],
  extension: string | undefined,
  attribute: Declaration,
  sub: Declaration | undefined,
): Declared {
  const path = `${extension === undefined ? '' : `${extension}:`}${attribute.name}${sub ? `.${sub.name}` : ''}`;
  return { resource, endpoint: `/${resource}s`, extension, attribute, sub, leaf: sub ?? attribute, path };
}

let made = 0;
/** Returns another number on each call, so that all values of a test differ. */
export const next = (): number => (made += 1);

/** A valid value of the declared type. Text contains letters of both cases. */
export function validValue({ name, type, subAttributes, canonicalValues }: Declaration, number = next()): unknown {
  switch (type) {
    case 'string':
      return canonicalValues?.[0] ?? `Value Of ${name} ${number}`;
    case 'boolean':
      return true;
    case 'integer':
      return number;
    case 'decimal':
      return number + 0.5;
    case 'dateTime':
      return new Date(Date.UTC(2026, 0, 1) + number * 1_000).toISOString();
    case 'binary':
      return Buffer.from(`Aa${String(number).padStart(7, '0')}`).toString('base64');
    case 'reference':
      return `https://example.com/Photo${number}`;
    case 'complex':
      return Object.fromEntries(
        (subAttributes ?? [])
          .filter(({ mutability }) => mutability !== 'readOnly')
          .map((sub) => [sub.name, validValue(sub, number)]),
      );
  }
}

/** Values that are invalid for the type. */
export function wrongValue({ type }: Declaration): unknown {
  switch (type) {
    case 'boolean':
      return 'maybe';
    case 'integer':
      return 1.5;
    case 'decimal':
      return 'much';
    case 'dateTime':
      return 'soon';
    default:
      return 5;
  }
}

/**
 * A resource that has only this attribute value and a unique name. @returns the body, and a filter that matches only
 * this resource
 */
export function resourceWith(
  { resource, extension, attribute, sub }: Declared,
  value: unknown,
): { body: Record<string, unknown>; own: string } {
  const nameAttribute = resource === 'User' ? 'userName' : 'displayName';
  const body: Record<string, unknown> = {
    schemas: [resource === 'User' ? USER : GROUP, ...(extension === undefined ? [] : [extension])],
    [nameAttribute]: `Resource ${next()}`,
    externalId: `resource-${next()}`,
  };
  const holder = extension === undefined ? body : ((body[extension] = {}) as Record<string, unknown>);
  const one = sub ? { [sub.name]: value } : value;
  if (value !== undefined) holder[attribute.name] = attribute.multiValued ? [one] : one;
  return { body, own: `externalId eq "${String(body['externalId'])}"` };
}

/** The value of the attribute in an answer. If there are several values, returns the first. */
export function valueIn(body: Record<string, unknown>, { extension, attribute, sub }: Declared): unknown {
  const holder = extension === undefined ? body : ((body[extension] ?? {}) as Record<string, unknown>);
  const found = holder[attribute.name];
  const one = attribute.multiValued && Array.isArray(found) ? (found as unknown[])[0] : found;
  return sub === undefined ? one : (one as Record<string, unknown> | undefined)?.[sub.name];
}

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

/** An attribute, or a sub-attribute, of a resource type. */
export interface Declared {
  resource: 'User' | 'Group';
  endpoint: '/Users' | '/Groups';
  /** undefined for attributes of the core schema. */
  extension: string | undefined;
  attribute: Declaration;
  sub: Declaration | undefined;
  /** The attribute under test: the sub-attribute if there is one. */
  leaf: Declaration;
  /** Path of the attribute in filters and PATCH. */
  path: string;
}

/** Every declared attribute of users and groups, from the client's own /Schemas and /ResourceTypes. */
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
/** A new number for each value, so that all values differ. */
export const next = (): number => (made += 1);

/** A value of the declared type, with letters of both cases where it is text. */
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

/** A resource with this attribute value and a unique name only. @returns the body, and a filter that matches only it */
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

/** The attribute's value in an answer; the first one if it has several. */
export function valueIn(body: Record<string, unknown>, { extension, attribute, sub }: Declared): unknown {
  const holder = extension === undefined ? body : ((body[extension] ?? {}) as Record<string, unknown>);
  const found = holder[attribute.name];
  const one = attribute.multiValued && Array.isArray(found) ? (found as unknown[])[0] : found;
  return sub === undefined ? one : (one as Record<string, unknown> | undefined)?.[sub.name];
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { IdKind } from './world.js';

/** A place in an operation's arguments that takes an id, e.g. `input.identityId`. */
export interface IdPlace {
  path: readonly string[];
  list: boolean;
  kind: IdKind;
}

/** One field of Query or Mutation, with a document that selects everything a caller may see in its answer. */
export interface Operation {
  root: 'query' | 'mutation';
  name: string;
  document: string;
  places: readonly IdPlace[];
  /** Whether it takes a cursor. */
  paged: boolean;
  /** Required arguments that are no ids. */
  values: Record<string, unknown>;
}

const DEPTH = 2;

/** The kind of object that an argument of this name identifies, in any operation. */
const BY_NAME: Record<string, IdKind> = {
  integrationId: 'directory_integrations',
  identityId: 'identities',
  identityIds: 'identities',
  batchId: 'enrollment_batches',
  groupId: 'groups',
  tenantId: 'tenants',
};

/** The kind of object that the argument `id` of an operation identifies. */
const BY_OPERATION: Record<string, IdKind> = {
  cancelEnrollment: 'enrollments',
  cancelEnrollmentBatch: 'enrollment_batches',
  cancelReconciliation: 'reconciliation_runs',
  checkIntegration: 'directory_integrations',
  deleteDirectoryIntegration: 'directory_integrations',
  deleteScimSchema: 'scim_schemas',
  deleteWebhookEndpoint: 'webhook_endpoints',
  endSession: 'admin_sessions',
  directoryIntegration: 'directory_integrations',
  enrollmentBatch: 'enrollment_batches',
  group: 'groups',
  identity: 'identities',
  node: 'identities',
  pauseWebhookEndpoint: 'webhook_endpoints',
  reconciliationRun: 'reconciliation_runs',
  removeAdminPasskey: 'admin_passkeys',
  resumeWebhookEndpoint: 'webhook_endpoints',
  retryWebhookDelivery: 'webhook_messages',
  revokeAdminToken: 'admin_tokens',
  revokePasskey: 'passkeys',
  revokeScimCredential: 'scim_credentials',
  revokeSignInSecret: 'sign_in_secrets',
  saveScimSchema: 'scim_schemas',
  testWebhookEndpoint: 'webhook_endpoints',
  updateDirectoryIntegration: 'directory_integrations',
  webhookEndpoint: 'webhook_endpoints',
};

/** Optional arguments that an operation needs here, because Okta is not reachable in these tests. */
const GIVEN: Record<string, unknown> = { force: true };

/** Valid values of required arguments that are no ids; enums, whose first value is used, are not listed. */
const VALUES: Record<string, unknown> = {
  active: false,
  ratio: 0.2,
  attributes: [{ name: 'floor' }],
  baseUrl: 'https://scim.example.com/v2',
  clientId: '0oaclient',
  clientSecret: 'a-client-secret',
  events: ['TEST'],
  externalId: 'another-authenticator',
  name: 'A name',
  oktaDomain: '127.0.0.1:9',
  password: 'a-password',
  tokenEndpoint: 'https://id.example.com/token',
  url: 'https://hooks.example.com/another',
  userName: 'rollcall',
};

const sdl = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8');

/** Every operation of the admin API, from the committed schema. @throws if a new operation needs an entry in a table above */
export function operations(): Operation[] {
  const schema = buildSchema(sdl);
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([root, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => toOperation(root, field)),
  );
}

function toOperation(root: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): Operation {
  const places: IdPlace[] = [];
  const values: Record<string, unknown> = {};
  for (const { name, type, defaultValue } of field.args) {
    if (name === 'after' || name === 'first') continue;
    const value = argument(field.name, [name], type, defaultValue !== undefined, places);
    if (value !== undefined) values[name] = value;
  }
  // A required argument with a default is left out: as a variable it would need a value.
  const given = field.args.filter(({ type, defaultValue }) => !isNonNullType(type) || defaultValue === undefined);
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    root,
    name: field.name,
    places,
    values,
    paged: field.args.some(({ name }) => name === 'after'),
    document: `${root}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`} ${selection(field.type, DEPTH)} }`,
  };
}

/** Adds the places of ids to `places`. @returns the value of any other argument that is required */
function argument(
  operation: string,
  path: string[],
  type: GraphQLInputType,
  hasDefault: boolean,
  places: IdPlace[],
): unknown {
  const name = path.at(-1) ?? '';
  const named = getNamedType(type);
  if (named.name === 'ID') {
    const kind = BY_NAME[name] ?? BY_OPERATION[operation];
    if (!kind) {
      throw new Error(
        `${operation} takes an id as ${path.join('.')}: name the table of that id in BY_OPERATION or BY_NAME of test/isolation/operations.ts`,
      );
    }
    places.push({ path, kind, list: isListType(isNonNullType(type) ? type.ofType : type) });
    return undefined;
  }
  if (name in GIVEN) return GIVEN[name];
  if (name in VALUES && isNonNullType(type)) return VALUES[name];
  if (isInputObjectType(named)) {
    if (!isNonNullType(type) && !namesAnId(named)) return undefined;
    const fields = Object.values(named.getFields()).map((field) => [
      field.name,
      argument(operation, [...path, field.name], field.type, field.defaultValue !== undefined, places),
    ]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as unknown;
  }
  if (!isNonNullType(type) || hasDefault) return undefined;
  if (isEnumType(named)) return named.getValues()[0]?.name;
  throw new Error(
    `${operation} must be given ${path.join('.')}: add a valid ${named.name} to VALUES of test/isolation/operations.ts`,
  );
}

function namesAnId(type: GraphQLInputObjectType): boolean {
  return Object.values(type.getFields()).some(({ type: field }) => {
    const named = getNamedType(field);
    return named.name === 'ID' || (isInputObjectType(named) && named !== type && namesAnId(named));
  });
}

/** Selects every field without arguments; lists by their nodes. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isInterfaceType(named)) return '{ __typename id }';
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some((arg) => getNamedType(arg.type).name === 'ID')) {
      throw new Error(
        `${named.name}.${field.name} takes an id: test/isolation asks operations of Query and Mutation only`,
      );
    }
    if (isLeafType(getNamedType(field.type))) return [field.name];
    if (field.name === 'edges' || depth === 0 || field.args.some((arg) => isNonNullType(arg.type))) return [];
    return [`${field.name} ${selection(field.type, depth - 1)}`];
  });
  return `{ ${fields.length > 0 ? fields.join(' ') : '__typename'} }`;
}

/** Arguments of the operation with these ids in their places. */
export function argumentsWith(operation: Operation, ids: readonly string[]): Record<string, unknown> {
  const made = structuredClone(operation.values);
  operation.places.forEach(({ path, list }, index) => {
    const parents = path.slice(0, -1);
    const parent = parents.reduce((at, key) => (at[key] ??= {}) as Record<string, unknown>, made);
    parent[path.at(-1) ?? ''] = list ? [ids[index]] : ids[index];
  });
  return made;
}

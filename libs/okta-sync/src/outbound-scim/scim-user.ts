import type { RemoteUser } from '../target/registration-target.js';
import type { ScimJson } from './scim-answer.js';
import type { ScimServer } from './scim-server.js';

/** The part of a User resource (RFC 7643 §4.1) that the registration sync looks at. */
export function toRemoteUser(resource: ScimJson, server: Pick<ScimServer, 'extension' | 'attribute'>): RemoteUser {
  const { id } = resource;
  return {
    id: typeof id === 'string' ? id : '',
    login: textOf(memberOf(resource, 'userName')) ?? '',
    externalId: textOf(memberOf(resource, 'externalId')),
    registered: flagOf(resource, server) === true,
    obstacle: null,
  };
}

/** The attribute's value; undefined when the resource does not show it. Names are compared in any case (RFC 7643 §2.1). */
export function flagOf(
  resource: ScimJson,
  { extension, attribute }: Pick<ScimServer, 'extension' | 'attribute'>,
): unknown {
  const namespace = memberOf(resource, extension);
  return typeof namespace === 'object' && namespace !== null ? memberOf(namespace as ScimJson, attribute) : undefined;
}

function memberOf(object: ScimJson, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  const wanted = name.toLowerCase();
  const found = Object.keys(object).find((key) => key.toLowerCase() === wanted);
  return found === undefined ? undefined : object[found];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

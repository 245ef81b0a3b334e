import type { FastifyInstance } from 'fastify';
import type { OktaOrg } from '../org/okta-org.js';
import type { SchemaAttribute, UserType } from '../org/user-schemas.js';
import { OktaError } from './okta-error.js';
import { authorize } from './principal.js';
import { principalOf, stateOf } from './request-pipeline.js';

interface SchemaUpdate {
  definitions?: { custom?: { properties?: Record<string, SchemaAttribute | null> } };
}

const TYPES = new Set(['boolean', 'string', 'integer', 'number', 'array']);

/** The Schemas API of user types: read a schema, add, change or remove custom attributes. */
export function schemasRoutes(app: FastifyInstance, org: OktaOrg): void {
  app.addHook('preHandler', (request, _reply, done) => {
    authorize(principalOf(request), 'schemas', request.method);
    done();
  });

  app.get('/types/user', (_request, reply) =>
    reply.send(org.schemas.types.map((type) => typeResource(type, org.baseUrl))),
  );

  app.get<{ Params: { type: string } }>('/types/user/:type', (request, reply) =>
    reply.send(typeResource(known(org, request.params.type), org.baseUrl)),
  );

  app.get<{ Params: { schema: string } }>('/schemas/user/:schema', (request, reply) =>
    reply.send(org.schemas.toResource(known(org, request.params.schema), org.baseUrl)),
  );

  app.post<{ Params: { schema: string }; Body: SchemaUpdate | null }>('/schemas/user/:schema', (request, reply) => {
    const type = known(org, request.params.schema);
    const properties = Object.entries(request.body?.definitions?.custom?.properties ?? {});
    for (const [name, attribute] of properties) assertAcceptable(org, type, name, attribute);
    for (const [name, attribute] of properties) {
      if (attribute === null) org.schemas.removeAttribute(type.id, name);
      else org.schemas.setAttribute(type.id, name, attribute);
    }
    const write = stateOf(request).write;
    if (write) write.changed = properties.length > 0;
    return reply.send(org.schemas.toResource(type, org.baseUrl));
  });
}

function known(org: OktaOrg, key: string): UserType {
  const type = org.schemas.type(key);
  if (!type) throw OktaError.notFound(key, 'UserType');
  return type;
}

function assertAcceptable(org: OktaOrg, type: UserType, name: string, attribute: SchemaAttribute | null): void {
  if (org.schemas.isBase(name)) throw OktaError.validation(name, [`${name}: Base attributes cannot be redefined`]);
  if (attribute === null) return;
  if (!TYPES.has(attribute.type))
    throw OktaError.validation('type', [`${name}: ${String(attribute.type)} is not a type`]);
  const present = org.schemas.attribute(type.id, name);
  if (present && present.type !== attribute.type)
    throw OktaError.validation('type', [`${name}: The type cannot be changed`]);
}

function typeResource(type: UserType, baseUrl: string): Record<string, unknown> {
  const schema = `${baseUrl}/api/v1/meta/schemas/user/${type.default ? 'default' : type.schemaId}`;
  return {
    id: type.id,
    name: type.name,
    displayName: type.displayName,
    default: type.default,
    _links: { schema: { href: schema, method: 'GET' }, self: { href: `${baseUrl}/api/v1/meta/types/user/${type.id}` } },
  };
}

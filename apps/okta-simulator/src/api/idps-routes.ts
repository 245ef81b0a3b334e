import type { FastifyInstance } from 'fastify';
import { linkHeaders, limitOf, positionOf, type PageQuery } from './link-pages.js';
import { OktaError } from './okta-error.js';
import { authorize } from './principal.js';
import { principalOf, stateOf } from './request-pipeline.js';
import type { OktaOrg } from '../org/okta-org.js';
import type { OktaUser } from '../org/okta-user.js';
import { type IdentityProvider, type IdpSettings, toIdpResource } from '../idps/identity-provider.js';
import type { AccountLink } from '../idps/identity-providers.js';
import { idpFaults } from '../idps/validate-idp.js';

interface ListQuery extends PageQuery {
  q?: string;
  type?: string;
}

interface UserParams {
  idp: string;
  user: string;
}

/** The Identity Providers API: providers of type OIDC, their lifecycle, and account links. */
export function idpsRoutes(app: FastifyInstance, org: OktaOrg): void {
  app.addHook('preHandler', (request, _reply, done) => {
    authorize(principalOf(request), 'idps', request.method);
    done();
  });

  app.get<{ Querystring: ListQuery }>('/', (request, reply) => {
    const { q = '', type } = request.query;
    const found = org.idps.all.filter(
      (idp) => idp.name.toLowerCase().startsWith(q.toLowerCase()) && (type === undefined || idp.type === type),
    );
    const [from, limit] = [positionOf(request.query), limitOf(request.query)];
    const next = from + limit < found.length ? from + limit : undefined;
    void reply.header('link', linkHeaders(org.baseUrl, request.url, next));
    return reply.send(found.slice(from, from + limit).map((idp) => toIdpResource(idp, org.baseUrl)));
  });

  app.post<{ Body: IdpSettings | null }>('/', (request, reply) => {
    const settings = acceptable(org, request.body, undefined);
    const idp = org.idps.add(settings);
    markChanged(request);
    return reply.send(toIdpResource(idp, org.baseUrl));
  });

  app.get<{ Params: { idp: string } }>('/:idp', (request, reply) =>
    reply.send(toIdpResource(known(org, request.params.idp), org.baseUrl)),
  );

  app.put<{ Params: { idp: string }; Body: IdpSettings | null }>('/:idp', (request, reply) => {
    const { id } = known(org, request.params.idp);
    const idp = org.idps.update(id, acceptable(org, request.body, id));
    markChanged(request);
    return reply.send(toIdpResource(idp, org.baseUrl));
  });

  app.delete<{ Params: { idp: string } }>('/:idp', (request, reply) => {
    org.idps.remove(known(org, request.params.idp).id);
    return reply.code(204).send();
  });

  app.post<{ Params: { idp: string; operation: string } }>('/:idp/lifecycle/:operation', (request, reply) => {
    const { idp, operation } = request.params;
    const status = ({ activate: 'ACTIVE', deactivate: 'INACTIVE' } as const)[operation];
    if (!status) throw OktaError.notFound(operation, 'Lifecycle');
    return reply.send(toIdpResource(org.idps.update(known(org, idp).id, { status }), org.baseUrl));
  });

  app.get<{ Params: { idp: string }; Querystring: PageQuery }>('/:idp/users', (request, reply) => {
    const links = org.idps.linksOf(known(org, request.params.idp).id);
    const [from, limit] = [positionOf(request.query), limitOf(request.query)];
    const next = from + limit < links.length ? from + limit : undefined;
    void reply.header('link', linkHeaders(org.baseUrl, request.url, next));
    return reply.send(links.slice(from, from + limit).map((link) => linkResource(org, link)));
  });

  app.get<{ Params: UserParams }>('/:idp/users/:user', (request, reply) => {
    const { idp, user } = namedUser(org, request.params);
    const link = org.idps.linkOfUser(idp.id, user.id);
    if (!link) throw OktaError.notFound(user.id, 'IdpAppUser');
    return reply.send(linkResource(org, link));
  });

  app.post<{ Params: UserParams; Body: { externalId?: string } | null }>('/:idp/users/:user', (request, reply) => {
    const { idp, user } = namedUser(org, request.params);
    const externalId = request.body?.externalId;
    if (!externalId) throw OktaError.validation('externalId', ['externalId: The field cannot be left blank']);
    if (org.idps.linkOfSubject(idp.id, externalId) || org.idps.linkOfUser(idp.id, user.id))
      throw OktaError.validation('externalId', ['externalId: The user or the external id is linked already']);
    return reply.send(linkResource(org, org.idps.link(idp.id, user.id, externalId)));
  });

  app.delete<{ Params: UserParams }>('/:idp/users/:user', (request, reply) => {
    const { idp, user } = namedUser(org, request.params);
    org.idps.unlink(idp.id, user.id);
    return reply.code(204).send();
  });
}

function markChanged(request: Parameters<typeof stateOf>[0]): void {
  const { write } = stateOf(request);
  if (write) write.changed = true;
}

function known(org: OktaOrg, id: string): IdentityProvider {
  const idp = org.idps.find(id);
  if (!idp) throw OktaError.notFound(id, 'Idp');
  return idp;
}

function namedUser(org: OktaOrg, params: UserParams): { idp: IdentityProvider; user: OktaUser } {
  const user = org.users.find(params.user);
  if (!user) throw OktaError.notFound(params.user, 'User');
  return { idp: known(org, params.idp), user };
}

function acceptable(org: OktaOrg, body: IdpSettings | null, self: string | undefined): IdpSettings {
  const faults = idpFaults(body);
  if (org.idps.all.some((idp) => idp.id !== self && idp.name === body?.name))
    faults.push('name: An object with this field already exists in the current organization');
  if (!body || faults.length > 0) throw OktaError.validation(faults[0]?.split(':')[0] ?? 'body', faults);
  const { type, name, protocol, policy, issuerMode } = body;
  return { type, name: name.trim(), protocol, policy, ...(issuerMode === undefined ? {} : { issuerMode }) };
}

function linkResource(org: OktaOrg, link: AccountLink): Record<string, unknown> {
  const created = new Date(link.created).toISOString();
  const user = org.users.find(link.userId);
  return {
    id: link.userId,
    externalId: link.externalId,
    created,
    lastUpdated: created,
    profile: { email: user?.profile['email'] ?? null },
    _links: { user: { href: `${org.baseUrl}/api/v1/users/${link.userId}` } },
  };
}

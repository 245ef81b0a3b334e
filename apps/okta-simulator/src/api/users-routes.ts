import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OktaOrg } from '../org/okta-org.js';
import { toIdpResource } from '../idps/identity-provider.js';
import { omittedBy, toUserResource, type OktaUser, type Profile } from '../org/okta-user.js';
import { changeStatus } from './lifecycle.js';
import { linkHeaders } from './link-pages.js';
import { OktaError } from './okta-error.js';
import { rolesOf } from './admin-roles.js';
import { authorize } from './principal.js';
import { sameProfile, updateProfile, type UpdateMode } from './profile-update.js';
import { principalOf, stateOf } from './request-pipeline.js';
import { listUsers, type UserListQuery } from './user-list.js';

interface UserParams {
  user: string;
}

/** The Users API: read, list, partial update, full update, lifecycle, create, delete. */
export function usersRoutes(app: FastifyInstance, org: OktaOrg): void {
  app.addHook('preHandler', (request, _reply, done) => {
    authorize(principalOf(request), 'users', request.method);
    done();
  });

  app.get<{ Querystring: UserListQuery }>('/', (request, reply) => {
    const page = listUsers(org, request.query);
    void reply.header('link', linkHeaders(org.baseUrl, request.url, page.next));
    const omitted = omittedBy(request.headers['content-type']);
    return reply.send(page.users.map((user) => toUserResource(user, org.baseUrl, omitted)));
  });

  app.get<{ Params: UserParams }>('/:user', (request, reply) =>
    reply.send(toUserResource(named(org, request), org.baseUrl, omittedBy(request.headers['content-type']))),
  );

  app.get<{ Params: UserParams }>('/:user/roles', (request, reply) =>
    reply.send(rolesOf(named(org, request), principalOf(request))),
  );

  app.get<{ Params: UserParams }>('/:user/idps', (request, reply) =>
    reply.send(org.idps.providersOf(named(org, request).id).map((idp) => toIdpResource(idp, org.baseUrl))),
  );

  app.post<{ Querystring: { activate?: string } }>('/', (request, reply) => {
    const user = create(org, request.body, request.query.activate === 'false');
    org.events.userEvent('user.lifecycle.create', user, principalOf(request).actor);
    return reply.send(toUserResource(user, org.baseUrl));
  });

  const update = (mode: UpdateMode) => (request: FastifyRequest<{ Params: UserParams }>) => {
    const before = named(org, request);
    const write = stateOf(request).write;
    if (write) write.userId = before.id;
    const after = updateProfile(org, principalOf(request), before, request.body, mode);
    if (write) write.changed = !sameProfile(before.profile, after.profile);
    return toUserResource(after, org.baseUrl);
  };
  app.post<{ Params: UserParams }>('/:user', (request, reply) => reply.send(update('partial')(request)));
  app.put<{ Params: UserParams }>('/:user', (request, reply) => reply.send(update('full')(request)));

  app.post<{ Params: UserParams & { operation: string } }>('/:user/lifecycle/:operation', (request, reply) => {
    changeStatus(org, named(org, request), request.params.operation, principalOf(request).actor);
    return reply.send({});
  });

  app.delete<{ Params: UserParams }>('/:user', (request, reply) => {
    const user = named(org, request);
    if (user.status === 'DEPROVISIONED') org.users.delete(user);
    else changeStatus(org, user, 'deactivate', principalOf(request).actor);
    return reply.code(204).send();
  });
}

function named(org: OktaOrg, request: FastifyRequest<{ Params: UserParams }>): OktaUser {
  const wanted = request.params.user;
  const user = org.users.find(wanted === 'me' ? (principalOf(request).ownerId ?? 'me') : wanted);
  if (!user) throw OktaError.notFound(wanted, 'User');
  return user;
}

function create(org: OktaOrg, body: unknown, staged: boolean): OktaUser {
  const { profile, type } = (body ?? {}) as { profile?: Profile; type?: { id?: string } };
  const userType = org.schemas.type(type?.id ?? 'default');
  const login = profile?.['login'];
  if (!profile || typeof login !== 'string')
    throw OktaError.validation('login', ['login: The field cannot be left blank']);
  if (!userType) throw OktaError.notFound(String(type?.id), 'UserType');
  const faults = org.schemas.faultsOf(userType.id, profile);
  if (org.users.find(login)) faults.push('login: An object with this field already exists in the current organization');
  if (faults.length > 0) throw OktaError.validation(faults[0]?.split(':')[0] ?? 'profile', faults);
  return org.users.add({ profile: { ...profile, login }, typeId: userType.id, status: staged ? 'STAGED' : 'ACTIVE' });
}

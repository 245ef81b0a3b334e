import type { FastifyInstance } from 'fastify';
import type { OktaOrg } from '../org/okta-org.js';
import type { OktaUser } from '../org/okta-user.js';
import type { TokenRole } from '../org/api-tokens.js';
import { authorize, type Principal } from './principal.js';
import { principalOf } from './request-pipeline.js';

const ROLES: Record<TokenRole, { type: string; label: string }> = {
  'super-admin': { type: 'SUPER_ADMIN', label: 'Super Administrator' },
  'org-admin': { type: 'ORG_ADMIN', label: 'Organization Administrator' },
  'read-only': { type: 'READ_ONLY_ADMIN', label: 'Read-Only Administrator' },
};

/**
 * `GET /api/v1/users/{id}/roles`: the administrator roles of a person. In a real org, a token has the role of its
 * owner. Here each token has its own role, so a request about the token's owner returns the token's role.
 */
export function rolesOf(user: OktaUser, caller: Principal): Record<string, unknown>[] {
  const role = user.id === caller.ownerId ? caller.role : user.superAdmin ? 'super-admin' : undefined;
  if (role === undefined) return [];
  return [{ id: `ra1${user.id.slice(3)}`, ...ROLES[role], status: 'ACTIVE', assignmentType: 'USER' }];
}

/** `GET /api/v1/iam/assignees/users`: ids of the users that have a role. */
export function assigneesRoutes(app: FastifyInstance, org: OktaOrg): void {
  app.get('/assignees/users', (request, reply) => {
    authorize(principalOf(request), 'roles', request.method);
    const value = [...org.users.from()].filter((user) => user.superAdmin).map(({ id }) => ({ id }));
    return reply.send({ value, _links: {} });
  });
}

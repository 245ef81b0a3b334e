import Fastify, { type FastifyInstance } from 'fastify';
import { assigneesRoutes } from './api/admin-roles.js';
import { policiesRoutes } from './api/policies-routes.js';
import { installErrors, installPipeline } from './api/request-pipeline.js';
import { schemasRoutes } from './api/schemas-routes.js';
import { usersRoutes } from './api/users-routes.js';
import { oauthRoutes } from './api/oauth-routes.js';
import { idpsRoutes } from './api/idps-routes.js';
import type { OktaOrg } from './org/okta-org.js';
import { signInRoutes } from './sign-in/sign-in-routes.js';

/** Serves the org over HTTP. The request pipeline applies to the management API and the token endpoint, not to the sign-in page. */
export async function buildOktaApi(org: OktaOrg): Promise<FastifyInstance> {
  const app = Fastify({ forceCloseConnections: true, bodyLimit: 1024 * 1024, routerOptions: { maxParamLength: 300 } });
  installErrors(app);
  acceptEmptyJson(app);
  await app.register(async (management) => {
    installPipeline(management, org);
    await management.register(async (scope) => usersRoutes(scope, org), { prefix: '/api/v1/users' });
    await management.register(async (scope) => schemasRoutes(scope, org), { prefix: '/api/v1/meta' });
    await management.register(async (scope) => assigneesRoutes(scope, org), { prefix: '/api/v1/iam' });
    await management.register(async (scope) => idpsRoutes(scope, org), { prefix: '/api/v1/idps' });
    await management.register(async (scope) => policiesRoutes(scope, org), { prefix: '/api/v1/policies' });
    await management.register(async (scope) => oauthRoutes(scope, org), { prefix: '/oauth2' });
  });
  await app.register(async (scope) => signInRoutes(scope, org));
  app.get('/.well-known/okta-organization', (_request, reply) => reply.send({ id: org.id, pipeline: 'idx' }));
  return app;
}

/** Accepts an empty JSON body, because lifecycle requests have a JSON content type and no body. */
function acceptEmptyJson(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? null : JSON.parse(String(body)));
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }), undefined);
    }
  });
}

import type { FastifyInstance } from 'fastify';
import type { OktaOrg } from '../org/okta-org.js';
import { OAuthError } from '../oauth/service-apps.js';

/** The org authorization server's token endpoint, for service apps and web applications. */
export function oauthRoutes(app: FastifyInstance, org: OktaOrg): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(String(body)));
  });

  app.setErrorHandler((error: Error, _request, reply) => {
    if (!(error instanceof OAuthError)) throw error;
    return reply.code(error.status).send({ error: error.error, error_description: error.message });
  });

  app.post('/v1/token', async (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const answer =
      form.get('grant_type') === 'authorization_code'
        ? await org.webApps.exchange(form, request.headers.authorization, org.baseUrl)
        : org.apps.issue(form, `${org.baseUrl}/oauth2/v1/token`);
    return reply.header('cache-control', 'no-store').send(answer);
  });
}

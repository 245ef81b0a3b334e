import type { FastifyInstance } from 'fastify';
import type { OktaOrg } from '../org/okta-org.js';
import { loginPage, routedPage } from './sign-in-page.js';

interface SignInQuery {
  login?: string;
}

/** `GET /signin` for people, `GET /signin/route?login=` for programs. An unknown login is routed like one without the attribute. */
export function signInRoutes(app: FastifyInstance, org: OktaOrg): void {
  app.get<{ Querystring: SignInQuery }>('/signin', (request, reply) => {
    const login = request.query.login?.trim();
    void reply.type('text/html; charset=utf-8');
    return reply.send(login ? routedPage(login, org.routing.route(org.users.find(login))) : loginPage());
  });

  app.get<{ Querystring: SignInQuery }>('/signin/route', (request, reply) => {
    const login = request.query.login ?? '';
    const route = org.routing.route(org.users.find(login));
    return reply.send({
      login,
      page: route.provider.type === 'OIDC' ? 'passkey' : 'password',
      rule: route.rule ?? null,
    });
  });
}

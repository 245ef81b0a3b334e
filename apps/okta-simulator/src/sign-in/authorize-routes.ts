import type { FastifyInstance, FastifyReply } from 'fastify';
import type { OktaOrg } from '../org/okta-org.js';
import { refusedPage } from './sign-in-page.js';
import type { Sessions } from './sessions.js';

type Query = Record<string, string | undefined>;

/** A cookie that stores the authorization request, so that it can continue after the sign-in. */
export const FROM = 'from-uri';

/**
 * The org as an OpenID provider for its web applications. People must first sign in if they have no session, or if
 * their sign-in is too old.
 */
export function authorizeRoutes(app: FastifyInstance, org: OktaOrg, sessions: Sessions): void {
  app.get<{ Querystring: Query }>('/oauth2/v1/authorize', (request, reply) => {
    const { query } = request;
    const client = org.webApps.find(query['client_id'] ?? '');
    const redirectUri = query['redirect_uri'] ?? '';
    if (!client?.redirectUris.includes(redirectUri)) {
      const reason = "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings";
      return reply.code(400).type('text/html; charset=utf-8').send(refusedPage('invalid_request', reason));
    }
    const session = sessions.of(request.headers.cookie);
    const user = session && org.users.find(session.userId);
    const age = session === undefined ? Infinity : (org.now() - session.authenticatedAt) / 1000;
    if (!session || user?.status !== 'ACTIVE' || age > Number(query['max_age'] ?? Infinity)) {
      const from = `${FROM}=${encodeURIComponent(request.url)}; Path=/; HttpOnly; SameSite=Lax`;
      return reply.header('set-cookie', from).redirect('/signin');
    }
    const back = (answer: Record<string, string>) =>
      goBack(reply, redirectUri, { ...answer, state: query['state'] ?? '' });
    if (client.assigned?.(user) === false)
      return back({ error: 'access_denied', error_description: 'User is not assigned to the client application.' });
    const challenge = query['code_challenge'];
    const wanted = { clientId: client.clientId, redirectUri, nonce: query['nonce'], challenge };
    return back({ code: org.webApps.issueCode(wanted, user, session.authenticatedAt) });
  });

  app.get('/oauth2/v1/keys', (_request, reply) => reply.send(org.webApps.jwks()));
}

function goBack(reply: FastifyReply, redirectUri: string, parameters: Record<string, string>): FastifyReply {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return reply.redirect(url.href);
}

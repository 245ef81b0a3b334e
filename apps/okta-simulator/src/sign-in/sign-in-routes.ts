import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OktaError } from '../api/okta-error.js';
import type { IdentityProvider } from '../idps/identity-provider.js';
import type { OktaOrg } from '../org/okta-org.js';
import { loginOf } from '../org/okta-user.js';
import { RelyingParty, type SignInEnd } from './relying-party.js';
import { routeOf, type Route } from './route.js';
import { authorizeRoutes, FROM } from './authorize-routes.js';
import { cookieOf, Sessions, setCookie } from './sessions.js';
import { homePage, loginPage, refusedPage, routedPage } from './sign-in-page.js';

interface SignInQuery {
  login?: string;
}

interface IdpQuery {
  login_hint?: string;
  prompt?: string;
  max_age?: string;
}

const BROWSER = 'okta-oauth-state';
/** A sign-in may return only to URLs that start with this path. */
const AUTHORIZE = '/oauth2/v1/authorize?';

/**
 * `GET /signin` is for people, and `GET /signin/route?login=` for programs. `/sso/idps/{id}` uses one provider whatever
 * the rules say. All providers share one callback. An unknown login is routed like a user without the attribute.
 */
export function signInRoutes(app: FastifyInstance, org: OktaOrg): void {
  const party = new RelyingParty(org);
  const sessions = new Sessions(org.now);
  authorizeRoutes(app, org, sessions);

  const redirect = async (
    request: FastifyRequest,
    reply: FastifyReply,
    idp: IdentityProvider,
    options: Parameters<RelyingParty['begin']>[2],
  ): Promise<FastifyReply> => {
    const { url, browser } = await party.begin(idp, cookieOf(request.headers.cookie, BROWSER), options);
    return reply.header('set-cookie', setCookie(BROWSER, browser)).redirect(url);
  };

  app.get<{ Querystring: SignInQuery }>('/signin', async (request, reply) => {
    const login = request.query.login?.trim();
    if (!login) return html(reply, loginPage());
    const route = routeOf(org, login);
    if (!route.idp) return html(reply, routedPage(login, route));
    return redirect(request, reply, route.idp, { loginHint: login, fallsBack: route.fallsBack });
  });

  app.get<{ Querystring: SignInQuery }>('/signin/route', (request, reply) => {
    const login = request.query.login ?? '';
    const route = routeOf(org, login);
    return reply.send({ login, page: pageOf(route), rule: route.rule ?? null });
  });

  app.get<{ Params: { idp: string }; Querystring: IdpQuery }>('/sso/idps/:idp', async (request, reply) => {
    const idp = org.idps.find(request.params.idp);
    if (idp?.status !== 'ACTIVE') throw OktaError.notFound(request.params.idp, 'Idp');
    const { login_hint: loginHint, prompt, max_age: maxAge } = request.query;
    return redirect(request, reply, idp, {
      loginHint,
      prompt,
      maxAge: maxAge === undefined ? undefined : Number(maxAge),
    });
  });

  app.get('/oauth2/v1/authorize/callback', async (request, reply) => {
    const end = await party.finish(new URL(request.url, org.baseUrl), cookieOf(request.headers.cookie, BROWSER));
    return finished(request, reply, end);
  });

  app.get('/app/UserHome', (request, reply) => {
    const session = sessions.of(request.headers.cookie);
    const user = session && org.users.find(session.userId);
    return user && session ? html(reply, homePage(loginOf(user), session.provider)) : reply.redirect('/signin');
  });

  app.get('/login/signout', (request, reply) => {
    return reply.header('set-cookie', sessions.end(request.headers.cookie)).redirect('/signin');
  });

  /** The password page. The simulator accepts any password. */
  app.get<{ Querystring: SignInQuery }>('/signin/password', (request, reply) => {
    const user = org.users.find(request.query.login ?? '');
    if (user?.status !== 'ACTIVE') return html(reply.code(400), refusedPage('E0000004', 'Unable to sign in'));
    return signIn(request, reply, { userId: user.id, provider: 'a password' });
  });

  const signIn = (
    { headers: { cookie } }: FastifyRequest,
    reply: FastifyReply,
    session: { userId: string; provider: string },
  ): FastifyReply => {
    const from = decodeURIComponent(cookieOf(cookie, FROM) ?? '');
    return reply
      .header('set-cookie', [sessions.start(session), setCookie(FROM, '')])
      .redirect(from.startsWith(AUTHORIZE) ? from : '/app/UserHome');
  };

  const finished = (request: FastifyRequest, reply: FastifyReply, end: SignInEnd): FastifyReply => {
    if (end.kind === 'REFUSED') return html(reply.code(400), refusedPage(end.code, end.reason));
    if (end.kind === 'PASSWORD') return html(reply, routedPage(end.login, { page: 'password' }));
    return signIn(request, reply, { userId: end.user.id, provider: end.idp.name });
  };
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page);
}

function pageOf({ page, idp }: Route): 'passkey' | 'password' {
  return idp ? 'passkey' : page;
}

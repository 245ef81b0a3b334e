import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { Provider } from 'oidc-provider';
import { PlainDuties } from './plain-duties.js';

// Best possible figures of the sign-in: the OpenID library with its in-memory adapter and no authentication. With DATABASE_URL it also
// does what every provider must do (plain-duties.ts).

const { PORT, CLIENT_SECRET = '', REDIRECT_URI = '', DATABASE_URL } = process.env;
const origin = `http://localhost:${PORT}`;
const duties = DATABASE_URL === undefined ? undefined : await PlainDuties.start(DATABASE_URL);
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

const provider = new Provider(origin, {
  ...(duties && { adapter: (model: string) => duties.adapter(model) }),
  clients: [
    {
      client_id: 'bench',
      client_secret: CLIENT_SECRET,
      redirect_uris: [REDIRECT_URI],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'bench', alg: 'RS256', use: 'sig' } as never] },
  cookies: { keys: ['bench'] },
  pkce: { required: () => false },
  conformIdTokenClaims: false,
  claims: { openid: ['sub', 'amr', 'auth_time', 'email'] },
  features: { devInteractions: { enabled: false }, resourceIndicators: { enabled: false } },
  ttl: { Interaction: 900, AccessToken: 600, IdToken: 600, Session: 900, Grant: 900 },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, email: 'bench@example.com' }) }),
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ accountId: oidc.account!.accountId, clientId: oidc.client!.clientId });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});
const callback = provider.callback();

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = '', method } = request;
  if (url === '/health') return void response.end();
  if (url === '/passkeys') return void (await addPasskey(await bodyOf(request)), response.end());
  if (!url.startsWith('/interaction/')) return void (await callback(request, response));
  const body = await bodyOf(request);
  const { uid } = await provider.interactionDetails(request, response);
  response.setHeader('content-type', 'application/json');
  if (method === 'GET') return void response.end(`<h1>${uid}</h1>`);
  if (url.endsWith('/options'))
    return void response.end(JSON.stringify({ challenge: challengeOf(uid), rpId: 'localhost' }));
  await duties?.verify(uid, (JSON.parse(body) as { response: AuthenticationResponseJSON }).response, origin);
  const login = { accountId: 'bench', remember: false };
  const location = await provider.interactionResult(request, response, { login, consent: {} });
  response.end(JSON.stringify({ location }));
}

const challengeOf = (uid: string): string =>
  duties === undefined ? 'bench' : Buffer.from(duties.challenge(uid)).toString('base64url');

async function addPasskey(body: string): Promise<void> {
  const { credentialId, publicKey } = JSON.parse(body) as { credentialId: string; publicKey: string };
  await duties?.addPasskey(credentialId, Buffer.from(publicKey, 'base64'));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
}).listen(Number(PORT));

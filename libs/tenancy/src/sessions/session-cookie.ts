import { fastifyCookie } from '@fastify/cookie';

export const SESSION_COOKIE = 'rollcall_session';

export function sessionTokenOf(cookieHeader: string | undefined): string | undefined {
  return cookieHeader === undefined ? undefined : fastifyCookie.parse(cookieHeader)[SESSION_COOKIE];
}

/** A Set-Cookie header; Secure wherever browsers reach us over https. */
export function sessionCookie(token: string, expires: Date, publicUrl: string): string {
  return fastifyCookie.serialize(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: publicUrl.startsWith('https:'),
    expires,
  });
}

export function clearedSessionCookie(publicUrl: string): string {
  return sessionCookie('', new Date(0), publicUrl);
}

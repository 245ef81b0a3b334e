import { cookieValue } from '@rollcall/platform';

/** Tokens are base62 and underscores: nothing in the cookie needs encoding. */
export const SESSION_COOKIE = 'rollcall_session';

export function sessionTokenOf(cookieHeader: string | undefined): string | undefined {
  return cookieValue(cookieHeader, SESSION_COOKIE);
}

/** A Set-Cookie header (RFC 6265 §4.1); Secure wherever browsers reach us over https. */
export function sessionCookie(token: string, expires: Date, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${SESSION_COOKIE}=${token}; Path=/; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Strict${secure}`;
}

export function clearedSessionCookie(publicUrl: string): string {
  return sessionCookie('', new Date(0), publicUrl);
}

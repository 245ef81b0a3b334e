const HOME = '/overview';

/** Path of the sign-in page, which returns to `from` after the sign-in. */
export function signInPath(from: string): string {
  return from === '/' || from === HOME ? '/sign-in' : `/sign-in?next=${encodeURIComponent(from)}`;
}

/** Where to go after signing in: always a path of this console. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get('next');
  if (next === null || !next.startsWith('/')) return HOME;
  const { origin, pathname, search: query } = new URL(next, window.location.origin);
  // The browser resolves `/.//host` to the path `//host`, which would lead to another site.
  const isPath = origin === window.location.origin && !/^\/[/\\]/.test(pathname);
  return isPath && pathname !== '/sign-in' ? pathname + query : HOME;
}

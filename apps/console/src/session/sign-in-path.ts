const HOME = '/overview';

/** The sign-in page, which leads back to where one was. */
export function signInPath(from: string): string {
  return from === '/' || from === HOME ? '/sign-in' : `/sign-in?next=${encodeURIComponent(from)}`;
}

/** Where to go after signing in: a path of this console, never an address elsewhere. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get('next');
  if (next === null || !next.startsWith('/')) return HOME;
  const { origin, pathname, search: query } = new URL(next, window.location.origin);
  // A path such as //host, which `/.//host` resolves to, names another site.
  const isPath = origin === window.location.origin && !/^\/[/\\]/.test(pathname);
  return isPath && pathname !== '/sign-in' ? pathname + query : HOME;
}

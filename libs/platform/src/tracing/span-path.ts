const PROBES = /^\/(health\/|metrics$)/;

/** Whether a request is traced. Health checks and scrapes of metrics are not. */
export const traced = (url: string): boolean => !PROBES.test(url);

/** Ids of Rollcall and of Okta. Other text at this place of a path may be a login name. */
const USER_ID = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|00u[A-Za-z0-9]{17})$/;

/**
 * The path of a URL in the form in which a trace may contain it: without the query, enrollment tokens, ids of sign-in flows and login
 * names.
 */
export function spanPath(url: string): string {
  const [path = '/'] = url.split(/[?#]/, 1);
  return path
    .replace(/^\/enroll\/[^/]+/, '/enroll/…')
    .replace(/(\/users\/)([^/]+)/gi, (all, before: string, id: string) => (USER_ID.test(id) ? all : `${before}…`))
    .replace(/^(\/sign-in\/[^/]+|\/oidc\/[^/]+\/auth)\/[^/]+/, '$1/…');
}

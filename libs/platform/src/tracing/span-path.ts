const PROBES = /^\/(health\/|metrics$)/;

/** Whether a request is worth a trace: probes and scrapes are not. */
export const traced = (url: string): boolean => !PROBES.test(url);

/** Ids of Rollcall and Okta; any other text in this place may be a login. */
const USER_ID = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|00u[A-Za-z0-9]{17})$/;

/** The path of a URL as a trace may contain it: no query, no enrollment token, no id of a sign-in flow, no login. */
export function spanPath(url: string): string {
  const [path = '/'] = url.split(/[?#]/, 1);
  return path
    .replace(/^\/enroll\/[^/]+/, '/enroll/…')
    .replace(/(\/users\/)([^/]+)/gi, (all, before: string, id: string) => (USER_ID.test(id) ? all : `${before}…`))
    .replace(/^(\/sign-in\/[^/]+|\/oidc\/[^/]+\/auth)\/[^/]+/, '$1/…');
}

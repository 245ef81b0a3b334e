const PROBES = /^\/(health\/|metrics$)/;

/** Whether a request is worth a trace: probes and scrapes are not. */
export const traced = (url: string): boolean => !PROBES.test(url);

/** The path of a URL as a trace may hold it: no query, no enrollment token, no id of a sign-in flow. */
export function spanPath(url: string): string {
  const [path = '/'] = url.split(/[?#]/, 1);
  return path
    .replace(/^\/enroll\/[^/]+/, '/enroll/…')
    .replace(/^(\/sign-in\/[^/]+|\/oidc\/[^/]+\/auth)\/[^/]+/, '$1/…');
}

import { isLoopback } from './is-loopback.js';
import type { Endpoint, IdpSettings } from './identity-provider.js';

type Loose<T> = { [K in keyof T]?: T[K] extends object | undefined ? Loose<NonNullable<T[K]>> | null : unknown };

const MATCH_TYPES = new Set(['USERNAME', 'EMAIL', 'USERNAME_OR_EMAIL', 'CUSTOM_ATTRIBUTE']);
const SECRET_METHODS = new Set([undefined, 'client_secret_basic', 'client_secret_post']);
const REQUEST_ALGORITHMS = new Set(['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512']);
const BLANK = 'The field cannot be left blank';

/**
 * Reasons for which Okta would refuse the identity provider (E0000001), each as `field: reason`; empty if Okta would
 * accept it.
 */
export function idpFaults(body: Loose<IdpSettings> | null): string[] {
  if (body?.type !== 'OIDC') return ['type: The simulated org has identity providers of type OIDC only'];
  return [...nameFaults(body.name), ...protocolFaults(body.protocol), ...policyFaults(body.policy)];
}

function nameFaults(name: unknown): string[] {
  if (typeof name !== 'string' || name.trim() === '') return [`name: ${BLANK}`];
  return name.length > 100 ? ['name: The field is too long'] : [];
}

function protocolFaults(protocol: Loose<IdpSettings['protocol']> | null | undefined): string[] {
  if (protocol?.type !== 'OIDC') return ['protocol.type: Must be OIDC for an identity provider of type OIDC'];
  const { authorization, token, jwks, userInfo } = (protocol.endpoints ?? {}) as Record<string, Endpoint | undefined>;
  const faults = [
    ...endpointFaults('protocol.issuer', { url: protocol.issuer?.url as string, binding: '' }, ''),
    ...endpointFaults('protocol.endpoints.authorization', authorization, 'HTTP-REDIRECT'),
    ...endpointFaults('protocol.endpoints.token', token, 'HTTP-POST'),
    ...endpointFaults('protocol.endpoints.jwks', jwks, 'HTTP-REDIRECT'),
    ...(userInfo ? endpointFaults('protocol.endpoints.userInfo', userInfo, 'HTTP-REDIRECT') : []),
  ];
  const scopes: unknown = protocol.scopes;
  if (!Array.isArray(scopes) || !scopes.includes('openid')) faults.push('protocol.scopes: openid is required');
  return [...faults, ...clientFaults(protocol.credentials?.client), ...algorithmFaults(protocol)];
}

function endpointFaults(field: string, endpoint: Endpoint | undefined, binding: string): string[] {
  const url = URL.parse(endpoint?.url ?? '');
  if (!url) return [`${field}.url: ${BLANK}`];
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    return [`${field}.url: Must be an https URL`];
  return endpoint?.binding === binding ? [] : [`${field}.binding: Must be ${binding}`];
}

function clientFaults(client: Loose<IdpSettings['protocol']['credentials']['client']> | null | undefined): string[] {
  const method = client?.token_endpoint_auth_method as string | undefined;
  const faults = typeof client?.client_id === 'string' && client.client_id !== '' ? [] : [`client_id: ${BLANK}`];
  if (method === 'private_key_jwt') return faults;
  if (!SECRET_METHODS.has(method)) faults.push('token_endpoint_auth_method: Invalid value');
  if (typeof client?.client_secret !== 'string' || client.client_secret === '') faults.push(`client_secret: ${BLANK}`);
  return faults;
}

function algorithmFaults(protocol: Loose<IdpSettings['protocol']>): string[] {
  const algorithm = protocol.algorithms?.request?.signature?.algorithm as string | undefined;
  return algorithm === undefined || REQUEST_ALGORITHMS.has(algorithm) ? [] : ['algorithms.request: Invalid value'];
}

function policyFaults(policy: Loose<IdpSettings['policy']> | null | undefined): string[] {
  const faults: string[] = [];
  const { subject } = policy ?? {};
  const actions = { accountLink: policy?.accountLink?.action, provisioning: policy?.provisioning?.action };
  for (const [field, action] of Object.entries(actions))
    if (action !== 'AUTO' && action !== 'DISABLED') faults.push(`policy.${field}.action: Must be AUTO or DISABLED`);
  const template = subject?.userNameTemplate?.template;
  if (typeof template !== 'string' || !/^idpuser\.\w+$/.test(template))
    faults.push('policy.subject.userNameTemplate: Must be an expression such as idpuser.email');
  if (!MATCH_TYPES.has(String(subject?.matchType))) faults.push('policy.subject.matchType: Invalid value');
  if (subject?.matchType === 'CUSTOM_ATTRIBUTE' && !subject.matchAttribute)
    faults.push(`policy.subject.matchAttribute: ${BLANK}`);
  if (String(subject?.filter ?? '').length > 1024) faults.push('policy.subject.filter: The field is too long');
  const skew = policy?.maxClockSkew;
  if (skew !== undefined && !(Number.isInteger(skew) && Number(skew) >= 0))
    faults.push('policy.maxClockSkew: Must be a number of milliseconds');
  return faults;
}

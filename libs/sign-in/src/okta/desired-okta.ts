import type { OktaIdentityProvider, OktaResource, OktaRoutingRule } from '@rollcall/okta';
import { endpointsOf, type SignInSettings } from '../settings/sign-in-settings.js';

/** The claim `preferred_username` contains the SCIM userName, which is the login in Okta. */
export const USERNAME_TEMPLATE = 'idpuser.preferred_username';
const SCOPES = ['openid', 'profile', 'email'];
/** In milliseconds; the same value as in Okta's examples. */
const MAX_CLOCK_SKEW = 120_000;
const NAME = 'Rollcall passkeys';
const RULE_NAME = 'Passkey sign-in';

/** Input for the identity provider that Okta should have. */
export interface DesiredProvider {
  settings: SignInSettings;
  /** The client secret; undefined if Okta authenticates with its own key pair. */
  clientSecret: string | undefined;
  /** Appended to the name, because names are unique in an org and a second integration needs another name. */
  suffix?: string;
}

/**
 * Body of `POST` or `PUT /api/v1/idps`. Of an existing provider, only the settings that Rollcall requires are changed.
 */
export function providerBody(
  { settings, clientSecret, suffix }: DesiredProvider,
  before?: OktaIdentityProvider,
): OktaResource {
  const { issuer, clientId } = settings;
  const { authorization, token, jwks } = endpointsOf(issuer);
  const protocol = before?.protocol ?? {};
  const policy = before?.policy ?? {};
  const {
    client_secret: _earlier,
    token_endpoint_auth_method: _method,
    ...client
  } = protocol.credentials?.client ?? {};
  const authentication =
    clientSecret === undefined ? { token_endpoint_auth_method: 'private_key_jwt' } : { client_secret: clientSecret };
  return {
    type: 'OIDC',
    name: before?.name ?? named(NAME, suffix),
    ...(before?.['issuerMode'] === undefined ? {} : { issuerMode: before['issuerMode'] }),
    protocol: {
      ...protocol,
      type: 'OIDC',
      scopes: [...new Set([...SCOPES, ...(protocol.scopes ?? [])])],
      issuer: { url: issuer },
      endpoints: {
        ...protocol.endpoints,
        authorization: { url: authorization, binding: 'HTTP-REDIRECT' },
        token: { url: token, binding: 'HTTP-POST' },
        jwks: { url: jwks, binding: 'HTTP-REDIRECT' },
        acs: protocol.endpoints?.['acs'] ?? { binding: 'HTTP-POST', type: 'INSTANCE' },
      },
      credentials: { ...protocol.credentials, client: { ...client, client_id: clientId, ...authentication } },
    },
    policy: {
      maxClockSkew: MAX_CLOCK_SKEW,
      ...policy,
      accountLink: { filter: null, ...policy.accountLink, action: 'AUTO' },
      provisioning: {
        conditions: { deprovisioned: { action: 'NONE' }, suspended: { action: 'NONE' } },
        groups: { action: 'NONE' },
        ...policy.provisioning,
        action: 'DISABLED',
      },
      subject: {
        ...policy.subject,
        userNameTemplate: { template: USERNAME_TEMPLATE },
        matchType: 'USERNAME',
        matchAttribute: null,
      },
    },
  };
}

/** Body of `POST` or `PUT …/rules`. An existing rule keeps its name, priority, network, platform and app. */
export function ruleBody(
  { providerId, attribute, suffix }: { providerId: string; attribute: string; suffix?: string },
  before?: OktaRoutingRule,
): OktaResource {
  return {
    type: 'IDP_DISCOVERY',
    name: before?.name ?? named(RULE_NAME, suffix),
    priority: before?.priority ?? 1,
    conditions: {
      network: { connection: 'ANYWHERE' },
      ...before?.conditions,
      userIdentifier: {
        type: 'ATTRIBUTE',
        attribute,
        patterns: [{ matchType: 'EQUALS', value: 'true' }],
      },
    },
    actions: { idp: { idpSelectionType: 'SPECIFIC', providers: [{ type: 'OIDC', id: providerId }] } },
  };
}

/** One field of Okta's Admin Console, with the label that Okta uses. */
export interface OktaSetting {
  section: 'IDENTITY_PROVIDER' | 'ROUTING_RULE';
  label: string;
  value: string;
}

/**
 * The values to enter by hand if the API cannot be used. The client secret is not among them, because it is shown only
 * when it is created.
 */
export function oktaSettings(settings: SignInSettings, attribute: string): OktaSetting[] {
  const { authorization, token, jwks } = endpointsOf(settings.issuer);
  const provider: [string, string][] = [
    ['Name', NAME],
    ['IdP Usage', 'SSO only'],
    ['Scopes', SCOPES.join(' ')],
    ['Client ID', settings.clientId],
    ['Authentication type', settings.clientJwks === null ? 'Client secret' : 'Public key/private key'],
    ['Issuer', settings.issuer],
    ['Authorization endpoint', authorization],
    ['Token endpoint', token],
    ['JWKS endpoint', jwks],
    ['IdP Username', USERNAME_TEMPLATE],
    ['Match against', 'Okta Username'],
    ['Account Link Policy', 'Enable automatic linking'],
    ['If no match is found', 'Redirect to Okta sign-in page'],
  ];
  const rule: [string, string][] = [
    ['Rule Name', RULE_NAME],
    ['AND User matches', `User attribute · ${attribute} · Equals · true`],
    ['THEN Use this identity provider', NAME],
  ];
  return [
    ...provider.map(([label, value]) => ({ section: 'IDENTITY_PROVIDER' as const, label, value })),
    ...rule.map(([label, value]) => ({ section: 'ROUTING_RULE' as const, label, value })),
  ];
}

function named(name: string, suffix: string | undefined): string {
  return suffix === undefined ? name : `${name} ${suffix}`;
}

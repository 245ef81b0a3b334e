import { CheckStatus, type ExaminerFinding } from '@rollcall/directory-integration';
import type { OktaIdentityProvider, OktaUserProfile } from '@rollcall/okta';
import { endpointsOf, type SignInSettings } from '../settings/sign-in-settings.js';
import { USERNAME_TEMPLATE } from './desired-okta.js';
import { type KnownUser, matchRule, routeOf } from './match-rule.js';
import { leadsTo, type OktaSignInState } from './okta-sign-in-state.js';

const { OK, WARN, FAIL, UNKNOWN } = CheckStatus;

export const PROVIDER_CHECK = 'sign-in-provider';
export const ROUTING_CHECK = 'sign-in-routing';
export const ADMINISTRATOR_CHECK = 'sign-in-administrator';
export const LINKS_CHECK = 'sign-in-links';

/** Names of all sign-in checks, for findings that say "not checked". */
export const SIGN_IN_CHECKS = [PROVIDER_CHECK, ROUTING_CHECK, ADMINISTRATOR_CHECK, LINKS_CHECK];

/**
 * Checks whether Okta's identity provider has the desired settings. @param secretIsCurrent false if Okta has an earlier
 * client secret
 */
export function providerFinding(
  settings: SignInSettings,
  provider: OktaIdentityProvider | undefined,
  secretIsCurrent: boolean,
): ExaminerFinding {
  const name = PROVIDER_CHECK;
  if (!provider)
    return {
      name,
      status: WARN,
      message: 'Okta has no identity provider for this integration. Create it in step Sign-in.',
    };
  const problem = providerProblem(settings, provider);
  if (problem) return { name, status: FAIL, message: `Identity provider "${provider.name}": ${problem}` };
  const policy = policyProblem(provider);
  if (policy) return { name, status: WARN, message: `Identity provider "${provider.name}": ${policy}` };
  if (!secretIsCurrent)
    return {
      name,
      status: WARN,
      message: `Identity provider "${provider.name}" may hold an earlier client secret. Run "Create in Okta" again before you revoke it.`,
    };
  return { name, status: OK, message: `Identity provider "${provider.name}" is active and set up as it should be.` };
}

/** Problems that prevent every sign-in. */
function providerProblem(settings: SignInSettings, { status, protocol }: OktaIdentityProvider): string | undefined {
  const { authorization, token, jwks } = endpointsOf(settings.issuer);
  const wanted: [string, string | undefined, string][] = [
    ['Issuer', protocol.issuer?.url, settings.issuer],
    ['Authorization endpoint', protocol.endpoints?.['authorization']?.url, authorization],
    ['Token endpoint', protocol.endpoints?.['token']?.url, token],
    ['JWKS endpoint', protocol.endpoints?.['jwks']?.url, jwks],
    ['Client ID', protocol.credentials?.client?.client_id, settings.clientId],
  ];
  if (status !== 'ACTIVE') return 'it is inactive in Okta. Activate it under Security > Identity Providers.';
  const wrong = wanted.find(([, actual, expected]) => actual !== expected);
  return wrong && `${wrong[0]} is ${wrong[1] ?? 'empty'}, not ${wrong[2]}. Run "Create in Okta" again to repair it.`;
}

/** Problems because of which Okta may sign in the wrong person, or create an account. */
function policyProblem({ policy }: OktaIdentityProvider): string | undefined {
  const { subject, provisioning, accountLink } = policy;
  const template = subject?.userNameTemplate?.template;
  if (template !== USERNAME_TEMPLATE) return `IdP Username is ${template ?? 'empty'}, not ${USERNAME_TEMPLATE}.`;
  if (subject?.matchType !== 'USERNAME')
    return `it matches against ${subject?.matchType ?? 'nothing'}, not Okta Username.`;
  if (provisioning?.action === 'AUTO')
    return 'it creates users when no match is found. Set "Redirect to Okta sign-in page".';
  if (accountLink?.action === 'DISABLED') return 'automatic linking is disabled, so new users cannot sign in.';
  return undefined;
}

/** Checks whether Okta sends registered users to the provider. */
export function routingFinding(attribute: string, { provider, rules, rule }: OktaSignInState): ExaminerFinding {
  const name = ROUTING_CHECK;
  if (!rule)
    return {
      name,
      status: WARN,
      message: 'No routing rule leads to the identity provider. Create it in step Sign-in.',
    };
  const subject = `Routing rule "${rule.name}"`;
  if (provider && !leadsTo(rule, provider.id))
    return { name, status: FAIL, message: `${subject} leads to another identity provider than "${provider.name}".` };
  const registered: KnownUser = { login: undefined, profile: { [attribute]: true }, complete: false };
  const others: KnownUser = { ...registered, profile: { [attribute]: false } };
  if (matchRule(rule, registered) === 'NO')
    return {
      name,
      status: FAIL,
      message: `${subject} never matches: it must compare ${attribute} with true, in lower case.`,
    };
  if (matchRule(rule, others) !== 'NO')
    return {
      name,
      status: FAIL,
      message: `${subject} also matches users without a passkey. Compare ${attribute} with true.`,
    };
  if (rule.status !== 'ACTIVE')
    return { name, status: WARN, message: `${subject} is inactive: users sign in with Okta.` };
  const earlier = rules.filter((one) => one.status === 'ACTIVE' && one.priority < rule.priority && !one.system);
  const shadow = earlier.find((one) => matchRule(one, registered) === 'YES');
  if (shadow)
    return {
      name,
      status: FAIL,
      message: `${subject} is never reached: "${shadow.name}" comes first and matches the same users.`,
    };
  const partial = earlier.find((one) => matchRule(one, registered) === 'MAYBE');
  if (partial)
    return {
      name,
      status: WARN,
      message: `"${partial.name}" comes before ${subject.toLowerCase()} and may take some of its users.`,
    };
  return { name, status: OK, message: `${subject} sends users whose ${attribute} is true to their passkey.` };
}

/** Checks whether at least one super administrator can sign in at Okta without Rollcall. */
export function administratorFinding(
  { rules }: OktaSignInState,
  administrators: readonly OktaUserProfile[],
): ExaminerFinding {
  const name = ADMINISTRATOR_CHECK;
  if (administrators.length === 0)
    return { name, status: UNKNOWN, message: 'Okta lists no super administrator for these credentials.' };
  const outside = administrators.find(({ profile }) => {
    const login = String(profile['login'] ?? '');
    const { rule, doubtful } = routeOf(rules, { login, profile, complete: true });
    return doubtful.length === 0 && (rule?.system ?? true);
  });
  if (outside)
    return {
      name,
      status: OK,
      message: `${String(outside.profile['login'])} is a super administrator outside every routing rule.`,
    };
  return {
    name,
    status: WARN,
    message:
      'Every super administrator that was looked at is subject to a routing rule. Keep one outside of all of them.',
  };
}

/** Users whose account link in Okta belongs to a different identity than their identity in Rollcall. */
export interface LinkSurvey {
  examined: number;
  /** The first few of these users, as logins or ids. */
  wrong: readonly string[];
  wrongCount: number;
  /** Whether all links were read. */
  whole: boolean;
}

export function linksFinding({ examined, wrong, wrongCount, whole }: LinkSurvey): ExaminerFinding {
  const name = LINKS_CHECK;
  const scope = whole ? `${examined} account links` : `The first ${examined} account links`;
  if (wrongCount === 0)
    return {
      name,
      status: OK,
      message: examined === 0 ? 'No user is linked yet.' : `${scope} lead to the right users.`,
    };
  const more = wrongCount > wrong.length ? ` and ${wrongCount - wrong.length} more` : '';
  return {
    name,
    status: FAIL,
    message: `Account links of ${wrong.join(', ')}${more} lead to another user. Unlink them in Okta; the next sign-in links again.`,
  };
}

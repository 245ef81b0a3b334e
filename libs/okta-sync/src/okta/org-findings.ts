import { CheckStatus } from '@rollcall/directory-integration';
import { sustainedPerMinute, type AttributeRule, type UserTypeAttribute } from '@rollcall/okta';
import type { Finding } from '../target/finding.js';

const { OK, WARN, FAIL, UNKNOWN } = CheckStatus;
/** If the clocks differ by more, Okta refuses the assertions of a service app, and rate-limit resets are misread. */
const SKEW_WARN_MS = 60_000;
const SKEW_FAIL_MS = 240_000;
const EDIT_EVERYBODY = new Set(['SUPER_ADMIN', 'ORG_ADMIN']);
const EDIT_SOME = new Set(['USER_ADMIN', 'CUSTOM']);

/** Reports which people the owner of the token may edit. */
export function rightsFinding(roles: readonly string[]): Finding {
  const name = 'okta-rights';
  if (roles.includes('SUPER_ADMIN'))
    return { name, status: OK, message: 'The owner of the token is a super administrator: every user can be written.' };
  if (roles.some((role) => EDIT_EVERYBODY.has(role))) {
    return {
      name,
      status: OK,
      message: `The owner of the token is ${roles.join(', ')}: every user except administrators above that can be written.`,
    };
  }
  if (roles.some((role) => EDIT_SOME.has(role))) {
    return {
      name,
      status: WARN,
      message: `The owner of the token is ${roles.join(', ')}: make sure that this role covers all people of the integration.`,
    };
  }
  return {
    name,
    status: FAIL,
    message: `The owner of the token may not edit people (${roles.join(', ') || 'no administrator role'}). Use a token of an organization administrator.`,
  };
}

export function userTypesFinding(attribute: string, types: readonly UserTypeAttribute[]): Finding {
  const name = 'okta-user-types';
  const lacking = types.filter((type) => type.type !== 'boolean').map((type) => type.userType);
  if (lacking.length === 0)
    return {
      name,
      status: OK,
      message: types.length === 0 ? 'There are no other user types.' : `All other user types have ${attribute}, too.`,
    };
  return {
    name,
    status: WARN,
    message: `People of the user types ${lacking.join(', ')} can't be written: add the boolean ${attribute} to these profiles in Okta.`,
  };
}

/** Reports whether a routing rule matches the attribute. Okta compares the attribute as text, so only `true` in lower case matches. */
export function routingFinding(attribute: string, rules: readonly AttributeRule[]): Finding {
  const name = 'okta-routing-rule';
  const active = rules.filter((rule) => rule.active);
  if (active.some((rule) => rule.values.includes('true'))) {
    return { name, status: OK, message: `A routing rule sends people whose ${attribute} is true to their passkey.` };
  }
  const misspelt = active.find((rule) => rule.values.some((value) => value.trim().toLowerCase() === 'true'));
  if (misspelt) {
    return {
      name,
      status: FAIL,
      message: `The routing rule "${misspelt.name}" compares with "${misspelt.values.join(', ')}", which never matches: write true in lower case.`,
    };
  }
  if (rules.length > 0)
    return {
      name,
      status: WARN,
      message: `The routing rule on ${attribute} is inactive, or looks for another value than true.`,
    };
  return {
    name,
    status: WARN,
    message: `No routing rule looks at ${attribute}: add one in Okta under Security > Identity Providers > Routing Rules.`,
  };
}

export function clockFinding(skewMs: number | undefined): Finding {
  const name = 'okta-clock';
  if (skewMs === undefined) return { name, status: UNKNOWN, message: 'Okta sent no time.' };
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (Math.abs(skewMs) < SKEW_WARN_MS)
    return { name, status: OK, message: `Our clock and that of Okta differ by ${seconds} s.` };
  const status = Math.abs(skewMs) < SKEW_FAIL_MS ? WARN : FAIL;
  return {
    name,
    status,
    message: `Our clock is ${seconds} s ${skewMs > 0 ? 'behind' : 'ahead of'} that of Okta: set this machine's clock.`,
  };
}

/** Okta's limit for writes, according to its last answer; null before the first answer. */
export interface WriteLimit {
  rate_limit: number | null;
  remaining: number | null;
  /** After a 429: no request is sent before this time. */
  blocked_until: Date | null;
}

/** Reports whether Okta's limit leaves us enough requests. @param share part of the limit that we may use, 0 to 1 */
export function rateFinding(
  { rate_limit: limit, remaining, blocked_until: blocked }: WriteLimit,
  share: number,
  now: Date,
): Finding {
  const name = 'okta-rate-limit';
  if (blocked !== null && blocked > now)
    return {
      name,
      status: WARN,
      message: `Okta answered 429: nothing is written before ${blocked.toISOString()}. Other tools use the limit, too; OKTA_RATE_SHARE is ${share}.`,
    };
  if (limit === null) return { name, status: UNKNOWN, message: 'Okta has not sent its limit for writes yet.' };
  const ours = Math.round(sustainedPerMinute(limit, share));
  const left = remaining === null ? '' : ` ${remaining} of ${limit} were left when it last answered.`;
  if (ours < 30)
    return {
      name,
      status: WARN,
      message: `At most ${ours} writes a minute are ours: large changes will take long.${left}`,
    };
  return { name, status: OK, message: `Up to ${ours} writes a minute are ours.${left}` };
}

import type { OktaRoutingRule, OktaRuleConditions } from '@rollcall/okta';

/** The known data of a user. */
export interface KnownUser {
  /** The login; undefined if it may be any login. */
  login: string | undefined;
  profile: Readonly<Record<string, unknown>>;
  /** True if `profile` is the whole profile. If false, an attribute that is missing here may have any value. */
  complete: boolean;
}

/** `MAYBE`: whether the rule matches depends on the network, the platform, the app, or unknown data of the user. */
export type RuleMatch = 'YES' | 'NO' | 'MAYBE';

/** Where the rules send a user. */
export interface RouteDecision {
  rule: OktaRoutingRule | undefined;
  /** Active rules with a higher priority than `rule` that may match the user (`MAYBE`). */
  doubtful: OktaRoutingRule[];
}

/**
 * Applies the rules in order of priority, as Okta does. Inactive rules are skipped, and the first rule that matches
 * decides.
 */
export function routeOf(rules: readonly OktaRoutingRule[], user: KnownUser): RouteDecision {
  const doubtful: OktaRoutingRule[] = [];
  for (const rule of rules) {
    if (rule.status !== 'ACTIVE') continue;
    const match = matchRule(rule, user);
    if (match === 'YES') return { rule, doubtful };
    if (match === 'MAYBE') doubtful.push(rule);
  }
  return { rule: undefined, doubtful };
}

export function matchRule({ system, conditions }: OktaRoutingRule, user: KnownUser): RuleMatch {
  if (system) return 'YES';
  const answers = [matchIdentifier(conditions?.userIdentifier, user), matchPlace(conditions ?? {})];
  if (answers.includes('NO')) return 'NO';
  return answers.includes('MAYBE') ? 'MAYBE' : 'YES';
}

function matchPlace({ network, platform, app }: OktaRuleConditions): RuleMatch {
  const anywhere = (network?.connection ?? 'ANYWHERE') === 'ANYWHERE';
  const apps = (app?.include?.length ?? 0) > 0 || (app?.exclude?.length ?? 0) > 0;
  const platforms = (platform?.include ?? []).some((one) => !isAny(one)) || (platform?.exclude?.length ?? 0) > 0;
  return anywhere && !apps && !platforms ? 'YES' : 'MAYBE';
}

function isAny(platform: unknown): boolean {
  const { type, os } = (platform ?? {}) as { type?: string; os?: { type?: string } };
  return (type ?? 'ANY') === 'ANY' && (os?.type ?? 'ANY') === 'ANY';
}

function matchIdentifier(identifier: OktaRuleConditions['userIdentifier'], user: KnownUser): RuleMatch {
  const patterns = identifier?.patterns ?? [];
  if (!identifier || patterns.length === 0) return 'YES';
  const text = textOf(identifier, user);
  if (text === 'UNKNOWN') return 'MAYBE';
  const answers = patterns.map((pattern) => matchPattern(text.value, pattern));
  if (answers.includes('YES')) return 'YES';
  return answers.includes('MAYBE') ? 'MAYBE' : 'NO';
}

function textOf(
  { type, attribute = '' }: { type?: string; attribute?: string },
  { login, profile, complete }: KnownUser,
): 'UNKNOWN' | { value: string | undefined } {
  if (type === 'IDENTIFIER') return login === undefined ? 'UNKNOWN' : { value: login };
  if (!(attribute in profile) && !complete) return 'UNKNOWN';
  const value = profile[attribute];
  return { value: value === null || value === undefined ? undefined : String(value) };
}

/** Compares text exactly. The pattern `True` therefore never matches the boolean value true. */
function matchPattern(
  text: string | undefined,
  { matchType, value = '' }: { matchType?: string; value?: string },
): RuleMatch {
  if (text === undefined) return 'NO';
  switch (matchType) {
    case 'EQUALS':
      return text === value ? 'YES' : 'NO';
    case 'STARTS_WITH':
      return text.startsWith(value) ? 'YES' : 'NO';
    case 'SUFFIX':
      return text.endsWith(value) ? 'YES' : 'NO';
    case 'CONTAINS':
      return text.includes(value) ? 'YES' : 'NO';
    default:
      return 'MAYBE';
  }
}

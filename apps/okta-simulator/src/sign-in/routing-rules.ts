import type { OktaUser } from '../org/okta-user.js';

export interface UserIdentifierPattern {
  matchType: 'EQUALS' | 'STARTS_WITH' | 'SUFFIX' | 'CONTAINS';
  value: string;
}

/** An identity provider routing rule (policy type IDP_DISCOVERY). */
export interface RoutingRule {
  readonly id: string;
  readonly name: string;
  readonly priority: number;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly attribute: string;
  readonly patterns: readonly UserIdentifierPattern[];
  readonly provider: IdentityProvider;
}

export interface IdentityProvider {
  readonly type: 'OIDC' | 'OKTA';
  readonly name: string;
}

export interface Route {
  readonly provider: IdentityProvider;
  /** The rule that decided; undefined: Okta's default rule. */
  readonly rule: string | undefined;
}

const OKTA: IdentityProvider = { type: 'OKTA', name: 'Okta' };

/** The rules in order of priority; the default rule (Okta's own password page) comes last. */
export class RoutingRules {
  readonly policyId = '00p1idpdiscoveryrCl697';
  private readonly rules: RoutingRule[] = [];

  get all(): readonly RoutingRule[] {
    return this.rules;
  }

  add(rule: Omit<RoutingRule, 'id' | 'priority' | 'status'>): RoutingRule {
    const priority = this.rules.length + 1;
    const added: RoutingRule = {
      ...rule,
      id: `0pr1${String(priority).padStart(10, '0')}rCl697`,
      priority,
      status: 'ACTIVE',
    };
    this.rules.push(added);
    return added;
  }

  clear(): void {
    this.rules.length = 0;
  }

  /** Absent, null and false route alike; `true` matches the text `true` only: `True` never does. */
  route(user: OktaUser | undefined): Route {
    const rule = this.rules.find((candidate) => candidate.status === 'ACTIVE' && user && matches(candidate, user));
    return rule ? { provider: rule.provider, rule: rule.name } : { provider: OKTA, rule: undefined };
  }
}

function matches(rule: RoutingRule, user: OktaUser): boolean {
  const value = user.profile[rule.attribute];
  if (value === null || value === undefined) return false;
  const text = String(value);
  return rule.patterns.some(({ matchType, value: wanted }) => {
    if (matchType === 'EQUALS') return text === wanted;
    if (matchType === 'STARTS_WITH') return text.startsWith(wanted);
    return matchType === 'SUFFIX' ? text.endsWith(wanted) : text.includes(wanted);
  });
}

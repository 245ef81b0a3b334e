import { randomBytes } from 'node:crypto';
import { loginOf, type OktaUser } from './okta-user.js';

export interface UserIdentifierPattern {
  matchType: 'EQUALS' | 'STARTS_WITH' | 'SUFFIX' | 'CONTAINS' | 'EXPRESSION';
  value: string;
}

/** `IDENTIFIER` compares the login that the user typed. `ATTRIBUTE` compares an attribute of the user's profile. */
export interface UserIdentifier {
  type?: 'IDENTIFIER' | 'ATTRIBUTE';
  attribute?: string;
  patterns?: UserIdentifierPattern[];
}

export interface RuleConditions {
  network?: { connection?: string };
  platform?: { include?: unknown[]; exclude?: unknown[] };
  app?: { include?: unknown[]; exclude?: unknown[] };
  userIdentifier?: UserIdentifier | null;
}

/**
 * The provider of a rule. With an id, it is an identity provider of the org. Without an id, it is only a name that the
 * page shows.
 */
export interface RuleProvider {
  readonly type: string;
  readonly id?: string;
  readonly name?: string;
}

/** An identity provider routing rule (policy type IDP_DISCOVERY). */
export interface RoutingRule {
  readonly id: string;
  readonly name: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly conditions: RuleConditions;
  readonly providers: readonly RuleProvider[];
  /** Whether Okta signs the user in itself if the provider answers with an error. */
  readonly shouldFallBackToOkta: boolean;
}

/** A rule to add; the fields that have a default may be omitted. */
export type NewRoutingRule = Omit<RoutingRule, 'id' | 'status' | 'shouldFallBackToOkta'> &
  Partial<Pick<RoutingRule, 'status' | 'shouldFallBackToOkta'>>;

/**
 * The rules in order of priority, which starts at 1. The last rule is the default rule, which leads to Okta's own
 * password page.
 */
export class RoutingRules {
  readonly policyId = '00p1idpdiscoveryrCl697';
  readonly defaultRuleId = '0pr1defaultrulerCl697';
  private rules: RoutingRule[] = [];

  get all(): readonly RoutingRule[] {
    return this.rules;
  }

  find(id: string): RoutingRule | undefined {
    return this.rules.find((rule) => rule.id === id);
  }

  priorityOf({ id }: RoutingRule): number {
    return this.rules.findIndex((rule) => rule.id === id) + 1;
  }

  /**
   * Adds a rule. Rules with the same or a lower priority move down. @param priority defaults to the lowest one above
   * the default rule
   */
  add(rule: NewRoutingRule, priority?: number): RoutingRule {
    const added: RoutingRule = {
      shouldFallBackToOkta: false,
      status: 'ACTIVE',
      ...rule,
      id: `0pr1${randomBytes(5).toString('hex')}rCl697`,
    };
    this.insert(added, priority);
    return added;
  }

  replace(id: string, rule: NewRoutingRule, priority?: number): RoutingRule {
    const [before, at] = [this.find(id), this.rules.findIndex((known) => known.id === id)];
    if (!before) throw new Error(`no routing rule ${id}`);
    const after: RoutingRule = { shouldFallBackToOkta: false, status: before.status, ...rule, id };
    this.remove(id);
    this.insert(after, priority ?? at + 1);
    return after;
  }

  setStatus(id: string, status: RoutingRule['status']): void {
    this.rules = this.rules.map((rule) => (rule.id === id ? { ...rule, status } : rule));
  }

  remove(id: string): void {
    this.rules = this.rules.filter((rule) => rule.id !== id);
  }

  clear(): void {
    this.rules = [];
  }

  /** The first active rule that matches; undefined if only Okta's default rule does. */
  match(user: OktaUser | undefined, login: string): RoutingRule | undefined {
    return this.rules.find((rule) => rule.status === 'ACTIVE' && matches(rule.conditions, user, login));
  }

  private insert(rule: RoutingRule, priority = this.rules.length + 1): void {
    this.rules = this.rules.toSpliced(Math.max(0, priority - 1), 0, rule);
  }
}

/**
 * Ignores rules for a network zone or an app, because sign-ins of the simulator come from no zone and go only to Okta's
 * dashboard.
 */
function matches({ network, app, userIdentifier }: RuleConditions, user: OktaUser | undefined, login: string): boolean {
  if ((network?.connection ?? 'ANYWHERE') !== 'ANYWHERE') return false;
  if ((app?.include?.length ?? 0) > 0) return false;
  const patterns = userIdentifier?.patterns ?? [];
  if (!userIdentifier || patterns.length === 0) return true;
  const text = identifierOf(userIdentifier, user, login);
  return text !== undefined && patterns.some((pattern) => fits(text, pattern));
}

/**
 * The value to compare, as text; undefined if it is absent or null, so that no pattern matches. A boolean becomes
 * `true` or `false`, so the pattern `True` never matches.
 */
function identifierOf(identifier: UserIdentifier, user: OktaUser | undefined, login: string): string | undefined {
  if (identifier.type === 'IDENTIFIER') return user ? loginOf(user) : login;
  const value = user?.profile[identifier.attribute ?? ''];
  return value === null || value === undefined ? undefined : String(value);
}

function fits(text: string, { matchType, value }: UserIdentifierPattern): boolean {
  if (matchType === 'EQUALS') return text === value;
  if (matchType === 'STARTS_WITH') return text.startsWith(value);
  if (matchType === 'SUFFIX') return text.endsWith(value);
  if (matchType === 'EXPRESSION') return new RegExp(value).test(text);
  return text.includes(value);
}

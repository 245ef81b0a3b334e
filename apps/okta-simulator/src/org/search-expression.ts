import type { OktaUser } from './okta-user.js';

export type UserPredicate = (user: OktaUser) => boolean;

/** Okta would refuse this search expression (E0000031). */
export class InvalidSearchExpression extends Error {}

export interface SearchDialect {
  /** Operators allowed after an attribute name. */
  readonly operators: ReadonlySet<string>;
  /** Whether the attribute may be searched, e.g. `profile.byndidRegistered`. */
  allows(attribute: string): boolean;
}

type Literal = string | number | boolean | null;

const TOKEN = /\s*(\(|\)|"(?:[^"\\]|\\.)*"|[^\s()"]+)/gy;

/** Parses an Okta `search` or `filter` expression: comparisons joined by `and`, `or` and parentheses. */
export function parseSearchExpression(text: string, dialect: SearchDialect): UserPredicate {
  const tokens = tokenize(text);
  let at = 0;
  const peek = (): string | undefined => tokens[at]?.toLowerCase();
  const take = (): string => {
    const token = tokens[at];
    if (token === undefined) throw new InvalidSearchExpression('expression ends too early');
    at += 1;
    return token;
  };
  const disjunction = (): UserPredicate =>
    joined('or', conjunction, (left, right) => (user) => left(user) || right(user));
  const conjunction = (): UserPredicate => joined('and', term, (left, right) => (user) => left(user) && right(user));

  function joined(
    word: string,
    next: () => UserPredicate,
    join: (l: UserPredicate, r: UserPredicate) => UserPredicate,
  ) {
    let left = next();
    while (peek() === word) {
      take();
      left = join(left, next());
    }
    return left;
  }

  function term(): UserPredicate {
    if (peek() !== '(') return comparison();
    take();
    const inner = disjunction();
    if (take() !== ')') throw new InvalidSearchExpression('missing )');
    return inner;
  }

  function comparison(): UserPredicate {
    const attribute = take();
    const operator = take().toLowerCase();
    if (!dialect.allows(attribute)) throw new InvalidSearchExpression(`${attribute} cannot be searched`);
    if (!dialect.operators.has(operator)) throw new InvalidSearchExpression(`operator ${operator} is not supported`);
    if (operator === 'pr') return (user) => valueOf(user, attribute) !== null;
    const expected = literal(take());
    return (user) => compare(operator, valueOf(user, attribute), expected);
  }

  const predicate = disjunction();
  if (at !== tokens.length) throw new InvalidSearchExpression(`unexpected ${tokens[at]}`);
  return predicate;
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (!match?.[1]) throw new InvalidSearchExpression('unreadable expression');
    tokens.push(match[1]);
  }
  return tokens;
}

function literal(token: string): Literal {
  try {
    return JSON.parse(token) as Literal;
  } catch {
    throw new InvalidSearchExpression(`${token} is not a value`);
  }
}

function valueOf(user: OktaUser, attribute: string): Literal {
  if (attribute.startsWith('profile.')) {
    const value = user.profile[attribute.slice('profile.'.length)];
    return value === undefined || typeof value === 'object' ? null : value;
  }
  if (attribute === 'id') return user.id;
  if (attribute === 'status') return user.status;
  if (attribute === 'type.id') return user.typeId;
  return new Date(attribute === 'created' ? user.created : user.lastUpdated).toISOString();
}

function compare(operator: string, actual: Literal, expected: Literal): boolean {
  if (actual === null || expected === null) return false;
  if (typeof actual === 'boolean') return operator === 'eq' && actual === expected;
  if (typeof actual !== typeof expected) return false;
  const [left, right] = [actual, expected].map((side) => (typeof side === 'string' ? side.toLowerCase() : side));
  if (left === undefined || right === undefined) return false;
  switch (operator) {
    case 'eq':
      return left === right;
    case 'gt':
      return left > right;
    case 'ge':
      return left >= right;
    case 'lt':
      return left < right;
    case 'le':
      return left <= right;
    case 'sw':
      return String(left).startsWith(String(right));
    default:
      return String(left).includes(String(right));
  }
}

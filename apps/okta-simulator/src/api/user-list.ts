import type { OktaOrg } from '../org/okta-org.js';
import type { OktaUser } from '../org/okta-user.js';
import {
  InvalidSearchExpression,
  parseSearchExpression,
  type SearchDialect,
  type UserPredicate,
} from '../org/search-expression.js';
import { limitOf, positionOf, type PageQuery } from './link-pages.js';
import { OktaError } from './okta-error.js';

export interface UserListQuery extends PageQuery {
  search?: string;
  filter?: string;
  q?: string;
}

export interface UserPage {
  readonly users: readonly OktaUser[];
  readonly next: number | undefined;
}

const OWN = new Set(['id', 'status', 'created', 'lastUpdated', 'type.id']);
const FILTERABLE = new Set([
  'id',
  'status',
  'lastUpdated',
  ...['login', 'email', 'firstName', 'lastName'].map((name) => `profile.${name}`),
]);

/**
 * Lists users. `search` reads the delayed index and includes DEPROVISIONED people. `filter`, `q` and the plain list
 * read current data and omit them.
 */
export function listUsers(org: OktaOrg, query: UserListQuery): UserPage {
  const [from, limit] = [positionOf(query), limitOf(query)];
  if (query.search !== undefined) return org.index.page(from, limit, predicate(query.search, searchDialect(org)));
  const matches = query.filter === undefined ? isNotDeprovisioned : predicate(query.filter, FILTER);
  return livePage(org, from, limit, (user) => matches(user) && matchesWord(user, query.q));
}

/** `search` and `filter` do not support `ne`. Okta refuses "profile.x ne true" with E0000031. */
function searchDialect(org: OktaOrg): SearchDialect {
  return {
    operators: new Set(['eq', 'gt', 'ge', 'lt', 'le', 'sw', 'co', 'pr']),
    allows: (attribute) =>
      OWN.has(attribute) || (attribute.startsWith('profile.') && org.schemas.knows(attribute.slice(8))),
  };
}

const FILTER: SearchDialect = {
  operators: new Set(['eq', 'gt', 'ge', 'lt', 'le']),
  allows: (attribute) => FILTERABLE.has(attribute),
};

function predicate(text: string, dialect: SearchDialect): UserPredicate {
  try {
    return parseSearchExpression(text, dialect);
  } catch (error) {
    if (error instanceof InvalidSearchExpression) throw OktaError.invalidSearch(error.message);
    throw error;
  }
}

function livePage(org: OktaOrg, from: number, limit: number, matches: UserPredicate): UserPage {
  const users: OktaUser[] = [];
  for (const user of org.users.from(from)) {
    if (!matches(user)) continue;
    if (users.length === limit) return { users, next: user.position };
    users.push(user);
  }
  return { users, next: undefined };
}

function isNotDeprovisioned(user: OktaUser): boolean {
  return user.status !== 'DEPROVISIONED';
}

function matchesWord(user: OktaUser, word: string | undefined): boolean {
  if (word === undefined) return true;
  const wanted = word.toLowerCase();
  return ['firstName', 'lastName', 'email'].some((name) =>
    String(user.profile[name] ?? '')
      .toLowerCase()
      .startsWith(wanted),
  );
}

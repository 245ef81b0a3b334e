import type { OktaOrg } from '../org/okta-org.js';
import type { RuleConditions, RuleProvider, UserIdentifier } from '../org/routing-rules.js';

/** A routing rule as a caller of the Policies API sends it. */
export interface RuleBody {
  type?: string;
  name?: string;
  priority?: number;
  status?: 'ACTIVE' | 'INACTIVE';
  conditions?: RuleConditions | null;
  actions?: { idp?: { idpSelectionType?: string; providers?: RuleProvider[]; shouldFallBackToOkta?: boolean } };
}

const MATCH_TYPES = new Set(['EQUALS', 'STARTS_WITH', 'SUFFIX', 'CONTAINS', 'EXPRESSION']);
const MAX_PROVIDERS = 10;

/**
 * Reasons for which Okta would refuse the routing rule (E0000001), each as `field: reason`; empty if Okta would accept
 * it.
 */
export function ruleFaults(org: OktaOrg, body: RuleBody | null): string[] {
  const faults: string[] = [];
  if (body?.type !== 'IDP_DISCOVERY') faults.push('type: Must be the type of the policy');
  if (!body?.name) faults.push('name: The field cannot be left blank');
  const { priority } = body ?? {};
  if (priority !== undefined && !(Number.isInteger(priority) && priority > 0)) faults.push('priority: Invalid value');
  return [...faults, ...identifierFaults(body?.conditions?.userIdentifier), ...providerFaults(org, body)];
}

function identifierFaults(identifier: UserIdentifier | null | undefined): string[] {
  if (!identifier) return [];
  const faults: string[] = [];
  const { type, attribute, patterns = [] } = identifier;
  if (type !== 'IDENTIFIER' && type !== 'ATTRIBUTE') faults.push('conditions.userIdentifier.type: Invalid value');
  if (type === 'ATTRIBUTE' && !attribute) faults.push('conditions.userIdentifier.attribute: Missing');
  if (type === 'ATTRIBUTE' && patterns.length !== 1) faults.push('conditions.userIdentifier.patterns: Exactly one');
  if (patterns.some(({ matchType, value }) => !MATCH_TYPES.has(matchType) || typeof value !== 'string'))
    faults.push('conditions.userIdentifier.patterns: Invalid value');
  return faults;
}

/** Checks the providers of a rule: each must be an identity provider of this org, by id, or Okta itself. */
function providerFaults(org: OktaOrg, body: RuleBody | null): string[] {
  const { idpSelectionType = 'SPECIFIC', providers = [] } = body?.actions?.idp ?? {};
  if (idpSelectionType !== 'SPECIFIC') return ['actions.idp.idpSelectionType: The simulated org knows SPECIFIC only'];
  if (providers.length === 0 || providers.length > MAX_PROVIDERS) return ['actions.idp.providers: One to ten'];
  const unknown = providers.find(({ type, id }) => type !== 'OKTA' && org.idps.find(id ?? '')?.type !== type);
  return unknown ? [`actions.idp.providers: ${String(unknown.id)} is no identity provider of this type`] : [];
}

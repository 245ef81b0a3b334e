import type { FastifyInstance } from 'fastify';
import type { OktaOrg } from '../org/okta-org.js';
import type { RoutingRule, UserIdentifierPattern } from '../sign-in/routing-rules.js';
import { OktaError } from './okta-error.js';
import { authorise } from './principal.js';
import { principalOf } from './request-pipeline.js';

interface NewRule {
  name?: string;
  conditions?: { userIdentifier?: { attribute?: string; patterns?: UserIdentifierPattern[] } };
}

/** The part of the Policies API that holds identity provider routing rules. */
export function policiesRoutes(app: FastifyInstance, org: OktaOrg): void {
  app.addHook('preHandler', (request, _reply, done) => {
    authorise(principalOf(request), 'policies', request.method);
    done();
  });

  app.get<{ Querystring: { type?: string } }>('/', (request, reply) => {
    if (request.query.type === undefined) throw OktaError.validation('type', ['type: The field cannot be left blank']);
    return reply.send(request.query.type === 'IDP_DISCOVERY' ? [policyResource(org)] : []);
  });

  app.get<{ Params: { policy: string } }>('/:policy/rules', (request, reply) => {
    assertPolicy(org, request.params.policy);
    return reply.send([...org.routing.all.map(ruleResource), DEFAULT_RULE]);
  });

  app.post<{ Params: { policy: string }; Body: NewRule | null }>('/:policy/rules', (request, reply) => {
    assertPolicy(org, request.params.policy);
    const { attribute, patterns } = request.body?.conditions?.userIdentifier ?? {};
    const name = request.body?.name;
    if (!name || !attribute || !patterns)
      throw OktaError.validation('conditions', ['conditions: userIdentifier is incomplete']);
    const rule = org.routing.add({ name, attribute, patterns, provider: { type: 'OIDC', name: 'Rollcall' } });
    return reply.send(ruleResource(rule));
  });
}

function assertPolicy(org: OktaOrg, id: string): void {
  if (id !== org.routing.policyId) throw OktaError.notFound(id, 'Policy');
}

function policyResource(org: OktaOrg): Record<string, unknown> {
  return {
    id: org.routing.policyId,
    type: 'IDP_DISCOVERY',
    name: 'Idp Discovery Policy',
    status: 'ACTIVE',
    system: true,
    _links: { rules: { href: `${org.baseUrl}/api/v1/policies/${org.routing.policyId}/rules` } },
  };
}

function ruleResource(rule: RoutingRule): Record<string, unknown> {
  return {
    id: rule.id,
    type: 'IDP_DISCOVERY',
    name: rule.name,
    priority: rule.priority,
    status: rule.status,
    system: false,
    conditions: { userIdentifier: { type: 'ATTRIBUTE', attribute: rule.attribute, patterns: rule.patterns } },
    actions: { idp: { providers: [{ type: rule.provider.type, name: rule.provider.name }] } },
  };
}

const DEFAULT_RULE = {
  id: '0pr1defaultrulerCl697',
  type: 'IDP_DISCOVERY',
  name: 'Default Rule',
  priority: 99,
  status: 'ACTIVE',
  system: true,
  conditions: null,
  actions: { idp: { providers: [{ type: 'OKTA' }] } },
};

import type { FastifyInstance } from 'fastify';
import type { OktaOrg } from '../org/okta-org.js';
import type { NewRoutingRule, RoutingRule } from '../org/routing-rules.js';
import { OktaError } from './okta-error.js';
import { authorize } from './principal.js';
import { principalOf, stateOf } from './request-pipeline.js';
import { type RuleBody, ruleFaults } from './rule-faults.js';

interface RuleParams {
  policy: string;
  rule: string;
}

/** The part of the Policies API that holds identity provider routing rules. */
export function policiesRoutes(app: FastifyInstance, org: OktaOrg): void {
  app.addHook('preHandler', (request, _reply, done) => {
    authorize(principalOf(request), 'policies', request.method);
    done();
  });

  app.get<{ Querystring: { type?: string } }>('/', (request, reply) => {
    if (request.query.type === undefined) throw OktaError.validation('type', ['type: The field cannot be left blank']);
    return reply.send(request.query.type === 'IDP_DISCOVERY' ? [policyResource(org)] : []);
  });

  app.get<{ Params: { policy: string } }>('/:policy', (request, reply) => {
    assertPolicy(org, request.params.policy);
    return reply.send(policyResource(org));
  });

  app.get<{ Params: { policy: string } }>('/:policy/rules', (request, reply) => {
    assertPolicy(org, request.params.policy);
    return reply.send([...org.routing.all.map((rule) => ruleResource(org, rule)), defaultRule(org)]);
  });

  app.post<{ Params: { policy: string }; Querystring: { activate?: string }; Body: RuleBody | null }>(
    '/:policy/rules',
    (request, reply) => {
      assertPolicy(org, request.params.policy);
      const { rule, priority } = acceptable(org, request.body, undefined);
      const status = request.query.activate === 'false' ? 'INACTIVE' : 'ACTIVE';
      const added = org.routing.add({ ...rule, status }, priority);
      const { write } = stateOf(request);
      if (write) write.changed = true;
      return reply.send(ruleResource(org, added));
    },
  );

  app.get<{ Params: RuleParams }>('/:policy/rules/:rule', (request, reply) => {
    if (request.params.rule === org.routing.defaultRuleId) return reply.send(defaultRule(org));
    return reply.send(ruleResource(org, known(org, request.params)));
  });

  app.put<{ Params: RuleParams; Body: RuleBody | null }>('/:policy/rules/:rule', (request, reply) => {
    const { id, status } = changeable(org, request.params);
    const { rule, priority } = acceptable(org, request.body, id);
    return reply.send(ruleResource(org, org.routing.replace(id, { ...rule, status }, priority)));
  });

  app.delete<{ Params: RuleParams }>('/:policy/rules/:rule', (request, reply) => {
    org.routing.remove(changeable(org, request.params).id);
    return reply.code(204).send();
  });

  app.post<{ Params: RuleParams & { operation: string } }>(
    '/:policy/rules/:rule/lifecycle/:operation',
    (request, reply) => {
      const status = ({ activate: 'ACTIVE', deactivate: 'INACTIVE' } as const)[request.params.operation];
      if (!status) throw OktaError.notFound(request.params.operation, 'Lifecycle');
      org.routing.setStatus(changeable(org, request.params).id, status);
      return reply.code(204).send();
    },
  );
}

function assertPolicy(org: OktaOrg, id: string): void {
  if (id !== org.routing.policyId) throw OktaError.notFound(id, 'Policy');
}

function known(org: OktaOrg, { policy, rule: id }: RuleParams): RoutingRule {
  assertPolicy(org, policy);
  const rule = org.routing.find(id);
  if (!rule) throw OktaError.notFound(id, 'PolicyRule');
  return rule;
}

/** The default rule cannot be changed. */
function changeable(org: OktaOrg, params: RuleParams): RoutingRule {
  if (params.rule === org.routing.defaultRuleId) throw OktaError.forbidden();
  return known(org, params);
}

function acceptable(
  org: OktaOrg,
  body: RuleBody | null,
  self: string | undefined,
): { rule: NewRoutingRule; priority: number | undefined } {
  const faults = ruleFaults(org, body);
  if (org.routing.all.some(({ id, name }) => id !== self && name === body?.name))
    faults.push('name: An object with this field already exists in the current organization');
  if (!body?.name || faults.length > 0) throw OktaError.validation(faults[0]?.split(':')[0] ?? 'name', faults);
  const { providers = [], shouldFallBackToOkta = false } = body.actions?.idp ?? {};
  const rule = { name: body.name, conditions: body.conditions ?? {}, providers, shouldFallBackToOkta };
  return { rule, priority: body.priority };
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

function ruleResource(org: OktaOrg, rule: RoutingRule): Record<string, unknown> {
  return {
    id: rule.id,
    type: 'IDP_DISCOVERY',
    name: rule.name,
    priority: org.routing.priorityOf(rule),
    status: rule.status,
    system: false,
    conditions: rule.conditions,
    actions: {
      idp: {
        providers: rule.providers,
        idpSelectionType: 'SPECIFIC',
        matchCriteria: null,
        ...(rule.shouldFallBackToOkta ? { shouldFallBackToOkta: true } : {}),
      },
    },
  };
}

function defaultRule(org: OktaOrg): Record<string, unknown> {
  return {
    id: org.routing.defaultRuleId,
    type: 'IDP_DISCOVERY',
    name: 'Default Rule',
    priority: org.routing.all.length + 1,
    status: 'ACTIVE',
    system: true,
    conditions: null,
    actions: { idp: { providers: [{ type: 'OKTA' }], idpSelectionType: 'SPECIFIC', matchCriteria: null } },
  };
}

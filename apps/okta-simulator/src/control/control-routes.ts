import type { FastifyInstance } from 'fastify';
import type { FaultRule } from '../faults/fault-plan.js';
import type { OktaSimulator } from '../okta-simulator.js';
import type { Profile } from '../org/okta-user.js';
import type { RateLimits } from '../org/rate-limiter.js';
import type { AttributeMaster, AttributeType } from '../org/user-schemas.js';

interface Switches {
  latencyMs?: number;
  searchLagMs?: number;
  concurrency?: number;
  paused?: boolean;
  rateLimits?: Partial<RateLimits>;
  windowMs?: number;
  faults?: FaultRule[];
  seed?: number;
  attribute?: { name?: string; present: boolean; type?: AttributeType; master?: AttributeMaster };
  routingRule?: { attribute?: string; value?: string } | null;
}

interface NewPeople {
  logins?: string[];
  count?: number;
  prefix?: string;
  profile?: Profile;
}

/** `/_sim/…`: controls a simulator that runs as a separate process, and reads its records. */
export function controlRoutes(app: FastifyInstance, simulator: OktaSimulator): void {
  const { org } = simulator;

  app.get('/_sim/state', (_request, reply) =>
    reply.send({
      url: simulator.url,
      people: org.users.size,
      paused: org.gate.isClosed,
      latencyMs: org.latencyMs,
      searchLagMs: org.index.lagMs,
      rateLimits: org.limits.limits,
      faultsSoFar: org.faults.counts,
      writes: org.writes.all.length,
      routingRules: org.routing.all,
    }),
  );

  app.patch<{ Body: Switches }>('/_sim/state', (request, reply) => {
    throwSwitches(simulator, request.body);
    return reply.code(204).send();
  });

  app.post<{ Body: NewPeople }>('/_sim/people', (request, reply) => {
    const { logins, count, prefix, profile } = request.body;
    const named = (logins ?? []).map((login) => simulator.addPerson(login, profile ? { profile } : {}));
    const numbered = count === undefined ? [] : simulator.addPeople(count, prefix);
    return reply.code(201).send([...named, ...numbered].map(({ id, profile: { login } }) => ({ id, login })));
  });

  app.patch<{ Params: { user: string }; Body: Profile }>('/_sim/people/:user', (request, reply) => {
    simulator.setProfile(request.params.user, request.body);
    return reply.code(204).send();
  });

  app.post<{ Params: { user: string; operation: string } }>('/_sim/people/:user/:operation', (request, reply) => {
    simulator.changeStatus(request.params.user, request.params.operation);
    return reply.code(204).send();
  });

  app.post<{ Body: { expiresInMs?: number } | null }>('/_sim/tokens', (request, reply) => {
    const ownerId = simulator.person('admin@okta.example').id;
    return reply.code(201).send({ token: org.tokens.create({ ownerId, ...request.body }) });
  });

  app.delete<{ Params: { token: string } }>('/_sim/tokens/:token', (request, reply) => {
    org.tokens.revoke(request.params.token);
    return reply.code(204).send();
  });

  app.get<{ Querystring: { attribute?: string } }>('/_sim/true-set', (request, reply) =>
    reply.send(simulator.trueSet(request.query.attribute)),
  );

  app.get('/_sim/writes', (_request, reply) => reply.send(org.writes.all));

  app.delete('/_sim/writes', (_request, reply) => {
    org.writes.clear();
    return reply.code(204).send();
  });
}

function throwSwitches(simulator: OktaSimulator, switches: Switches): void {
  const { org } = simulator;
  if (switches.latencyMs !== undefined) org.latencyMs = switches.latencyMs;
  if (switches.searchLagMs !== undefined) org.index.lagMs = switches.searchLagMs;
  if (switches.concurrency !== undefined) org.concurrency = switches.concurrency;
  if (switches.windowMs !== undefined) org.limits.windowMs = switches.windowMs;
  if (switches.rateLimits) org.limits.limits = { ...org.limits.limits, ...switches.rateLimits };
  if (switches.faults) org.faults.set(switches.faults, switches.seed);
  if (switches.paused === true) simulator.pause();
  if (switches.paused === false) simulator.resume();
  if (switches.attribute) setAttribute(simulator, switches.attribute);
  if (switches.routingRule === null) org.routing.clear();
  else if (switches.routingRule) simulator.addRoutingRule(switches.routingRule.attribute, switches.routingRule.value);
}

function setAttribute(simulator: OktaSimulator, attribute: NonNullable<Switches['attribute']>): void {
  const { name, present, type = 'boolean', master = 'OKTA' } = attribute;
  if (present) simulator.addAttribute(name, { type, master: { type: master } });
  else simulator.removeAttribute(name);
}

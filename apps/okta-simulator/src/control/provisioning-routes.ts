import type { FastifyInstance } from 'fastify';
import type { OktaSimulator } from '../okta-simulator.js';
import type { ScimApp, ScimAppOptions } from '../provisioning/scim-app.js';
import { ProvisioningError } from '../provisioning/scim-message.js';

interface People {
  people: string[];
}

interface GroupChange {
  members?: string[];
  add?: string[];
  remove?: string[];
}

/**
 * `/_sim/apps/…`: performs an Okta administrator's actions on a SCIM app, for a simulator that runs as a separate
 * process.
 */
export function provisioningRoutes(app: FastifyInstance, simulator: OktaSimulator): void {
  const apps = new Map<string, ScimApp>();
  const named = (name: string): ScimApp => {
    const found = apps.get(name);
    if (!found) throw new ProvisioningError(`no SCIM app ${name}`, 404);
    return found;
  };

  app.setErrorHandler((error: Error, _request, reply) =>
    reply
      .code(502)
      .send({ error: error.message, ...(error instanceof ProvisioningError ? { status: error.status } : {}) }),
  );

  app.put<{ Params: { app: string }; Body: ScimAppOptions }>('/_sim/apps/:app', (request, reply) => {
    apps.set(request.params.app, simulator.addScimApp(request.body));
    return reply.code(201).send();
  });

  app.post<{ Params: { app: string } }>('/_sim/apps/:app/test-credentials', async (request, reply) => {
    await named(request.params.app).testCredentials();
    return reply.code(204).send();
  });

  for (const operation of ['assign', 'unassign', 'reassign', 'pushProfiles'] as const) {
    app.post<{ Params: { app: string }; Body: People }>(`/_sim/apps/:app/${operation}`, async (request) => {
      const report = await named(request.params.app)[operation](request.body.people);
      return { ...report, failed: report.failed.map(({ login, error }) => ({ login, error: error.message })) };
    });
  }

  app.put<{ Params: { app: string; group: string }; Body: GroupChange }>('/_sim/apps/:app/groups/:group', (request) =>
    named(request.params.app).pushGroup(request.params.group, request.body.members ?? []),
  );

  app.patch<{ Params: { app: string; group: string }; Body: GroupChange }>(
    '/_sim/apps/:app/groups/:group',
    async (request, reply) => {
      await named(request.params.app).changeMembers(request.params.group, request.body);
      return reply.code(204).send();
    },
  );

  app.delete<{ Params: { app: string; group: string } }>('/_sim/apps/:app/groups/:group', async (request, reply) => {
    await named(request.params.app).groups.unlink(request.params.group);
    return reply.code(204).send();
  });

  app.get<{ Params: { app: string; kind: 'Users' | 'Groups' } }>('/_sim/apps/:app/import/:kind', (request) =>
    named(request.params.app).import(request.params.kind),
  );
}

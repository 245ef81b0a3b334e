import { parseArgs } from 'node:util';
import { controlRoutes } from './control/control-routes.js';
import { provisioningRoutes } from './control/provisioning-routes.js';
import { OktaSimulator } from './okta-simulator.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4001' },
    people: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});

const simulator = await OktaSimulator.start({
  port: Number(values.port),
  seed: Number(values.seed),
  extend: async (app, self) => {
    controlRoutes(app, self);
    await app.register(async (scope) => provisioningRoutes(scope, self));
  },
});
simulator.addPeople(Number(values.people));

process.stdout.write(
  `Okta simulator on ${simulator.url}\nAPI token ${simulator.apiToken}\nsign-in page ${simulator.url}/signin\n`,
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop());

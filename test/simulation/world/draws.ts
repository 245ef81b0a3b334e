import { EventHooks } from '@rollcall/okta-sync';
import type { SimulatedTarget, TargetUser } from '../targets/simulated-target.js';
import type { Integration, World } from './world.js';

export function anIntegration({ random, integrations }: World): Integration {
  return random.pick(integrations);
}

/** A random user of the target, except the last one, who never gets an identity. */
export function aUser({ random }: World, { users }: SimulatedTarget): TargetUser {
  return random.pick(users.slice(0, -1));
}

/** Sends an event hook about a change of the user, as Okta does. */
export function sendHook(world: World, integrationId: string, userId: string): void {
  const event = {
    uuid: `event-${world.random.whole(0, 1e9)}`,
    eventType: 'user.account.update_profile',
    target: [{ type: 'User', id: userId }],
  };
  world.command(`hook ${userId}`, (product) =>
    product
      .get(EventHooks)
      .receive(
        { tenantId: world.tenantId, integrationId },
        { eventType: 'com.okta.event_hook', data: { events: [event] } },
      ),
  );
}

import { RegistrationSyncService } from '@rollcall/directory-integration';
import { BentScim, type Bend } from './bent-scim.js';
import { EXTENSION } from './remote-scim.js';
import type { RigOptions } from './rig.js';
import { ScimRig } from './scim-rig.js';

/** A SCIM server with configurable deviations, and one integration at a time that writes to it. */
export interface BentRig {
  scim: ScimRig;
  server: BentScim;
  /** Empties the server, applies a deviation, and replaces the integration by a new one. */
  integrate(bend: Bend): Promise<void>;
}

/** One rig for all tests of the surrounding block. @param use receives it before the first test */
export function bentRigForAll(use: (bent: BentRig) => void, options: RigOptions = {}): void {
  let scim: ScimRig;
  let server: BentScim;
  beforeAll(async () => {
    [scim, server] = await Promise.all([ScimRig.start(options), BentScim.start()]);
    const integrate = async (bend: Bend): Promise<void> => {
      if (scim.key.integrationId !== '') await retire(scim);
      server.reset(bend);
      await scim.integrate(server.url, EXTENSION, { bearerToken: 'token' });
    };
    use({ scim, server, integrate });
  });
  afterAll(async () => {
    await scim.stop();
    server.stop();
  });
}

/** Stops the writes and health checks of the integration, because the server would count them for the next one. */
async function retire({ rig, caller, key }: ScimRig): Promise<void> {
  await rig.of(RegistrationSyncService).pauseByHand(caller, key.integrationId);
  await rig.database.execute('update registration_syncs set enabled = false where integration_id = $1', [
    key.integrationId,
  ]);
}

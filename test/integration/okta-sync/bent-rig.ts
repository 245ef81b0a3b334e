import { RegistrationSyncService } from '@rollcall/directory-integration';
import { BentScim, type Bend } from './bent-scim.js';
import { EXTENSION } from './remote-scim.js';
import type { RigOptions } from './rig.js';
import { ScimRig } from './scim-rig.js';

/** A SCIM server that deviates from the RFC as a test requires. One integration at a time writes to it. */
export interface BentRig {
  scim: ScimRig;
  server: BentScim;
  /** Empties the server, applies a deviation, and replaces the integration by a new one. */
  integrate(bend: Bend): Promise<void>;
}

/** Starts one rig for all tests of the surrounding block. @param use called with the rig before the first test */
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

/**
 * Stops the integration's writes and health checks, because the server would otherwise count their requests for the
 * next integration.
 */
async function retire({ rig, caller, key }: ScimRig): Promise<void> {
  await rig.of(RegistrationSyncService).pauseByHand(caller, key.integrationId);
  await rig.database.execute('update registration_syncs set enabled = false where integration_id = $1', [
    key.integrationId,
  ]);
}

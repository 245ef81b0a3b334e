import { RegistrationSyncService, ScimRegistrationService } from '@rollcall/directory-integration';
import { Doctor, ReconciliationService, RegistrationRetrier } from '@rollcall/okta-sync';
import { OktaOrg } from '../targets/okta-org.js';
import type { Act } from './act.js';
import { anIntegration } from './draws.js';
import type { Integration, World } from './world.js';

/** Actions of administrators. */
export class Administrators {
  constructor(private readonly world: World) {}

  disable(): Integration {
    const integration = anIntegration(this.world);
    this.configure(integration, false);
    return integration;
  }

  enable(): void {
    this.configure(anIntegration(this.world), true);
  }

  pause(): void {
    const { world } = this;
    const { id, target } = anIntegration(world);
    const alone = world.integrations.filter((each) => each.target === target).length === 1;
    const pause = world.watch.beginPause(target);
    world.command(
      `pause ${id}`,
      (product) => product.get(RegistrationSyncService).pauseByHand(world.caller, id, 'simulation'),
      () => {
        world.trace.reach('a pause was acknowledged');
        if (alone) world.watch.acknowledgePause(target, pause);
      },
    );
  }

  resume({ id, target } = anIntegration(this.world)): void {
    this.world.watch.endPause(target);
    this.world.command(`resume ${id}`, (product) => product.get(RegistrationSyncService).resume(this.world.caller, id));
  }

  createAttribute(): Act {
    const { id, target } = anIntegration(this.world);
    if (!(target instanceof OktaOrg) || !target.lacksAttribute(this.world.now)) return false;
    this.world.trace.reach('the schema lagged behind a new attribute');
    this.world.command(`create attribute ${id}`, (product) =>
      product.get(Doctor).createAttribute(this.world.caller, id),
    );
  }

  approve(): void {
    const { id } = anIntegration(this.world);
    this.approveHeld(id);
  }

  retry(): void {
    const { id } = anIntegration(this.world);
    this.world.command(`retry ${id}`, (product) => product.get(RegistrationRetrier).retry(this.world.caller, id));
  }

  reconcile(): void {
    this.startRun(anIntegration(this.world), {
      dryRun: this.world.random.chance(0.2),
      maxChangeRatio: this.world.random.pick([0, 0.2, 1]),
    });
  }

  async cancel(): Promise<Act> {
    const runs = await this.world.sql<{ id: string }>(
      `select id from reconciliation_runs where status in ('QUEUED', 'RUNNING') order by id`,
    );
    const [run] = runs;
    if (!run) return false;
    this.world.command('cancel', (product) => product.get(ReconciliationService).cancel(this.world.caller, run.id));
  }

  /** Approves all changes that the safety cap holds, including discarded ones. */
  approveHeld(integrationId: string): void {
    this.world.command(`approve ${integrationId}`, (product) =>
      product
        .named<{ approve(caller: unknown, integrationId: string): Promise<number> }>('HeldChanges')
        .approve(this.world.caller, integrationId),
    );
  }

  configure({ id, target, host }: Integration, enabled: boolean): void {
    this.world.watch.endPause(target);
    const { caller } = this.world;
    const okta = { integrationId: id, oktaDomain: host, apiToken: 'token', enabled };
    const scim = {
      integrationId: id,
      baseUrl: `https://${host}/scim/v2`,
      authentication: { bearerToken: 'token' },
      extension: 'urn:example:params:scim:schemas:extension:rollcall:2.0:User',
      enabled,
    };
    this.world.command(`configure ${id} ${enabled}`, (product) =>
      target instanceof OktaOrg
        ? product.get(RegistrationSyncService).configure(caller, okta)
        : product.get(ScimRegistrationService).configure(caller, scim),
    );
  }

  startRun({ id }: Integration, options: { dryRun: boolean; maxChangeRatio: number }): void {
    this.world.command(`reconcile ${id} ${options.maxChangeRatio}`, (product) =>
      product.get(ReconciliationService).start(this.world.caller, { integrationId: id, ...options }),
    );
  }
}

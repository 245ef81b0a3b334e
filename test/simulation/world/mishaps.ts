import { LEASE_MS } from '../../../libs/okta-sync/src/ledger/lease.js';
import type { Act } from './act.js';
import { anIntegration, aUser, sendHook } from './draws.js';
import type { World } from './world.js';

/** Failures of machines, and changes at the targets by other clients. */
export class Mishaps {
  constructor(private readonly world: World) {}

  tamper(): Act {
    const { target } = anIntegration(this.world);
    const user = aUser(this.world, target);
    if (!this.world.model.isOurs(target, user.id)) return false;
    target.tamper(user.id, !user.registered, this.world.now);
    this.world.watch.tampered.add(`${target.host}/${user.id}`);
    this.world.watch.lastTampering = this.world.now;
  }

  hook(): void {
    const { id, target } = anIntegration(this.world);
    sendHook(this.world, id, aUser(this.world, target).id);
  }

  loopLists(): void {
    const { target } = anIntegration(this.world);
    target.loopLists(this.world.now + this.world.random.between(2_000, 20_000));
    this.world.trace.reach('lists had no end');
  }

  /** Runs the reconciliation schedule of one worker only, at a random time. */
  ring(): Act {
    const living = this.world.livingWorkers;
    if (living.length === 0) return false;
    const { process, product } = this.world.random.pick(living);
    const schedule = product.named<{ startDue(): Promise<void> }>('ReconciliationSchedule');
    this.world.scheduler.add(0, 'ring', () => void process.run(() => schedule.startDue()), process);
  }

  crash(): Act {
    const living = this.world.livingWorkers;
    if (living.length === 0) return false;
    this.world.trace.reach('a worker was killed');
    this.world.random.pick(living).process.crash();
  }

  /** Pauses a worker for a while, as SIGSTOP and SIGCONT do, or the move of a virtual machine. */
  sleepOn(): Act {
    const living = this.world.livingWorkers;
    if (living.length === 0) return false;
    const { process } = this.world.random.pick(living);
    const ms = this.world.random.chance(0.5)
      ? this.world.random.between(LEASE_MS, 25_000)
      : this.world.random.between(500, LEASE_MS);
    process.sleep(this.world.now, ms);
    this.world.trace.reach(ms > LEASE_MS ? 'a worker slept beyond its lease' : 'a worker slept for a while');
  }

  crashApi(): void {
    this.world.api.process.crash();
  }
}

import type { Act } from './act.js';
import { Administrators } from './administrators.js';
import { DirectoryActors } from './directory-actors.js';
import { Mishaps } from './mishaps.js';
import type { World } from './world.js';
import { MAX_SEARCH_LAG_MS } from '../targets/okta-org.js';

/** How often each thing happens, relative to the others. */
const WEIGHTS = {
  push: 10,
  bind: 26,
  revoke: 22,
  deactivate: 8,
  reactivate: 12,
  move: 5,
  remove: 5,
  deprovision: 7,
  reprovision: 5,
  disable: 1,
  enable: 3,
  pause: 2,
  resume: 6,
  createAttribute: 3,
  approve: 2,
  reconcile: 4,
  cancel: 1,
  retry: 2,
  tamper: 2,
  hook: 3,
  loopLists: 1,
  ring: 1,
  crash: 5,
  sleepOn: 7,
  crashApi: 1,
  collide: 8,
  leave: 4,
  maintain: 3,
  audit: 2,
  yield: 8,
};

type ActName = keyof typeof WEIGHTS;

/** A run multiplies each weight by a random one of these, so that runs differ in their frequent acts. */
const EMPHASIS = [0, 1, 1, 1, 4];

/** Maximum number of acts that a step tries, because many find nothing to act upon. */
const DRAWS = 6;

/** All actors outside the product. */
export class Actors {
  readonly directory: DirectoryActors;
  readonly administrators: Administrators;
  private readonly mishaps: Mishaps;
  private readonly weights: Record<ActName, number>;
  private readonly acts: Readonly<Record<ActName, () => Act | Promise<Act>>>;

  constructor(private readonly world: World) {
    const directory = (this.directory = new DirectoryActors(world));
    const administrators = (this.administrators = new Administrators(world));
    const mishaps = (this.mishaps = new Mishaps(world));
    const names = Object.keys(WEIGHTS) as ActName[];
    const drawn = names.map((name) => [name, WEIGHTS[name] * world.random.pick(EMPHASIS)]);
    this.weights = Object.fromEntries(drawn) as Record<ActName, number>;
    this.acts = {
      push: () => directory.push(),
      bind: () => directory.bind(),
      revoke: () => directory.revoke(),
      deactivate: () => directory.deactivate(),
      reactivate: () => directory.reactivate(),
      move: () => directory.move(),
      remove: () => directory.remove(),
      deprovision: () => directory.deprovision(),
      reprovision: () => directory.reprovision(),
      disable: () => void administrators.disable(),
      enable: () => administrators.enable(),
      pause: () => administrators.pause(),
      resume: () => administrators.resume(),
      createAttribute: () => administrators.createAttribute(),
      approve: () => administrators.approve(),
      reconcile: () => administrators.reconcile(),
      cancel: () => administrators.cancel(),
      retry: () => administrators.retry(),
      tamper: () => mishaps.tamper(),
      hook: () => mishaps.hook(),
      loopLists: () => {
        mishaps.loopLists();
        administrators.reconcile();
      },
      ring: () => mishaps.ring(),
      crash: () => mishaps.crash(),
      sleepOn: () => mishaps.sleepOn(),
      crashApi: () => mishaps.crashApi(),
      collide: () => directory.collide(),
      leave: () => directory.leave(),
      maintain: () => this.maintain(),
      audit: () => this.audit(),
      yield: () => this.yield(),
    };
  }

  /** Disables an integration while the directory changes. */
  private async maintain(): Promise<void> {
    const { world, administrators, directory } = this;
    const integration = administrators.disable();
    await world.pass(world.random.between(0, 500));
    for (let times = world.random.whole(1, 3); times > 0; times -= 1) {
      await world.random.pick([() => directory.bind(), () => directory.revoke(), () => directory.deactivate()])();
      await world.pass(world.random.between(0, 300));
    }
    administrators.configure(integration, true);
  }

  /** Disables one integration; while it is off, the other one no longer wants the user that both share. */
  private async yield(): Promise<Act> {
    const { world, administrators, directory } = this;
    const pair = await directory.shared();
    if (!pair) return false;
    const { one, user, other } = pair;
    world.trace.reach('a common user was left while the other integration was off');
    administrators.configure(other, false);
    await world.pass(world.random.between(0, 1_000));
    await directory.about(one, () => directory.deactivate());
    const isRegistered = () => other.target.users.find(({ id }) => id === user.id)?.registered;
    for (let waits = 0; waits < 20 && isRegistered(); waits += 1) await world.pass(500);
    await world.pass(world.random.between(0, 1_000));
    administrators.configure(other, true);
  }

  /** Another client changes a value, and a reconciliation starts a moment later. */
  private async audit(): Promise<Act> {
    const { world, administrators, mishaps } = this;
    if (mishaps.tamper() === false) return false;
    await world.pass(world.random.between(0, MAX_SEARCH_LAG_MS));
    administrators.reconcile();
  }

  /** Does one thing, drawn at random. */
  async act(): Promise<void> {
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const name = this.world.random.weighted(this.weights);
      if ((await this.acts[name]()) === false) continue;
      this.world.trace.add(`${this.world.now.toFixed(3)} act ${name}`);
      return;
    }
  }
}

import type { Act } from './act.js';
import { Administrators } from './administrators.js';
import { DirectoryActors } from './directory-actors.js';
import { Mishaps } from './mishaps.js';
import type { World } from './world.js';

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
};

type ActName = keyof typeof WEIGHTS;

/** Draws before a step passes without anything: many acts have nothing to act upon. */
const DRAWS = 6;

/** All actors outside the product. */
export class Actors {
  readonly directory: DirectoryActors;
  readonly administrators: Administrators;
  private readonly acts: Readonly<Record<ActName, () => Act | Promise<Act>>>;

  constructor(private readonly world: World) {
    const directory = (this.directory = new DirectoryActors(world));
    const administrators = (this.administrators = new Administrators(world));
    const mishaps = new Mishaps(world);
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
      disable: () => administrators.disable(),
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
      loopLists: () => mishaps.loopLists(),
      ring: () => mishaps.ring(),
      crash: () => mishaps.crash(),
      sleepOn: () => mishaps.sleepOn(),
      crashApi: () => mishaps.crashApi(),
    };
  }

  /** Does one thing, drawn at random. */
  async act(): Promise<void> {
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const name = this.world.random.weighted(WEIGHTS);
      if ((await this.acts[name]()) === false) continue;
      this.world.trace.add(`${this.world.now.toFixed(3)} act ${name}`);
      return;
    }
  }
}

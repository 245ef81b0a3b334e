import { setImmediate as realTurn } from 'node:timers/promises';
import type { SimulatedProcess } from './simulated-process.js';
import type { Trace } from './trace.js';

export interface Task {
  seq: number;
  at: number;
  label: string;
  process: SimulatedProcess | undefined;
  run: () => unknown;
}

/** A task that takes longer than this in real time waits for an event that never comes. */
const STUCK_MS = 30_000;

/** Virtual time. Runs one event at a time; the next waits until all code is idle. */
export class Scheduler {
  now: number;
  events = 0;
  private seq = 0;
  private readonly tasks = new Set<Task>();

  constructor(
    startAt: number,
    private readonly trace: Trace,
  ) {
    this.now = startAt;
  }

  /**
   * @param delayMs virtual time from now
   * @param process whose code the task continues: if it is dead, the task is dropped; if it is paused, the task runs later
   */
  add(delayMs: number, label: string, run: () => unknown, process?: SimulatedProcess): Task {
    const task = { seq: (this.seq += 1), at: this.now + Math.max(0, delayMs), label, process, run };
    this.tasks.add(task);
    return task;
  }

  remove(task: Task): void {
    this.tasks.delete(task);
  }

  has(task: Task): boolean {
    return this.tasks.has(task);
  }

  /** When the next event is; Infinity when none is planned. */
  nextAt(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const task of this.tasks) if (!task.process?.dead) next = Math.min(next, startOf(task));
    return next;
  }

  /** Runs the next event. @returns false when none is planned */
  async step(): Promise<boolean> {
    const task = this.takeNext();
    if (!task) return false;
    this.now = Math.max(this.now, startOf(task));
    this.events += 1;
    this.trace.add(`${this.now.toFixed(3)} ${task.process?.name ?? '-'} ${task.label}`);
    await this.guarded(task);
    // Promise callbacks all run before the next turn of the real event loop.
    await realTurn();
    const { seq } = this;
    await realTurn();
    if (seq !== this.seq) throw new Error(`something waits for more than events, after ${task.label}`);
    return true;
  }

  /** @returns whether the condition came true before the virtual time was over */
  async until(condition: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
    const end = this.now + withinMs;
    while (!(await condition())) {
      if (this.now > end || !(await this.step())) return false;
    }
    return true;
  }

  private takeNext(): Task | undefined {
    let next: Task | undefined;
    for (const task of this.tasks) {
      if (task.process?.dead) this.tasks.delete(task);
      else if (!next || isBefore(task, next)) next = task;
    }
    if (next) this.tasks.delete(next);
    return next;
  }

  private async guarded(task: Task): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const stuck = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`stuck in ${task.label}`)), STUCK_MS);
    });
    try {
      await Promise.race([task.run(), stuck]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function startOf(task: Task): number {
  return Math.max(task.at, task.process?.pausedUntil ?? 0);
}

function isBefore(one: Task, other: Task): boolean {
  const difference = startOf(one) - startOf(other);
  return difference === 0 ? one.seq < other.seq : difference < 0;
}

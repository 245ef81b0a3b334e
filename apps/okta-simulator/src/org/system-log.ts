import { randomUUID } from 'node:crypto';
import { loginOf, type OktaUser } from './okta-user.js';

/** An event of the org's System Log. Event hooks deliver such events. */
export interface SystemEvent {
  readonly uuid: string;
  readonly published: string;
  readonly eventType: string;
  readonly displayMessage: string;
  readonly severity: 'INFO';
  readonly actor: { id: string; type: string; alternateId: string };
  readonly target: { id: string; type: string; alternateId: string; displayName: string }[];
  readonly outcome: { result: 'SUCCESS' };
}

export interface EventTarget {
  id: string;
  type: string;
  name: string;
}

const KEPT = 10_000;

/** Stores the last 10,000 events. Listeners receive every event. */
export class SystemLog {
  private events: SystemEvent[] = [];
  private readonly listeners = new Set<(event: SystemEvent) => void>();

  constructor(private readonly now: () => number) {}

  get all(): readonly SystemEvent[] {
    return this.events;
  }

  userEvent(eventType: string, user: OktaUser, actor: string): SystemEvent {
    return this.emit(eventType, [{ id: user.id, type: 'User', name: loginOf(user) }], actor);
  }

  emit(eventType: string, targets: readonly EventTarget[], actor: string): SystemEvent {
    const event: SystemEvent = {
      uuid: randomUUID(),
      published: new Date(this.now()).toISOString(),
      eventType,
      displayMessage: eventType,
      severity: 'INFO',
      actor: { id: actor, type: 'User', alternateId: actor },
      target: targets.map(({ id, type, name }) => ({ id, type, alternateId: name, displayName: name })),
      outcome: { result: 'SUCCESS' },
    };
    this.events.push(event);
    if (this.events.length > 2 * KEPT) this.events = this.events.slice(-KEPT);
    for (const listener of this.listeners) listener(event);
    return event;
  }

  onEvent(listener: (event: SystemEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

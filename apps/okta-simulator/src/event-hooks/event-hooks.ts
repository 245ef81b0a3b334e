import { randomBytes } from 'node:crypto';
import { seededRandom } from '../faults/seeded-random.js';
import type { SystemEvent, SystemLog } from '../org/system-log.js';

export interface EventHookOptions {
  url: string;
  /** The value of the Authorization header of every request, sent unmodified. */
  secret: string;
  /** The event types to deliver. If unset, events about people and memberships are delivered. */
  events?: readonly string[];
}

export interface EventHook extends Required<EventHookOptions> {
  readonly id: string;
  verified: boolean;
}

export interface Delivery {
  readonly hookId: string;
  readonly eventIds: readonly string[];
  readonly status: number | undefined;
}

const PEOPLE = /^(user\.(account|lifecycle)\.|group\.user_membership\.|application\.user_membership\.)/;
const TIMEOUT_MS = 3000;

/**
 * Sends the org's events to hooks as Okta does: at least once, in any order, with a timeout of three seconds and one
 * retry per request.
 */
export class EventHooks {
  /** Share of events that are delivered a second time. */
  duplicateShare = 0.1;
  readonly deliveries: Delivery[] = [];
  private readonly hooks = new Map<string, EventHook>();
  private readonly queues = new Map<string, SystemEvent[]>();
  private readonly random: () => number;
  private readonly detach: () => void;

  constructor(log: SystemLog, seed: number) {
    this.random = seededRandom(seed);
    this.detach = log.onEvent((event) => this.enqueue(event));
  }

  register(options: EventHookOptions): EventHook {
    const hook = {
      ...options,
      events: options.events ?? [],
      id: `who1${randomBytes(8).toString('hex')}`,
      verified: false,
    };
    this.hooks.set(hook.id, hook);
    this.queues.set(hook.id, []);
    return hook;
  }

  /** Sends the one-time challenge; the receiver must return `{"verification": <challenge>}`. */
  async verify(hook: EventHook): Promise<boolean> {
    const challenge = randomBytes(24).toString('base64url');
    const answer = await fetch(hook.url, {
      headers: { 'x-okta-verification-challenge': challenge, authorization: hook.secret },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = await answer.json().catch(() => null);
    hook.verified = answer.ok && (body as { verification?: unknown } | null)?.verification === challenge;
    return hook.verified;
  }

  /** Delivers the collected events in random order, some of them twice; waits for the answers. */
  async flush(): Promise<void> {
    for (const hook of this.hooks.values()) {
      const queued = this.queues.get(hook.id) ?? [];
      this.queues.set(hook.id, []);
      if (!hook.verified || queued.length === 0) continue;
      const repeated = queued.filter(() => this.random() < this.duplicateShare);
      const shuffled = [...queued, ...repeated]
        .map((event) => ({ event, at: this.random() }))
        .sort((a, b) => a.at - b.at);
      for (const { event } of shuffled) await this.deliver(hook, event);
    }
  }

  stop(): void {
    this.detach();
  }

  private enqueue(event: SystemEvent): void {
    for (const hook of this.hooks.values()) {
      const wanted = hook.events.length === 0 ? PEOPLE.test(event.eventType) : hook.events.includes(event.eventType);
      if (wanted) this.queues.get(hook.id)?.push(event);
    }
  }

  private async deliver(hook: EventHook, event: SystemEvent): Promise<void> {
    const status = (await this.post(hook, event)) ?? (await this.post(hook, event));
    this.deliveries.push({ hookId: hook.id, eventIds: [event.uuid], status });
  }

  private async post(hook: EventHook, event: SystemEvent): Promise<number | undefined> {
    try {
      const answer = await fetch(hook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: hook.secret,
          'user-agent': 'Okta-Integrations/1.0',
        },
        body: JSON.stringify(envelope(hook, event)),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return undefined;
    }
  }
}

function envelope(hook: EventHook, event: SystemEvent): Record<string, unknown> {
  return {
    eventId: event.uuid,
    eventTime: event.published,
    eventType: 'com.okta.event_hook',
    eventTypeVersion: '1.0',
    contentType: 'application/json',
    cloudEventsVersion: '0.1',
    source: hook.url,
    data: { events: [event] },
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { OktaSimulator } from '../../apps/okta-simulator/src/index.js';
import type { Journal } from './journal.js';

const PLENTY = { 'POST /users/{id}': 100_000, 'GET /users': 100_000, 'GET /users/{id}': 100_000, other: 100_000 };
/** Maximum delay of a write, so that wrongly concurrent writes overlap. */
const SLOWEST_MS = 60;

interface Interception {
  arrived: () => void;
  released: Promise<void>;
}

/** A simulated org that records requests, delays writes, and reports overlapping writes of one person. */
export class WatchedOkta {
  /** Writes to a person whose earlier write was still in flight. */
  readonly overlaps: string[] = [];
  /** Ids of users that two ledger rows may share for a while: their writes may overlap, and a read follows the second one. */
  readonly contested = new Set<string>();
  requests = 0;
  writes = 0;
  private readonly underWay = new Map<string, number>();
  private readonly interceptions = new Map<string, Interception>();

  private constructor(
    private readonly journal: Journal,
    private readonly random: () => number,
  ) {}

  static async start(journal: Journal, random: () => number): Promise<{ okta: OktaSimulator; watch: WatchedOkta }> {
    const watch = new WatchedOkta(journal, random);
    const okta = await OktaSimulator.start({
      rateLimits: PLENTY,
      registrationAttribute: true,
      extend: async (app) => {
        app.server.on('request', (request, response) => {
          watch.requests += 1;
          const { method = '', url = '' } = request;
          response.once('close', () => {
            const answer = response.writableFinished ? String(response.statusCode) : 'no answer';
            journal.note(`${method} answered: ${answer}`, personIn(url));
          });
        });
        app.addHook('preHandler', async (request, reply) => {
          const person = personWritten(request);
          if (person) await watch.arrive(person, request.body, (end) => reply.raw.once('close', end));
        });
        app.addHook('onSend', async (request, _reply, payload) => {
          const person = personWritten(request);
          if (person) await watch.interceptions.get(person)?.released;
          return payload;
        });
      },
    });
    return { okta, watch };
  }

  /** Intercepts the person's next write: `arrived` resolves when it arrives, and its answer waits for `release`. */
  intercept(person: string): { arrived: Promise<void>; release: () => void } {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const arrived = new Promise<void>((resolve) => {
      this.interceptions.set(person, { arrived: resolve, released });
    });
    return {
      arrived,
      release: () => {
        this.interceptions.delete(person);
        release();
      },
    };
  }

  private async arrive(person: string, body: unknown, atEnd: (end: () => void) => void): Promise<void> {
    this.journal.note(`POST arrives: ${JSON.stringify(body)}`, person);
    const others = this.underWay.get(person) ?? 0;
    if (others > 0 && !this.contested.has(person))
      this.overlaps.push(`two writes at once:\n${this.journal.tell(person)}`);
    this.underWay.set(person, others + 1);
    atEnd(() => this.underWay.set(person, (this.underWay.get(person) ?? 1) - 1));
    this.interceptions.get(person)?.arrived();
    this.writes += 1;
    await sleep(this.random() * SLOWEST_MS);
  }
}

function personWritten(request: FastifyRequest): string | undefined {
  return request.method === 'POST' ? personIn(request.url) : undefined;
}

function personIn(url: string): string | undefined {
  return /^\/api\/v1\/users\/(00u\w+)$/.exec(url)?.[1];
}

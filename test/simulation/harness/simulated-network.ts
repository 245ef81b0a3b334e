import { AsyncLocalStorage } from 'node:async_hooks';
import { currentSendGuard, OutboundError, type OutboundAnswer, type OutboundHttp } from '@rollcall/platform';
import type { SimulatedTarget, TargetAnswer, TargetRequest } from '../targets/simulated-target.js';
import type { Faults, RequestFault } from './faults.js';
import type { Scheduler } from './scheduler.js';
import type { SeededRandom } from './seeded-random.js';
import type { SimulatedProcess } from './simulated-process.js';
import type { Trace } from './trace.js';

type OutboundRequest = Parameters<OutboundHttp['send']>[1];

/** Observes requests when they leave a process, reach a target, and end for the process. */
export interface RequestObserver {
  onSent(request: SentRequest): Promise<void>;
  /** @param at virtual time at which a request will arrive at its target */
  onPlanned(at: number): void;
  onCarriedOut(request: SentRequest): void;
  /** @param status of the answer that the process receives now */
  onAnswered(request: SentRequest, status: number): void;
  onEnded(request: SentRequest): void;
}

export interface SentRequest {
  id: number;
  process: SimulatedProcess;
  target: SimulatedTarget;
  request: TargetRequest;
  sentAt: number;
  fault: RequestFault;
  /** The process was stopped between its last check of the lease and the send, so nothing could prevent the request. */
  stale: boolean;
}

/** Maximum delay of a request that is carried out after its client got an error; only reconciliation could repair a later one. */
export const LATEST_ARRIVAL_MS = 12_000;

export interface NetworkParts {
  scheduler: Scheduler;
  random: SeededRandom;
  faults: Faults;
  trace: Trace;
  targets: ReadonlyMap<string, SimulatedTarget>;
  observer: RequestObserver;
  nextRequestId(): number;
}

/** The network between a process and the targets. */
export class SimulatedNetwork implements Pick<OutboundHttp, 'send'> {
  constructor(
    private readonly process: SimulatedProcess,
    private readonly parts: NetworkParts,
  ) {}

  async send(url: URL, outbound: OutboundRequest): Promise<OutboundAnswer> {
    const { scheduler, faults } = this.parts;
    const target = this.parts.targets.get(url.host);
    if (!target) throw new OutboundError(`getaddrinfo ENOTFOUND ${url.hostname}`);
    const request = readRequest(url, outbound);
    const guard = currentSendGuard();
    const id = this.parts.nextRequestId();
    const label = `#${id} ${outbound.method} ${url.host}${url.pathname} ${outbound.body ?? ''}`;
    const inContext = AsyncLocalStorage.snapshot();
    return new Promise<OutboundAnswer>((resolve, reject) => {
      let ended = false;
      let sent: SentRequest | undefined;
      const end = (give: () => void): void => {
        if (ended) return;
        ended = true;
        scheduler.remove(timeout);
        if (sent) this.parts.observer.onEnded(sent);
        give();
      };
      const timeout = scheduler.add(
        outbound.timeoutMs,
        `timed out #${id}`,
        () => end(() => reject(new OutboundError('timed out'))),
        this.process,
      );
      const answer = (delay: number, { status, headers, body }: TargetAnswer): void => {
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        const head = { status, headers: new Headers(headers as Record<string, string>) };
        const give = (): void =>
          end(() => {
            if (sent) this.parts.observer.onAnswered(sent, status);
            outbound.onHead?.(head);
            resolve({ ...head, text });
          });
        scheduler.add(delay, `answered #${id} ${status}`, give, this.process);
      };
      const fail = (delay: number, message: string): void => {
        scheduler.add(
          delay,
          `failed #${id} ${message}`,
          () => end(() => reject(new OutboundError(message))),
          this.process,
        );
      };
      const leave = async (): Promise<void> => {
        if (ended) return;
        try {
          inContext(() => guard?.());
        } catch (error) {
          return end(() => reject(error as Error));
        }
        const isWrite = target.writeOf(request) !== undefined;
        const stopMs = isWrite ? faults.stopAtSocket() : undefined;
        const dispatch = async (): Promise<void> => {
          const stale = stopMs !== undefined;
          sent = {
            id,
            process: this.process,
            target,
            request,
            sentAt: scheduler.now,
            fault: faults.request(isWrite),
            stale,
          };
          await this.parts.observer.onSent(sent);
          this.deliver(sent, { answer, fail });
        };
        if (stopMs === undefined) return dispatch();
        this.parts.trace.reach('a worker was stopped between its last check and the socket');
        this.process.pausedUntil = scheduler.now + stopMs;
        scheduler.add(0, `send #${id} after a stop`, dispatch, this.process);
      };
      scheduler.add(this.parts.random.between(0, 1), `send ${label}`, leave, this.process);
    });
  }

  private deliver(
    sent: SentRequest,
    to: { answer(delay: number, answer: TargetAnswer): void; fail(delay: number, message: string): void },
  ): void {
    const { scheduler, faults, random, trace } = this.parts;
    const { target, request, fault, id } = sent;
    const there = faults.requestDelay();
    const back = faults.requestDelay();
    const carryOut = (delay: number, then: (answer: TargetAnswer) => void, ignoreWrite = false): void => {
      this.parts.observer.onPlanned(scheduler.now + delay);
      scheduler.add(delay, `carried out #${id}`, () => {
        const answer = target.handle(request, scheduler.now, ignoreWrite);
        if (!ignoreWrite && answer.status < 300) this.parts.observer.onCarriedOut(sent);
        then(answer);
      });
    };
    const isWrite = target.writeOf(request) !== undefined;
    if (fault !== 'NONE') trace.reach(`${isWrite ? 'a write' : 'a read'} met ${fault}`);
    switch (fault) {
      case 'NONE':
        return carryOut(there, (answer) => to.answer(back, answer));
      case 'NOT_TAKEN':
        return carryOut(there, (answer) => to.answer(back, answer), isWrite);
      case 'LOST_REQUEST':
        return to.fail(there, 'socket hang up');
      case 'LOST_ANSWER':
        return carryOut(there, () => to.fail(back, 'read ECONNRESET'));
      case 'LATE':
        if (random.chance(0.5)) to.fail(there, 'read ECONNRESET');
        else
          to.answer(there, { status: 504, headers: { 'content-type': 'text/html' }, body: '<h1>Gateway timeout</h1>' });
        return carryOut(there + random.between(1, LATEST_ARRIVAL_MS), () => undefined);
      case 'SERVER_ERROR': {
        const applied = random.chance(0.3);
        const error = {
          status: random.pick([500, 502, 503]),
          headers: {},
          body: { errorCode: 'E0000009', errorSummary: 'Internal Server Error' },
        };
        if (applied) return carryOut(there, () => to.answer(back, error));
        return to.answer(there + back, error);
      }
      case 'HTML':
        return to.answer(there + back, {
          status: random.pick([200, 403, 502]),
          headers: { 'content-type': 'text/html' },
          body: '<html>',
        });
      case 'ENDLESS':
        return carryOut(there, () => undefined, random.chance(0.3));
      case 'RATE_LIMIT':
        return to.answer(there + back, target.refuseForRate(scheduler.now));
    }
  }
}

function readRequest(url: URL, { method, body }: OutboundRequest): TargetRequest {
  const request = { host: url.host, method: method.toUpperCase(), path: url.pathname, query: url.searchParams };
  return { ...request, body: body === undefined ? undefined : (JSON.parse(body) as unknown) };
}

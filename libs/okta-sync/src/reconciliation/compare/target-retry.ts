import { Injectable } from '@nestjs/common';
import { OktaQuotas, QuotaSpent, type RequestBucket, TargetRequestError } from '@rollcall/okta';
import { assertNever, backoffMs, Clock, random } from '@rollcall/platform';
import type { RegistrationTarget } from '../../target/registration-target.js';
import { SyncTargets } from '../../write-back/sync-targets.js';
import { abortableSleep } from '../records/abortable-sleep.js';
import { PersonRefused, RunFailed } from '../records/run-aborted.js';

const MAX_TRIES = 8;
/** Maximum time that one request may wait in total. */
const MAX_WAIT_MS = 30 * 60_000;
/** Maximum time between two attempts to get quota. The quota may be available earlier than announced, because other answers update it. */
const LOOK_AGAIN_MS = 15_000;

/** Retries the requests of a run, with the same backoff as the write-back. */
@Injectable()
export class TargetRetry {
  constructor(
    private readonly quotas: OktaQuotas,
    private readonly targets: SyncTargets,
    private readonly clock: Clock,
  ) {}

  /** @throws RunFailed if no retry can help; PersonRefused if the cause may be this user only; the reason of `signal` if it aborts */
  async ask<T>(
    target: RegistrationTarget,
    bucket: RequestBucket,
    signal: AbortSignal,
    request: () => Promise<T>,
  ): Promise<T> {
    let failures = 0;
    let waited = 0;
    const pause = async (ms: number): Promise<void> => {
      waited += ms;
      if (waited > MAX_WAIT_MS) throw new RunFailed(`The limit (${bucket}) left us nothing for half an hour`);
      await this.sleep(ms, signal);
    };
    for (;;) {
      signal.throwIfAborted();
      try {
        return await request();
      } catch (error) {
        if (error instanceof QuotaSpent) {
          await pause(Math.min(error.waitMs, LOOK_AGAIN_MS));
          continue;
        }
        if (!(error instanceof TargetRequestError)) throw error;
        failures += 1;
        await pause(await this.waitAfter(target, bucket, error, failures));
      }
    }
  }

  protected sleep(ms: number, signal: AbortSignal): Promise<void> {
    return abortableSleep(ms, signal);
  }

  private async waitAfter(
    target: RegistrationTarget,
    bucket: RequestBucket,
    error: TargetRequestError,
    failures: number,
  ): Promise<number> {
    const now = this.clock.now().getTime();
    const decision = target.classify(error, now);
    switch (decision.action) {
      case 'HOLD':
        await this.quotas.block(target, bucket, decision.until);
        return decision.until - now;
      case 'RETRY':
        if (failures >= MAX_TRIES)
          throw new RunFailed(`${target.label} could not be asked in ${failures} tries. ${decision.note}`);
        return Math.max(decision.minDelayMs, backoffMs(failures, random()));
      case 'PAUSE':
        await this.targets.pause(target, decision.note);
        throw new RunFailed(decision.note);
      case 'INSPECT_ATTRIBUTE':
      case 'PARK':
      case 'SKIP':
      case 'UNLINK':
        throw new PersonRefused(decision.note);
      default:
        return assertNever(decision);
    }
  }
}

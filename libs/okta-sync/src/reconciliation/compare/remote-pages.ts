import { Injectable } from '@nestjs/common';
import { type Allowance, OktaQuotas, TargetRequestError } from '@rollcall/okta';
import type { RegistrationTarget, RemoteUserPage } from '../../target/registration-target.js';
import { ListProgress } from './list-progress.js';
import { ListExpired } from '../records/run-aborted.js';
import { TargetRetry } from './target-retry.js';

/** Number of requests that are taken from the quota in one block. */
const AT_ONCE = { least: 5, most: 50 };

export interface RemotePage extends RemoteUserPage {
  /** Number of requests, including failed ones. */
  requests: number;
}

interface Coming {
  page: Promise<RemotePage>;
  /** Resolves when the link to the next page is known, which may be before this page has arrived. */
  next: Promise<string | undefined>;
}

/**
 * Lists the users who are true at the target, page by page. The next page is requested as soon as its link is known,
 * even before the current page has arrived.
 */
@Injectable()
export class RemotePages {
  constructor(
    private readonly quotas: OktaQuotas,
    private readonly patience: TargetRetry,
  ) {}

  /**
   * @param from link to the first page; undefined for the beginning of the list
   * @throws RunFailed if the list does not end
   */
  async *read(target: RegistrationTarget, from: string | undefined, signal: AbortSignal): AsyncGenerator<RemotePage> {
    const allowance = this.quotas.allowance(target, target.limits.list, AT_ONCE);
    const progress = new ListProgress(target.label);
    for (let coming: Coming | undefined = this.ask(target, from, allowance, signal); coming;) {
      const following: Promise<Coming | undefined> = coming.next.then((next) => {
        if (next === undefined) return undefined;
        progress.follow(next);
        return this.ask(target, next, allowance, signal);
      });
      following.catch(() => undefined);
      const page = await coming.page;
      progress.add(page);
      yield page;
      coming = await following;
    }
  }

  private ask(target: RegistrationTarget, from: string | undefined, allowance: Allowance, signal: AbortSignal): Coming {
    let requests = 0;
    let know: (next: string | undefined) => void = () => undefined;
    const early = new Promise<string | undefined>((resolve) => (know = resolve));
    const page = this.patience
      .ask(target, target.limits.list, signal, async () => {
        await allowance.next();
        return target
          .registered(from, () => (requests += 1), know)
          .catch((error: unknown) => {
            throw from !== undefined && isUnknownAddress(error) ? new ListExpired(error.message) : error;
          });
      })
      .then((found) => ({ ...found, requests }));
    return { page, next: Promise.race([early, page.then(({ next }) => next)]) };
  }
}

/**
 * True if the answer may mean that a page link has expired. Okta does not document its answer to an expired link; SCIM
 * answers 400 expiredCursor (RFC 9865 §2.2). Answers about credentials (401, 403) and rate limits (429) have another
 * cause.
 */
function isUnknownAddress(error: unknown): error is TargetRequestError {
  if (!(error instanceof TargetRequestError) || error.answer.kind !== 'ERROR') return false;
  return [400, 404, 410].includes(error.answer.status);
}

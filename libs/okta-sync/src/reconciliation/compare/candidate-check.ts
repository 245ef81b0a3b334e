import { Injectable } from '@nestjs/common';
import { OktaQuotas } from '@rollcall/okta';
import type { RegistrationTarget } from '../../target/registration-target.js';
import { SharedUsers } from '../../registration/shared-users.js';
import type { Drift } from '../records/drift.js';
import { LocalRegistrationRepository } from './local-registration.repository.js';
import { judge, type LocalRegistration } from './plan-reconciliation.js';
import type { ReconciliationRunRow } from '../records/reconciliation-run.row.js';
import { NO_REFUSALS, type Refusals } from '../records/refusals.js';
import { PersonRefused } from '../records/run-aborted.js';
import { TargetRetry } from './target-retry.js';

const WIDTH = 16;
/** Number of requests that are taken from the quota in one block. */
const AT_ONCE = 50;
/** If all candidates were refused, and there are at least this many, the cause is not a single person. The run then fails. */
const MAX_REFUSED = 20;

export interface Checked {
  drift: Drift[];
  requests: number;
  refusals: Refusals;
}

/**
 * Checks candidates for a difference. Reads each candidate at the target, because the list may be out of date. Then
 * reads the identity again, because it may have changed.
 */
@Injectable()
export class CandidateCheck {
  constructor(
    private readonly ours: LocalRegistrationRepository,
    private readonly patience: TargetRetry,
    private readonly shared: SharedUsers,
    private readonly quotas: OktaQuotas,
  ) {}

  async check(
    target: RegistrationTarget,
    run: ReconciliationRunRow,
    candidates: readonly LocalRegistration[],
    signal: AbortSignal,
  ): Promise<Checked> {
    if (candidates.length === 0) return { drift: [], requests: 0, refusals: NO_REFUSALS };
    let requests = 0;
    const refused = new Map<string, PersonRefused>();
    const options = { least: AT_ONCE, most: AT_ONCE, expected: candidates.length };
    const allowance = this.quotas.allowance(target, target.limits.read, options);
    const allow = () => allowance.next();
    const onRequest = (): void => void (requests += 1);
    const users = await mapConcurrently(candidates, WIDTH, (candidate) => {
      const names = { id: candidate.identityId, external_id: candidate.externalId, user_name: candidate.userName };
      const found = this.patience.ask(target, target.limits.read, signal, () =>
        target.find(candidate.oktaUserId, names, { allow, onRequest }),
      );
      return found.catch((error: unknown) => {
        if (!(error instanceof PersonRefused)) throw error;
        refused.set(candidate.identityId, error);
        return undefined;
      });
    });
    const [first] = refused.values();
    if (first && refused.size >= MAX_REFUSED && refused.size === candidates.length) throw first;
    const now = await this.ours.read(
      run,
      candidates.map((candidate) => candidate.identityId),
    );
    const judged = candidates.map(({ identityId }, index) => {
      const ours = now.get(identityId);
      return refused.has(identityId) ? undefined : ours && judge(ours, users[index]);
    });
    const drift = await this.withoutShared(
      target,
      judged.filter((one) => one !== undefined),
    );
    return { drift, requests, refusals: { count: refused.size, first: first?.message ?? null } };
  }

  /** Removes differences that are intended: the user must stay true, because another identity wants it to be true. */
  private async withoutShared(target: RegistrationTarget, drift: readonly Drift[]): Promise<Drift[]> {
    const links = drift.flatMap(({ kind, identityId, oktaUserId }) =>
      kind === 'SET_FALSE' && identityId && oktaUserId ? [{ identityId, remoteId: oktaUserId }] : [],
    );
    const wanted = await this.shared.wantedByOthers(target, links);
    return drift.filter(({ kind, identityId }) => kind !== 'SET_FALSE' || !wanted.has(identityId ?? ''));
  }
}

/**
 * Calls `map` for all items, with at most `width` calls at a time. The results keep the order of the items. If calls
 * fail, all started calls end first, and then the error of one is thrown.
 */
async function mapConcurrently<T, R>(items: readonly T[], width: number, map: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await map(items[index] as T);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
  return results;
}

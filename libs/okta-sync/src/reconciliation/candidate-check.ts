import { Injectable } from '@nestjs/common';
import type { OktaOrg } from '../okta/okta-org.js';
import { OktaUserLinker } from '../okta/okta-user-linker.js';
import type { Drift } from './drift.js';
import { mapConcurrently } from './map-concurrently.js';
import { OktaPatience } from './okta-patience.js';
import { OurSideRepository } from './our-side.repository.js';
import { judge, type OurSide } from './plan-reconciliation.js';
import type { ReconciliationRunRow } from './reconciliation-run.row.js';

const WIDTH = 8;

/** Asks Okta about each candidate itself, for the list that named it may be stale; and ourselves again, for time has passed. */
@Injectable()
export class CandidateCheck {
  constructor(
    private readonly ours: OurSideRepository,
    private readonly linker: OktaUserLinker,
    private readonly patience: OktaPatience,
  ) {}

  async check(
    org: OktaOrg,
    run: ReconciliationRunRow,
    candidates: readonly OurSide[],
    signal: AbortSignal,
  ): Promise<{ drift: Drift[]; requests: number }> {
    let requests = 0;
    const judged = await mapConcurrently(candidates, WIDTH, async (candidate) => {
      const names = { external_id: candidate.externalId, user_name: candidate.userName };
      const user = await this.patience.ask(org, 'users.read', signal, () =>
        this.linker.find(org, candidate.oktaUserId, names, () => (requests += 1)),
      );
      const now = await this.ours.one(run, candidate.identityId);
      return now && judge(now, user);
    });
    return { drift: judged.filter((one) => one !== undefined), requests };
  }
}

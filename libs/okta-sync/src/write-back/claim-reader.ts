import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { linkOf, SharedUsers } from '../registration/shared-users.js';
import type { RegistrationTarget } from '../target/registration-target.js';
import type { Claim } from '../ledger/claim.js';
import type { IdentityFacts } from '../registration/identity-facts.js';
import { SyncTargets } from './sync-targets.js';

/** A claimed row, with the data that an attempt needs. */
export interface PreparedClaim {
  claim: Claim;
  target: RegistrationTarget;
  facts: IdentityFacts | undefined;
  /** True if another identity wants the same user to be true. Undefined if this was not read. */
  kept: boolean | undefined;
  /** True if a request for the same remote user may be in flight for another row, or if the identity was moving to another user. */
  busy: boolean;
  /** True if another row has the same remote user. */
  shared: boolean;
}

/** Reads, in batches, the current data on which the attempts for claimed rows depend. */
@Injectable()
export class ClaimReader {
  constructor(
    private readonly targets: SyncTargets,
    private readonly shared: SharedUsers,
  ) {}

  /** Undefined if the integration may not be written to, or if its settings changed after the claim. */
  async read(key: IntegrationKey, claims: readonly Claim[]): Promise<PreparedClaim[] | undefined> {
    const dates = claims.map(({ configuredAt }) => configuredAt);
    const ids = claims.map(({ identityId }) => identityId);
    const [target, kept, sharing] = await Promise.all([
      this.targets.open(key, dates),
      this.keptByOthers(key, claims),
      this.shared.sharing(key, ids),
    ]);
    return (
      target &&
      claims.map((claim) => {
        const { identityId } = claim;
        // If the row is gone, the lease is lost.
        const { facts, shared, mustWait } = sharing.get(identityId) ?? {
          facts: undefined,
          shared: true,
          mustWait: true,
        };
        return { claim, target, facts, kept: kept.get(identityId), busy: mustWait, shared };
      })
    );
  }

  /** For claims that may have to write false: true if another identity wants the user to be true. The key is the identity id. */
  private async keptByOthers(key: IntegrationKey, claims: readonly Claim[]): Promise<ReadonlyMap<string, boolean>> {
    const known = claims.filter(
      ({ oktaUserId, confirmed, remoteStateUnknown }) => confirmed && !remoteStateUnknown && oktaUserId !== null,
    );
    const links = known.map((claim) => linkOf(claim, claim));
    const wanted = await this.shared.wantedByOthers(key, links);
    return new Map(known.map(({ identityId }) => [identityId, wanted.has(identityId)]));
  }
}

import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { linkOf, SharedUsers } from '../registration/shared-users.js';
import type { RegistrationTarget } from '../target/registration-target.js';
import type { Claim } from '../ledger/claim.js';
import { IdentityFactsReader, type IdentityFacts } from '../registration/identity-facts.js';
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
    private readonly facts: IdentityFactsReader,
    private readonly targets: SyncTargets,
    private readonly shared: SharedUsers,
  ) {}

  /** Undefined if the integration may not be written to, or if its settings changed after the claim. */
  async read(key: IntegrationKey, claims: readonly Claim[]): Promise<PreparedClaim[] | undefined> {
    const dates = claims.map(({ configuredAt }) => configuredAt);
    const ids = claims.map(({ identityId }) => identityId);
    const [target, facts, kept, rivals] = await Promise.all([
      this.targets.open(key, dates),
      this.facts.read(key, ids),
      this.keptByOthers(key, claims),
      this.shared.rivals(key, ids),
    ]);
    return (
      target &&
      claims.map((claim) => {
        const { identityId } = claim;
        const own = facts.get(identityId);
        const { exist = false, goFirst = false, externalId = null } = rivals.get(identityId) ?? {};
        // The identity may have moved to another user between the two reads. The rows that were found then belong to another user.
        const moved = externalId !== (own?.external_id ?? null);
        return { claim, target, facts: own, kept: kept.get(identityId), busy: goFirst || moved, shared: exist };
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

import type { Clock } from '../clock/clock.js';
import { DomainError } from '../errors/domain-error.js';
import { clientNetwork } from './client-network.js';
import { TokenBuckets } from './token-buckets.js';

/** Number of accepted credentials that are remembered (about 1 MB). */
const MAX_ACCEPTED = 10_000;

export interface Presented {
  /** Client address. */
  address: string;
  /** Digest of the credential; undefined if the request has no credential. */
  credential: string | undefined;
}

/**
 * Limits the requests from a client network that have no valid credential, in this process. Requests with a credential that was accepted
 * before are not counted. A flood from a shared address, such as a company's proxy or Okta's egress, therefore does not lock out the other
 * clients at that address.
 */
export class AnonymousLimit {
  private readonly buckets: TokenBuckets;
  private readonly accepted = new Set<string>();

  /** @param perMinute 0 disables the limit */
  constructor(
    perMinute: number,
    private readonly clock: Clock,
  ) {
    this.buckets = new TokenBuckets(perMinute);
  }

  /**
   * Checks a credential, and counts the request for the client network if the credential is refused.
   * @throws DomainError RATE_LIMITED with the seconds to wait, without checking the credential; otherwise the error of the check
   */
  async check<T>({ address, credential }: Presented, authenticate: () => Promise<T>): Promise<T> {
    if (credential === undefined) {
      this.charge(clientNetwork(address));
      return authenticate();
    }
    const network = this.accepted.has(credential) ? undefined : clientNetwork(address);
    if (network !== undefined) this.charge(network);
    try {
      const result = await authenticate();
      this.remember(credential);
      if (network !== undefined) this.buckets.giveBack(network);
      return result;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'UNAUTHENTICATED') this.accepted.delete(credential);
      else if (network !== undefined) this.buckets.giveBack(network);
      throw error;
    }
  }

  private charge(network: string): void {
    const wait = this.buckets.take(network, this.clock.now().getTime());
    if (wait === 0) return;
    throw DomainError.rateLimited(
      `Too many requests without a valid credential from this address. Retry in ${wait} s.`,
      wait,
    );
  }

  private remember(credential: string): void {
    if (this.accepted.has(credential)) return;
    const oldest = this.accepted.values().next();
    if (this.accepted.size >= MAX_ACCEPTED && !oldest.done) this.accepted.delete(oldest.value);
    this.accepted.add(credential);
  }
}

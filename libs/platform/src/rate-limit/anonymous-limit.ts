import type { Clock } from '../clock/clock.js';
import { DomainError } from '../errors/domain-error.js';
import { clientNetwork } from './client-network.js';
import { TokenBuckets } from './token-buckets.js';

/** Number of remembered accepted credentials; about 1 MB. */
const MAX_ACCEPTED = 10_000;

export interface Presented {
  /** Client address. */
  address: string;
  /** A digest of the credential; undefined if the request has none. */
  credential: string | undefined;
}

/**
 * Limits requests without an accepted credential, per client network, in this process. A credential that was accepted before is not counted,
 * so a flood from a shared address (a company's proxy, Okta's egress) does not lock out its other clients.
 */
export class AnonymousLimit {
  private readonly buckets: TokenBuckets;
  private readonly accepted = new Set<string>();

  /** @param perMinute 0 switches the limit off */
  constructor(
    perMinute: number,
    private readonly clock: Clock,
  ) {
    this.buckets = new TokenBuckets(perMinute);
  }

  /**
   * Runs the check of a credential, and charges the client network if it fails.
   * @throws DomainError RATE_LIMITED with the seconds to wait (the check does not run); errors of the check
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

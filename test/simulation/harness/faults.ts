import type { SeededRandom } from './seeded-random.js';

/** Fault probabilities of one run. Each run draws its own, so that some have few faults and others many. */
export interface FaultProfile {
  connectionLoss: number;
  midTransaction: number;
  lostNotification: number;
  slowDatabase: number;
  request: Readonly<Record<RequestFault, number>>;
  slowRequest: number;
  /** The process is stopped between its last check of the lease and the send. */
  stopAtSocket: number;
  /** The process is stopped right after it claimed rows. */
  stopAtClaim: number;
}

/** What happens to a request to a target. */
export type RequestFault =
  | 'NONE'
  /** Never arrives; the connection is reset. */
  | 'LOST_REQUEST'
  /** Carried out, but the connection is reset before the answer. */
  | 'LOST_ANSWER'
  /** The connection is reset, or a gateway gives up; the target carries the request out afterwards. */
  | 'LATE'
  | 'SERVER_ERROR'
  | 'HTML'
  /** The head arrives and the body never ends. */
  | 'ENDLESS'
  | 'RATE_LIMIT'
  /** Not carried out, but answered 200; the body shows the old value. */
  | 'NOT_TAKEN';

const NONE: FaultProfile = {
  connectionLoss: 0,
  midTransaction: 0,
  lostNotification: 0,
  slowDatabase: 0,
  request: {
    NONE: 1,
    LOST_REQUEST: 0,
    LOST_ANSWER: 0,
    LATE: 0,
    SERVER_ERROR: 0,
    HTML: 0,
    ENDLESS: 0,
    RATE_LIMIT: 0,
    NOT_TAKEN: 0,
  },
  slowRequest: 0,
  stopAtSocket: 0,
  stopAtClaim: 0,
};

/** Share of reads that never have a fault, because a write follows only a read that got its answer. */
const SPARED_READS = 0.6;

/** Draws the faults. */
export class Faults {
  private profile: FaultProfile;

  constructor(
    private readonly random: SeededRandom,
    profile: FaultProfile,
  ) {
    this.profile = profile;
  }

  /** Ends all faults. */
  end(): void {
    this.profile = NONE;
  }

  databaseDelay(): number {
    return this.random.chance(this.profile.slowDatabase) ? this.random.between(20, 600) : this.random.between(0.1, 1.5);
  }

  connectionLoss(): 'BEFORE' | 'AFTER' | undefined {
    if (!this.random.chance(this.profile.connectionLoss)) return undefined;
    return this.random.chance(0.5) ? 'BEFORE' : 'AFTER';
  }

  midTransaction(): 'CRASH' | 'LOSS' | undefined {
    if (!this.random.chance(this.profile.midTransaction)) return undefined;
    return this.random.chance(0.5) ? 'CRASH' : 'LOSS';
  }

  notificationLost(): boolean {
    return this.random.chance(this.profile.lostNotification);
  }

  request(isWrite: boolean): RequestFault {
    if (!isWrite && this.random.chance(SPARED_READS)) return 'NONE';
    return this.random.weighted(this.profile.request);
  }

  /** @returns milliseconds for which a process is stopped right before it sends a write */
  stopAtSocket(): number | undefined {
    if (!this.random.chance(this.profile.stopAtSocket)) return undefined;
    // The longest stops outlast the lease, and the time for which the next worker keeps the row uncertain.
    return this.random.chance(0.7) ? this.random.between(8_000, 20_000) : this.random.between(20_000, 45_000);
  }

  /** @returns milliseconds for which a worker is stopped after a claim: shorter or longer than its lease; undefined: no stop */
  stopAtClaim(): number | undefined {
    return this.random.chance(this.profile.stopAtClaim) ? this.random.between(1_000, 20_000) : undefined;
  }

  requestDelay(): number {
    return this.random.chance(this.profile.slowRequest) ? this.random.between(300, 7_000) : this.random.between(5, 60);
  }
}

/** A profile in which each kind of fault is absent, rare or frequent. */
export function drawProfile(random: SeededRandom): FaultProfile {
  if (random.chance(0.1)) return NONE;
  const level = (rare: number, frequent: number): number =>
    random.weighted({ absent: 4, rare: 4, frequent: 2 }) === 'absent' ? 0 : random.chance(0.6) ? rare : frequent;
  return {
    connectionLoss: level(0.005, 0.05),
    midTransaction: level(0.005, 0.03),
    lostNotification: level(0.1, 0.7),
    slowDatabase: level(0.02, 0.08),
    request: {
      NONE: 1,
      LOST_REQUEST: level(0.05, 0.3),
      LOST_ANSWER: level(0.1, 0.4),
      LATE: level(0.1, 0.4),
      SERVER_ERROR: level(0.05, 0.3),
      HTML: level(0.03, 0.1),
      ENDLESS: level(0.03, 0.2),
      RATE_LIMIT: level(0.03, 0.15),
      NOT_TAKEN: level(0.05, 0.2),
    },
    slowRequest: level(0.03, 0.15),
    stopAtSocket: level(0.02, 0.1),
    stopAtClaim: level(0.02, 0.1),
  };
}

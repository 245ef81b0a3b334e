/** One value to be set for one user. */
export interface FlagWrite {
  id: string;
  value: boolean;
  /** Deadline of all requests together (monotonic clock); afterwards another worker may hold the row. */
  deadline: number;
  /** Awaited before a request that reads the user to be changed. */
  before: () => Promise<void>;
}

/** A value to be written for one user. */
export interface FlagWrite {
  id: string;
  value: boolean;
  /** Deadline of all requests of this write together, by the monotonic clock. After the deadline another worker may hold the row. */
  deadline: number;
  /** Awaited before each request that reads the user to be changed. */
  before: () => Promise<void>;
}

/** One value to be set for one user. */
export interface FlagWrite {
  id: string;
  value: boolean;
  /** Of all its requests together, on the monotonic clock: the row that it is for is ours no longer. */
  deadline: number;
  /** Awaited before a request that reads what is about to be changed. */
  before: () => Promise<void>;
}

const ALWAYS_ALLOWED = 10;

/**
 * Maximum number of people that a run may change. It is a share of the people who should be registered. It is at least
 * ten, so that a small directory can be repaired. With a ratio of 0 no change is allowed.
 */
export function safetyCap(registered: number, maxChangeRatio: number): number {
  if (maxChangeRatio === 0) return 0;
  return Math.max(ALWAYS_ALLOWED, Math.floor(registered * maxChangeRatio));
}

/** The error of the run. It explains to an administrator what to do. */
export function capExceeded(cap: number, registered: number, maxChangeRatio: number): string {
  const percent = Math.round(maxChangeRatio * 1000) / 10;
  return (
    `SAFETY_CAP: more than ${cap} people would be changed, with ${registered} registered and a limit of ${percent} %. ` +
    'Nothing was changed. Look at a dry run; if the drift is real, allow a higher ratio.'
  );
}

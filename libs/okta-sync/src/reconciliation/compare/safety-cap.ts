const ALWAYS_ALLOWED = 10;

/**
 * The most people a run may change: a share of those who should be registered, but at least ten, so that a small directory can be repaired.
 * A ratio of 0 allows no change.
 */
export function safetyCap(registered: number, maxChangeRatio: number): number {
  if (maxChangeRatio === 0) return 0;
  return Math.max(ALWAYS_ALLOWED, Math.floor(registered * maxChangeRatio));
}

/** The error message for the administrator who started the run. */
export function capExceeded(cap: number, registered: number, maxChangeRatio: number): string {
  const percent = Math.round(maxChangeRatio * 1000) / 10;
  return (
    `SAFETY_CAP: more than ${cap} people would be changed, with ${registered} registered and a limit of ${percent} %. ` +
    'Nothing was changed. Look at a dry run; if the drift is real, allow a higher ratio.'
  );
}

const HOUR_MS = 3_600_000;

/** How long a new key is published before it signs. By then, every cached JWKS contains the key. */
export const PUBLISHED_AHEAD_MS = HOUR_MS;
/**
 * How long a key stays published after its successor has begun to sign. Every token that it signed has expired by then.
 */
export const PUBLISHED_AFTER_MS = 24 * HOUR_MS;

export type KeyPhase = 'PUBLISHED' | 'SIGNING' | 'RETIRED' | 'OVER';

interface DatedKey {
  signs_at: Date;
}

/**
 * The phase of each key at `now`. The newest key whose `signs_at` has passed is SIGNING. Newer keys are PUBLISHED.
 * Older keys are RETIRED or OVER.
 */
export function keyPhases<K extends DatedKey>(keys: readonly K[], now: Date): { key: K; phase: KeyPhase }[] {
  const newestFirst = [...keys].sort((a, b) => b.signs_at.getTime() - a.signs_at.getTime());
  let successor: Date | undefined;
  return newestFirst.map((key) => {
    const due = key.signs_at <= now;
    const phase = !due ? 'PUBLISHED' : successor === undefined ? 'SIGNING' : retired(successor, now);
    if (due) successor = key.signs_at;
    return { key, phase };
  });
}

/** The next time at which a phase changes; undefined when none is scheduled. */
export function nextPhaseChange(keys: readonly DatedKey[], now: Date): Date | undefined {
  const instants = keys.flatMap(({ signs_at }) => [signs_at.getTime(), signs_at.getTime() + PUBLISHED_AFTER_MS]);
  const ahead = instants.filter((instant) => instant > now.getTime());
  return ahead.length === 0 ? undefined : new Date(Math.min(...ahead));
}

function retired(successorSigns: Date, now: Date): KeyPhase {
  return successorSigns.getTime() + PUBLISHED_AFTER_MS > now.getTime() ? 'RETIRED' : 'OVER';
}

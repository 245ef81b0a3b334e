import type { ChainPoint } from './seal.js';

/** The action of the event that records a pruning. */
export const PRUNED = 'audit.pruned';

/** Whether the detail of a pruning event matches the anchor. */
export function covers(detail: Record<string, unknown> | undefined, anchor: ChainPoint): boolean {
  return (
    detail?.['sequence'] === anchor.sequence &&
    detail['events'] === anchor.events &&
    detail['hash'] === anchor.hash.toString('hex')
  );
}
